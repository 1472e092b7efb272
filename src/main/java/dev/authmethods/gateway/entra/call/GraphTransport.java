package dev.authmethods.gateway.entra.call;

import dev.authmethods.gateway.access.HostFault;
import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.entra.Json;
import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.entra.Service;
import dev.authmethods.gateway.entra.batch.Batch;
import dev.authmethods.gateway.entra.guard.Breaker;
import dev.authmethods.gateway.entra.guard.CallCost;
import dev.authmethods.gateway.entra.guard.ThrottlePressure;
import dev.authmethods.gateway.entra.guard.UpstreamGuard;
import dev.authmethods.gateway.entra.http.Claims;
import dev.authmethods.gateway.entra.http.ErrorBody;
import dev.authmethods.gateway.entra.http.GraphFailures;
import dev.authmethods.gateway.entra.http.GraphRequest;
import dev.authmethods.gateway.entra.http.GraphResponse;
import dev.authmethods.gateway.entra.http.HttpClients;
import dev.authmethods.gateway.entra.token.UpstreamTokens;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.core.JsonParser;

/**
 * Sends requests to Microsoft Graph, and reads each answer in one pass. {@link EntraFailure} when that is a refusal, or
 * no answer.
 */
public final class GraphTransport {

  /** The statuses with which Microsoft Graph refuses. */
  private static final Set<Integer> REFUSALS = Set.of(400, 403, 404, 405, 409, 410, 412, 422);

  /** Microsoft's id of a request. Source: https://learn.microsoft.com/graph/best-practices-concept */
  private static final String REQUEST_ID = "request-id";

  private static final CallCost PROBE = CallCost.read("probe", Service.DIRECTORY, 1);

  private final HttpClients http;
  private final UpstreamTokens tokens;
  private final UpstreamGuard guard;
  private final ThrottlePressure pressure;

  GraphTransport(HttpClients http, UpstreamTokens tokens, UpstreamGuard guard, ThrottlePressure pressure) {
    this.http = http;
    this.tokens = tokens;
    this.guard = guard;
    this.pressure = pressure;
  }

  /** Sends what only reads, once. */
  public <T> T read(RequestContext call, GraphRequest request, Function<JsonParser, T> reader) {
    return readReply(call, request, json(reader));
  }

  /** Reads the content; Microsoft documents no answer of status 202 to these requests. */
  private static <T> Function<GraphResponse, T> json(Function<JsonParser, T> reader) {
    return reply -> {
      if (reply.isOnlyAccepted()) {
        throw new Json.NotUnderstood();
      }
      return Json.read(reply.body(), reader);
    };
  }

  /** Sends a request that only reads, once. Any exception of the reader means that the answer was not understood. */
  public <T> T readReply(RequestContext call, GraphRequest request, Function<GraphResponse, T> reader) {
    try {
      return send(call, request, http::read, reader);
    } catch (EntraFailure.Refused refused) {
      // A 404 to the batch says nothing of the users in it.
      var misunderstood = request.cost().use() == CallCost.Use.BATCH && refused.status() == 404;
      throw misunderstood ? EntraFailure.Unavailable.unclearAnswer() : refused;
    }
  }

  /**
   * Sends many reads in one, once. A claims challenge to one of them challenges the caller, and so is the answer to
   * all.
   */
  public <K, T> Map<K, LookupResult<T>> read(RequestContext call, Batch<K, T> batch) {
    var answers = read(call, batch.request(), batch::read);
    answers.values().forEach(answer -> challenged(call, answer));
    return answers;
  }

  private void challenged(RequestContext call, LookupResult<?> answer) {
    switch (answer) {
      case LookupResult.Failed<?>(EntraFailure.SignInFailure challenge) -> {
        tokens.forget(call.caller());
        throw challenge;
      }
      case LookupResult.Failed<?>(EntraFailure.Unavailable down) when (
        down.origin() == EntraFailure.Unavailable.Origin.TOKEN
      ) -> tokens.forget(call.caller());
      default -> {
      }
    }
  }

