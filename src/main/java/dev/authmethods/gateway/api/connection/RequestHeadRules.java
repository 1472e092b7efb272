package dev.authmethods.gateway.api.connection;

import dev.authmethods.gateway.api.http.JsonResponse;
import dev.authmethods.gateway.api.http.ResponseMediaType;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The rules that make a request mean the same to every server on its way, as far as Netty does not check them itself.
 * Sources: RFC 9110, sections 7.2, 8.4 and 10.1.1; RFC 9112, sections 2.3, 3.2 and 6.1.
 */
final class RequestHeadRules {

  private static final String IN_A_HOST = "-._~!$&'()*+;=:[]%";

  private RequestHeadRules() {}

  /** The answer to a request that is not; null for any other. */
  static @Nullable JsonResponse refusal(HttpRequest request) {
    var headers = request.headers();
    if (!isKnown(request.protocolVersion())) {
      return failure(HttpStatus.HTTP_VERSION_NOT_SUPPORTED, Map.of());
    }
    if (!isTarget(request.uri()) || !isHost(headers, request.protocolVersion())) {
      return failure(HttpStatus.BAD_REQUEST, Map.of());
    }
    if (isCodedInTransfer(headers)) {
      return failure(HttpStatus.NOT_IMPLEMENTED, Map.of());
    }
    if (headers.contains(HttpHeaderNames.EXPECT) && isUnmet(headers, request.protocolVersion())) {
      return failure(HttpStatus.EXPECTATION_FAILED, Map.of());
    }
    return headers.contains(HttpHeaderNames.CONTENT_ENCODING) && isEncoded(headers)
      ? failure(HttpStatus.UNSUPPORTED_MEDIA_TYPE, Map.of("Accept-Encoding", "identity"))
      : null;
  }

  private static JsonResponse failure(HttpStatus status, Map<String, String> headers) {
    return JsonResponse.failure(status, headers, ResponseMediaType.JSON);
  }

  private static boolean isKnown(HttpVersion version) {
    return version.equals(HttpVersion.HTTP_1_1) || version.equals(HttpVersion.HTTP_1_0);
  }

  /** Bytes above 127 are no part of an address, but some clients send them. */
  private static boolean isTarget(String uri) {
    for (int at = 0; at < uri.length(); at++) {
      if (uri.charAt(at) <= ' ' || uri.charAt(at) == 0x7F) {
        return false;
      }
    }
    return !uri.isEmpty();
  }

  private static boolean isHost(HttpHeaders headers, HttpVersion version) {
    var host = headers.get(HttpHeaderNames.HOST);
    if (host == null) {
      return version.equals(HttpVersion.HTTP_1_0);
    }
    return isHost(host) && headers.getAll(HttpHeaderNames.HOST).size() == 1;
  }

  private static boolean isHost(String host) {
    for (int at = 0; at < host.length(); at++) {
      if (!isInAHost(host.charAt(at))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isInAHost(char character) {
    return (
      (character >= 'a' && character <= 'z') ||
      (character >= 'A' && character <= 'Z') ||
      (character >= '0' && character <= '9') ||
      IN_A_HOST.indexOf(character) >= 0
    );
  }

  /** A client may not name chunked in TE: one that does means the coding of its body. */
  private static boolean isCodedInTransfer(HttpHeaders headers) {
    return (
      (headers.contains(HttpHeaderNames.TRANSFER_ENCODING) &&
        isOtherThan(headers, HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED::contentEqualsIgnoreCase)) ||
      (headers.contains(HttpHeaderNames.TE) &&
        items(headers, HttpHeaderNames.TE).anyMatch(HttpHeaderValues.CHUNKED::contentEqualsIgnoreCase))
    );
  }

  /** A client of HTTP/1.0 knows no expectations, and what it says of them counts for nothing. */
  private static boolean isUnmet(HttpHeaders headers, HttpVersion version) {
    return (
      version.equals(HttpVersion.HTTP_1_1) &&
      isOtherThan(headers, HttpHeaderNames.EXPECT, HttpHeaderValues.CONTINUE::contentEqualsIgnoreCase)
    );
  }

  private static boolean isEncoded(HttpHeaders headers) {
    return isOtherThan(headers, HttpHeaderNames.CONTENT_ENCODING, HttpHeaderValues.IDENTITY::contentEqualsIgnoreCase);
  }

  private static boolean isOtherThan(HttpHeaders headers, CharSequence name, Predicate<CharSequence> known) {
    return !items(headers, name).allMatch(known);
  }

  private static Stream<String> items(HttpHeaders headers, CharSequence name) {
    return headers
      .getAll(name)
      .stream()
      .flatMap(line -> Arrays.stream(line.split(",")))
      .map(String::strip)
      .filter(item -> !item.isEmpty());
  }
}
