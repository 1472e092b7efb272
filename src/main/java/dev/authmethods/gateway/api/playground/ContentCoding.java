package dev.authmethods.gateway.api.playground;

import static java.util.Locale.ROOT;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The forms in which the build stores a file, the smallest first. */
enum ContentCoding {
  BROTLI("br", ".br"),
  GZIP("gzip", ".gz");

  private static final String ANY = "*";

  private final String token;
  private final String suffix;

  ContentCoding(String token, String suffix) {
    this.token = token;
    this.suffix = suffix;
  }

  String token() {
    return token;
  }

  String suffix() {
    return suffix;
  }

  /** The form that a client prefers; empty when it takes neither (RFC 9110, 12.5.3). */
  static Optional<ContentCoding> preferred(String acceptEncoding) {
    var weights = weights(acceptEncoding);
    return Stream.of(values())
      .filter(coding -> weightOf(coding, weights) > 0)
      .max(
        Comparator.<ContentCoding>comparingDouble(coding -> weightOf(coding, weights)).thenComparing(
          Comparator.reverseOrder()
        )
      );
  }

  private static double weightOf(ContentCoding coding, Map<String, Double> weights) {
    return weights.getOrDefault(coding.token, weights.getOrDefault(ANY, 0.0));
  }

  private static Map<String, Double> weights(String acceptEncoding) {
    return Arrays.stream(acceptEncoding.toLowerCase(ROOT).split(","))
      .map(part -> part.replaceAll("\\s", "").split(";q=", 2))
      .collect(Collectors.toMap(part -> part[0], ContentCoding::weight, Math::max));
  }

  /** A weight that is none takes nothing. */
  private static double weight(String... part) {
    try {
      return part.length == 1 ? 1 : Double.parseDouble(part[1]);
    } catch (NumberFormatException _) {
      return 0;
    }
  }
}
