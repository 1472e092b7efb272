package dev.authmethods.gateway.api.http;

import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingInt;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * One {@link ResponseMediaType}, and how much a client wants it: the quality of the range that names it most exactly. Source: RFC
 * 9110, section 12.5.1.
 *
 * @param range the range that names it most exactly
 */
record AcceptHeader(ResponseMediaType representation, MediaType range) {
  /**
   * A client that names both with the same quality knows both: then the gateway chooses the one that says more. A
   * client that names none may know plain JSON only.
   */
  private static final Comparator<AcceptHeader> DEAREST = comparingDouble(AcceptHeader::quality)
    .thenComparingInt(AcceptHeader::exactness)
    .thenComparing(AcceptHeader::isUsual);

  /** The headers of almost every request, which need not be parsed. */
  private static final Map<String, Optional<ResponseMediaType>> COMMON = Stream.of(
    "*/*",
    "application/json",
    "application/graphql-response+json",
    "application/graphql-response+json, application/json;q=0.9",
    "application/graphql-response+json,application/json;q=0.9",
    "application/graphql-response+json; charset=utf-8, application/json; charset=utf-8",
    "application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed"
  ).collect(Collectors.toUnmodifiableMap(Function.identity(), AcceptHeader::parsed));

  /** The media type that fits a header {@code Accept} best; empty when it accepts neither. */
  static Optional<ResponseMediaType> best(String accept) {
    var common = COMMON.get(accept);
    return common != null ? common : parsed(accept);
  }

  private static Optional<ResponseMediaType> parsed(String accept) {
    try {
      var ranges = MediaType.parseMediaTypes(accept);
      return Arrays.stream(ResponseMediaType.values())
        .flatMap(representation -> of(representation, ranges).stream())
        .filter(acceptance -> acceptance.quality() > 0)
        .max(DEAREST)
        .map(AcceptHeader::representation);
    } catch (InvalidMediaTypeException e) {
      return Optional.empty();
    }
  }

  private static Optional<AcceptHeader> of(ResponseMediaType representation, List<MediaType> ranges) {
    return ranges
      .stream()
      .filter(range -> names(range, representation))
      .map(range -> new AcceptHeader(representation, range))
      .max(comparingInt(AcceptHeader::exactness).thenComparingDouble(AcceptHeader::quality));
  }

  /** Of the parameters only the charset can tell anything apart. */
  private static boolean names(MediaType range, ResponseMediaType representation) {
    var offered = representation.mediaType();
    return range.includes(offered) && (range.getCharset() == null || range.getCharset().equals(offered.getCharset()));
  }

  private double quality() {
    return range.getQualityValue();
  }

  private int exactness() {
    if (range.isWildcardType()) {
      return 0;
    }
    return range.isWildcardSubtype() ? 1 : 2 + Math.min(1, parameters());
  }

  private int parameters() {
    return range.getParameters().size() - (range.getParameters().containsKey("q") ? 1 : 0);
  }

  private boolean isUsual() {
    var named = exactness() >= 2;
    return named == (representation == ResponseMediaType.GRAPHQL);
  }
}
