package dev.authmethods.gateway.api.http;

import dev.authmethods.gateway.api.request.RequestMethod;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * The form of a request, checked before anybody reads the request: its method is one for GraphQL, its body is JSON in
 * UTF-8, and its client accepts JSON. Source: GraphQL over HTTP.
 *
 * <p>It need not come with a header that other sites cannot send: there are no cookies, and none of them has the token.
 */
sealed interface ContentNegotiation {
  /** The request is what it must be. */
  record Agreed(RequestMethod method, ResponseMediaType representation) implements ContentNegotiation {}

  /** It is not, and answered so. */
  record Refused(
    HttpStatus status,
    Map<String, String> headers,
    ResponseMediaType representation
  ) implements ContentNegotiation {}

  /** The media type of every answer to the request. */
  ResponseMediaType representation();

  static ContentNegotiation of(String method, @Nullable String contentType, @Nullable String accept) {
    var best = AcceptHeader.best(Objects.requireNonNullElse(accept, MediaType.ALL_VALUE));
    var representation = best.orElse(ResponseMediaType.JSON);
    var known = RequestMethod.of(method);
    if (known == null) {
      return new Refused(HttpStatus.METHOD_NOT_ALLOWED, Map.of(HttpHeaders.ALLOW, RequestMethod.ALL), representation);
    }
    if (known.hasBody() && !isJson(contentType)) {
      return new Refused(
        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
        Map.of(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE),
        representation
      );
    }
    return best.isPresent()
      ? new Agreed(known, representation)
      : new Refused(HttpStatus.NOT_ACCEPTABLE, Map.of(), representation);
  }

  private static boolean isJson(@Nullable String contentType) {
    return (
      MediaType.APPLICATION_JSON_VALUE.equals(contentType) || (contentType != null && isJsonOfSomeKind(contentType))
    );
  }

  private static boolean isJsonOfSomeKind(String contentType) {
    try {
      var type = MediaType.parseMediaType(contentType);
      return isUtf8(type) && Arrays.stream(ResponseMediaType.values()).anyMatch(known -> isOf(type, known));
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }

  private static boolean isUtf8(MediaType type) {
    return type.getCharset() == null || type.getCharset().equals(StandardCharsets.UTF_8);
  }

  private static boolean isOf(MediaType type, ResponseMediaType known) {
    return type.isConcrete() && type.equalsTypeAndSubtype(known.mediaType());
  }
}
