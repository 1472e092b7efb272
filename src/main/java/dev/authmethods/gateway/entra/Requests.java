package dev.authmethods.gateway.entra;

import dev.authmethods.gateway.access.Call;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.core.JsonParser;

/**
 * Sends what is asked of Microsoft Graph, once, and reads the answer in one pass. {@link EntraFailure} when that is a refusal,
 * or no answer.
 */
final class Requests {

  private final HttpClients http;
  private final AccessTokens tokens;
  private final Passage passage;
  private final Pressure pressure;

  Requests(HttpClients http, AccessTokens tokens, Passage passage, Pressure pressure) {
    this.http = http;
    this.tokens = tokens;
    this.passage = passage;
    this.pressure = pressure;
  }

  /** Sends what only reads. */
  <T> T read(Call call, Request request, Function<JsonParser, T> reader) {
    return send(call, request, http::read, call::remaining, reader);
  }

  /** Sends what changes something. */
  <T> T write(Call call, Request request, Function<JsonParser, T> reader) {
    return send(call, request, http::write, () -> withoutReadBack(call), reader);
  }

  /** A quarter of the time that is left is kept, to read what became of a write that is not answered. */
  private static Duration withoutReadBack(Call call) {
    return call.remaining().multipliedBy(3).dividedBy(4);
  }

  private <T> T send(
    Call call,
    Request request,
    Client client,
    Supplier<Duration> left,
    Function<JsonParser, T> reader
  ) {
    // What waits for a token is not yet a call.
    var token = tokens.tokenFor(call);
    return passage.send(call, request.charge(), () -> {
      var reply = replied(client, request, token, left.get());
      pressure.report(reply.headers().get(Pressure.HEADER));
      return answered(call, reply, reader);
    });
  }

  private static Reply replied(Client client, Request request, String token, Duration left) {
    var attempt = new Attempt();
    try {
      return client.send(request, token, attempt, left);
    } catch (EntraFailure failure) {
      throw failure;
    } catch (RuntimeException unanswered) {
      throw new EntraFailure.Unavailable(attempt.sent(), null);
    }
  }

  private <T> T answered(Call call, Reply reply, Function<JsonParser, T> reader) {
    challenged(call, reply);
    if (!reply.isSuccess()) {
      var headers = reply.headers();
      throw Failures.of(reply.status(), headers.get("Retry-After"), code(reply), headers.get("request-id"));
    }
    try {
      return Json.read(reply.body(), reader);
    } catch (RuntimeException notUnderstood) {
      throw new EntraFailure.Unavailable(true, null);
    }
  }

  /** A token that Microsoft Graph does not take, or not any more, is not used again. */
  private void challenged(Call call, Reply reply) {
    if (reply.status() != 401 && reply.status() != 403) {
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

  private static String code(Reply reply) {
    try {
      return Json.read(reply.body(), ErrorBody::code);
    } catch (RuntimeException notUnderstood) {
      return "";
    }
  }

  /** One of the two. */
  private interface Client {
    Reply send(Request request, String token, Attempt attempt, Duration left);
  }
}
