package dev.authmethods.gateway.entra;

import dev.authmethods.gateway.access.Call;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import okhttp3.HttpUrl;
import okhttp3.Response;
import okhttp3.ResponseBody;
import tools.jackson.core.JsonParser;

/** Sends what only reads, written and read by ourselves in one pass: the SDK reads the answer to a batch many times over. */
final class ReadRequests {

  private final HttpClients http;
  private final String root;
  private final Map<String, HttpUrl> fixed = new ConcurrentHashMap<>();
  private final AccessTokens tokens;
  private final Passage passage;

  ReadRequests(HttpClients http, Cloud cloud, AccessTokens tokens, Passage passage) {
    this.http = http;
    this.root = cloud.graphEndpoint().toString();
    this.tokens = tokens;
    this.passage = passage;
  }

  /** Sends a request once, and reads what is answered; {@link EntraFailure} when that is a refusal, or no answer. */
  <T> T send(Call call, Request request, Function<JsonParser, T> reader) {
    var token = tokens.tokenFor(call);
    return passage.send(call, request.charge(), () -> send(call, request, token, reader));
  }

  private <T> T send(Call call, Request request, String token, Function<JsonParser, T> reader) {
    var attempt = new Attempt();
    try (var response = http.read(prepared(request, token, attempt), call.remaining()).execute()) {
      if (response.code() == 401) {
        tokens.forget(call.caller());
      }
      return answered(response, reader);
    } catch (AnswerCheck.Challenged challenge) {
      tokens.forget(call.caller());
      throw new EntraFailure.ClaimsRequired(challenge.claims());
    } catch (IOException unanswered) {
      throw new EntraFailure.Unavailable(attempt.sent(), null);
    }
  }

  /** The path follows the version, so that the token cannot go to another host. */
  private okhttp3.Request prepared(Request request, String token, Attempt attempt) {
    return new okhttp3.Request.Builder()
      .url(url(request))
      .method(request.method(), request.body())
      .header("Authorization", "Bearer " + token)
      .header("Accept", "application/json")
      .tag(Attempt.class, attempt)
      .build();
  }

  /** What is asked for with a body goes to one of few addresses, which are parsed once. */
  private HttpUrl url(Request request) {
    return request.body() == null
      ? HttpUrl.get(root + request.path())
      : fixed.computeIfAbsent(request.path(), path -> HttpUrl.get(root + path));
  }

  private static <T> T answered(Response response, Function<JsonParser, T> reader) throws IOException {
    if (!response.isSuccessful()) {
      var code = code(response);
      throw Failures.of(response.code(), response.header("Retry-After"), code, response.header("request-id"));
    }
    try {
      return Json.read(bytes(response), reader);
    } catch (RuntimeException notUnderstood) {
      throw new EntraFailure.Unavailable(true, null);
    }
  }

  private static String code(Response response) {
    try {
      return Json.read(bytes(response), ErrorBody::code);
    } catch (IOException | RuntimeException notUnderstood) {
      return "";
    }
  }

  private static byte[] bytes(Response response) throws IOException {
    ResponseBody body = response.body();
    return body == null ? new byte[0] : body.bytes();
  }
}