  /**
   * Sends a request that changes something, once. It sends it once more, with a new token, when Microsoft Graph refuses
   * the first token, since nothing was done then: Microsoft Graph is known to refuse good tokens now and then.
   */
  public <T> T writeReply(RequestContext call, GraphRequest request, Function<GraphResponse, T> reader) {
    stand(call);
    try {
      return send(call, request, http::write, reader);
    } catch (EntraFailure.Unavailable failed) {
      if (failed.origin() != EntraFailure.Unavailable.Origin.TOKEN) {
        throw failed;
      }
      return send(call, request, http::write, reader);
    }
  }

  /**
   * While Microsoft Graph is on trial, a call that changes nothing finds out whether it works again: a read in the name
   * of the caller, with any answer. If only writes come, no other call would find out.
   */
  private void stand(RequestContext call) {
    for (int probe = 0; probe < Breaker.PROBES && guard.isOnTrial(); probe++) {
      probe(call);
    }
  }

  private void probe(RequestContext call) {
    try {
      read(call, GraphRequest.get(PROBE, "/users/" + call.caller().objectId().value() + "?$select=id"), _ -> true);
    } catch (EntraFailure.Unavailable failed) {
      throw EntraFailure.Unavailable.heldBack(failed.retryAfter());
    } catch (EntraFailure answered) {
      // It works.
    }
  }

  private <T> T send(RequestContext call, GraphRequest request, Client client, Function<GraphResponse, T> reader) {
    // A request that waits for a token is not yet a call.
    var token = tokens.tokenFor(call);
    return guard.send(call, request.cost(), allowed -> {
      var reply = client.send(call, request, token, allowed);
      pressure.report(reply.headers().get(ThrottlePressure.HEADER));
      collect(call, request, reply);
      return answered(call, reply, reader);
    });
  }

  private static void collect(RequestContext call, GraphRequest request, GraphResponse reply) {
    var ids = call.writeIds();
    if (ids != null && request.cost().isWrite()) {
      ids.answered(reply.headers().get(REQUEST_ID));
    }
  }

  private <T> T answered(RequestContext call, GraphResponse reply, Function<GraphResponse, T> reader) {
    challenged(call, reply);
    if (!reply.isSuccess()) {
      throw failure(reply);
    }
    try {
      return reader.apply(reply);
    } catch (RuntimeException notUnderstood) {
      throw new EntraFailure.Unavailable(true, null);
    }
  }

  /** The gateway does not use a token again that Microsoft Graph has refused. */
  private void challenged(RequestContext call, GraphResponse reply) {
    if (!Claims.canCome(reply.status())) {
      return;
    }
    var claims = Claims.in(reply.headers().getAll(HttpHeaderNames.WWW_AUTHENTICATE));
    if (claims != null || reply.status() == 401) {
      tokens.forget(call.caller());
    }
    if (claims != null) {
      throw new EntraFailure.ClaimsRequired(claims);
    }
  }

  private static EntraFailure failure(GraphResponse reply) {
    if (isOfAnother(reply)) {
      return EntraFailure.Unavailable.failing(HostFault.UNUSABLE_ANSWER, true, null);
    }
    var headers = reply.headers();
    var body = errorBody(reply);
    var failure = GraphFailures.of(reply.status(), headers.get("Retry-After"), body.code(), headers.get(REQUEST_ID));
    return failure instanceof EntraFailure.Refused refused ? refused.saying(body.message()) : failure;
  }

  /** Microsoft Graph refuses with JSON: any other refusal comes from something on the way, and means nothing. */
  private static boolean isOfAnother(GraphResponse reply) {
    return REFUSALS.contains(reply.status()) && reply.body().hasRemaining() && !isJson(reply);
  }

  private static boolean isJson(GraphResponse reply) {
    try {
      return Json.read(reply.body(), Json::isWhole);
    } catch (RuntimeException broken) {
      return false;
    }
  }

  private static ErrorBody errorBody(GraphResponse reply) {
    try {
      return Json.read(reply.body(), ErrorBody::read);
    } catch (RuntimeException notUnderstood) {
      return ErrorBody.NONE;
    }
  }

  /** One of the two. */
  private interface Client {
    GraphResponse send(RequestContext call, GraphRequest request, String token, Duration allowed);
  }
}
