package dev.authmethods.gateway.api.http;

import dev.authmethods.gateway.access.Unauthorized;
import dev.authmethods.gateway.api.error.ErrorCode;
import dev.authmethods.gateway.api.request.InvalidRequest;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

/** An answer over HTTP: JSON, of which no cache on the way may keep a copy. */
public record JsonResponse(int status, ResponseMediaType representation, Map<String, String> headers, ByteBuffer body) {
  /** Nobody is to keep an answer, to guess what it is, to show it as a page, or to embed it. */
  private static final HttpHeaders GUARDS = new DefaultHttpHeaders()
    .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
    .set("X-Content-Type-Options", "nosniff")
    .set(HttpHeaderNames.CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'")
    // An address may hold what somebody asked for.
    .set("Referrer-Policy", "no-referrer")
    // Asking by CORS is another matter: this is of pages that embed without it.
    .set("Cross-Origin-Resource-Policy", "same-origin");

  private static final HttpResponseStatus PARTIAL_SUCCESS = new HttpResponseStatus(
    StatusProfile.PARTIAL_SUCCESS,
    "Partial Success"
  );

  /** The answer to what is turned away unread. Always the same, so that it costs next to nothing. */
  public static final JsonResponse OVERLOADED = new JsonResponse(
    HttpStatus.SERVICE_UNAVAILABLE.value(),
    ResponseMediaType.JSON,
    Map.of("Retry-After", "1"),
    utf8(
      "{\"errors\":[{\"message\":\"The gateway has too much to do at the moment.\",\"extensions\":{\"code\":\"OVERLOADED\",\"retryAfterSeconds\":1}}]}"
    )
  );

  /** The answer to what is no GraphQL request, or went wrong before it was one: a code, and nothing of what went wrong. */
  public static JsonResponse failure(
    HttpStatusCode status,
    Map<String, String> headers,
    ResponseMediaType representation
  ) {
    return new JsonResponse(status.value(), representation, headers, failureBody(status));
  }

  /** The same, with the reason. */
  static JsonResponse refusal(int status, InvalidRequest refusal, ResponseMediaType representation) {
    return new JsonResponse(
      status,
      representation,
      refusal.getHeaders().toSingleValueMap(),
      body(refusal.getMessage(), refusal.code().name())
    );
  }

  /** The answer to a body of more bytes than allowed. */
  static JsonResponse tooLarge(int limit) {
    var message = "The body has more than %d bytes. Send long lists in several requests.".formatted(limit);
    return beyond(limit, HttpStatus.CONTENT_TOO_LARGE, ErrorCode.BODY_TOO_LARGE, message);
  }

  /** The answer in place of one that would have more bytes than allowed. */
  static JsonResponse answerTooLarge(int limit) {
    var message =
      "The answer has more than %d bytes. Select less, or ask in several requests. A mutation was carried out all the same.".formatted(
        limit
      );
    return beyond(limit, HttpStatus.INTERNAL_SERVER_ERROR, ErrorCode.ANSWER_TOO_LARGE, message);
  }

  private static JsonResponse beyond(int limit, HttpStatus status, ErrorCode code, String message) {
    var extensions = "\"code\":\"%s\",\"limit\":%d".formatted(code, limit);
    return new JsonResponse(
      status.value(),
      ResponseMediaType.JSON,
      Map.of(),
      utf8("{\"errors\":[{\"message\":\"%s\",\"extensions\":{%s}}]}".formatted(message, extensions))
    );
  }

  static ByteBuffer failureBody(HttpStatusCode status) {
    var known = HttpStatus.resolve(status.value());
    var code = known == null ? "HTTP_" + status.value() : known.name();
    var message = known == null ? "The request failed." : known.getReasonPhrase();
    return body(message, code);
  }

  private static ByteBuffer body(String message, String code) {
    return utf8("{\"errors\":[{\"message\":\"%s\",\"extensions\":{\"code\":\"%s\"}}]}".formatted(message, code));
  }

  static JsonResponse refusal(Unauthorized refusal, ResponseMediaType representation) {
    return new JsonResponse(refusal.status(), representation, refusal.headers(), utf8(refusal.body()));
  }

  private static ByteBuffer utf8(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  boolean isSuccess() {
    return status < 300;
  }

  JsonResponse as(ResponseMediaType other) {
    return representation == other ? this : new JsonResponse(status, other, headers, body);
  }

  private HttpResponseStatus line() {
    return status == StatusProfile.PARTIAL_SUCCESS ? PARTIAL_SUCCESS : HttpResponseStatus.valueOf(status);
  }

  /** For code that has only the connection. */
  public FullHttpResponse response() {
    var response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, line(), Unpooled.wrappedBuffer(body));
    describe(response.headers());
    return response;
  }

  Mono<Void> sendTo(HttpServerResponse response) {
    describe(response.status(line()).responseHeaders());
    return HttpMethod.HEAD.equals(response.method())
      ? head(response).send()
      : response.send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body))).then();
  }

  /** How long the body would be that may yet be compressed nobody knows here. */
  private static HttpServerResponse head(HttpServerResponse response) {
    response.responseHeaders().remove(HttpHeaderNames.CONTENT_LENGTH);
    return response;
  }

  private void describe(HttpHeaders all) {
    headers.forEach(all::set);
    all.set(HttpHeaderNames.CONTENT_TYPE, representation.contentType());
    all.set(HttpHeaderNames.CONTENT_LENGTH, body.remaining());
    all.add(GUARDS);
  }
}
