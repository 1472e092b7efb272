package dev.authmethods.gateway.api;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** What a request must be before anybody reads it: a POST of JSON whose sender takes JSON back. Source: GraphQL over HTTP. */
sealed interface Negotiation {
  /** The request is what it must be, and answered with this type. */
  record Agreed(String contentType) implements Negotiation {}

  /** It is not, and answered so. */
  record Refused(HttpAnswer answer) implements Negotiation {}

  /** Answered with status 400 when nothing was executed, where plain JSON is answered with 200. */
  String GRAPHQL_RESPONSE = "application/graphql-response+json";

  /** What is said in almost every request, and need not be parsed to be understood. */
  Map<String, Negotiation> COMMON = Map.of(
    HttpAnswer.JSON,
    new Agreed(HttpAnswer.JSON),
    MediaType.ALL_VALUE,
    new Agreed(HttpAnswer.JSON),
    GRAPHQL_RESPONSE,
    new Agreed(GRAPHQL_RESPONSE)
  );

  List<MediaType> OFFERED = List.of(MediaType.APPLICATION_JSON, MediaType.parseMediaType(GRAPHQL_RESPONSE));

  static Negotiation of(String method, @Nullable String contentType, @Nullable String accept) {
    if (!HttpMethod.POST.name().equals(method)) {
      return refused(HttpStatus.METHOD_NOT_ALLOWED, Map.of(HttpHeaders.ALLOW, HttpMethod.POST.name()));
    }
    if (!isJson(contentType)) {
      return refused(HttpStatus.UNSUPPORTED_MEDIA_TYPE, Map.of(HttpHeaders.ACCEPT, HttpAnswer.JSON));
    }
    var accepted = Objects.requireNonNullElse(accept, MediaType.ALL_VALUE);
    var common = COMMON.get(accepted);
    return common != null ? common : offered(accepted);
  }

  private static Negotiation refused(HttpStatus status, Map<String, String> headers) {
    return new Refused(HttpAnswer.failure(status, headers));
  }

  private static boolean isJson(@Nullable String contentType) {
    return HttpAnswer.JSON.equals(contentType) || (contentType != null && isJsonOfSomeKind(contentType));
  }

  private static boolean isJsonOfSomeKind(String contentType) {
    try {
      var type = MediaType.parseMediaType(contentType);
      return type.isConcrete() && OFFERED.stream().anyMatch(type::equalsTypeAndSubtype);
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }

  private static Negotiation offered(String accept) {
    try {
      return MediaType.parseMediaTypes(accept)
        .stream()
        .filter(type -> type.getQualityValue() > 0)
        .sorted(Comparator.comparingDouble(MediaType::getQualityValue).reversed())
        .flatMap(type -> OFFERED.stream().filter(type::includes))
        .findFirst()
        .<Negotiation>map(type -> new Agreed(type.toString()))
        .orElseGet(() -> refused(HttpStatus.NOT_ACCEPTABLE, Map.of()));
    } catch (InvalidMediaTypeException e) {
      return refused(HttpStatus.NOT_ACCEPTABLE, Map.of());
    }
  }
}
