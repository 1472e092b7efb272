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

/**
 * Sends what is asked of Microsoft Graph, once, and reads the answer in one pass. {@link EntraFailure} when that is a refusal,
 * or no answer.
 */
final class Requests {

  private final HttpClients http;
  private final String root;
  private final Map<String, HttpUrl> fixed = new ConcurrentHashMap<>();
  private final AccessTokens tokens;
  private final Passage passage;

  Requests(HttpClients http, Cloud cloud, AccessTokens tokens, Passage passage) {
    this.http = http;
    this.root = cloud.graphEndpoint().toString();
    this.tokens = tokens;
    this.passage = passage;
  }

  /** Sends what only reads. */
  <T> T read(Call call, Request request, Function<JsonParser, T> reader) {
    var asked = new okhttp3.Request.Builder().url(url(request)).method(request.method(), request.body());
    return send(call, request.charge(), asked, (ready, use) -> http.read(ready, call.remaining(), use), reader);
  }

  /** What is asked for with a body goes to one of few addresses, which are parsed once. */
  private HttpUrl url(Request request) {
    return request.body() == null
      ? HttpUrl.get(root + request.path())
      : fixed.computeIfAbsent(request.path(), path -> HttpUrl.get(root + path));
  }

  /**
   * Sends what changes something. A quarter of the time that is left is kept, to read what became of a write that is not
   * answered.
   */
  <T> T write(Call call, okhttp3.Request.Builder write, Function<JsonParser, T> reader) {
    return send(
      call,
      Charge.WRITE,
      write,
      (ready, use) -> http.write(ready, call.remaining().multipliedBy(3).dividedBy(4), use),
      reader
    );
  }

  private <T> T send(
    Call call,
    Charge charge,
    okhttp3.Request.Builder asked,
    Sending<T> sending,
    Function<JsonParser, T> reader
  ) {
    // What waits for a token is not yet a call.
    var token = tokens.tokenFor(call);
    return passage.send(call, charge, () -> send(call, asked, token, sending, reader));
  }

  private <T> T send(
    Call call,
    okhttp3.Request.Builder asked,
    String token,
    Sending<T> sending,
    Function<JsonParser, T> reader
  ) {
    var attempt = new Attempt();
    try {
      return sending.send(prepared(asked, token, attempt), response -> answered(call, response, reader));
    } catch (AnswerCheck.Challenged challenge) {
      tokens.forget(call.caller());
      throw new EntraFailure.ClaimsRequired(challenge.claims());
    } catch (IOException unanswered) {
      throw new EntraFailure.Unavailable(attempt.sent(), null);
    }
  }

  private static okhttp3.Request prepared(okhttp3.Request.Builder asked, String token, Attempt attempt) {
    return asked
      .header("Authorization", "Bearer " + token)
      .header("Accept", "application/json")
      .tag(Attempt.class, attempt)
      .build();
  }

  private <T> T answered(Call call, Response response, Function<JsonParser, T> reader) throws IOException {
    if (response.code() == 401) {
      tokens.forget(call.caller());
    }
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

  /** One of the two clients, with the time that is left for this request. */
  private interface Sending<T> {
    T send(okhttp3.Request request, HttpClients.Use<T> use) throws IOException;
  }
}
