package dev.authmethods.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The address of a resource below the version root; {@code users('x')} and {@code users/x} read the same. */
record ODataPath(List<String> segments) {
  private static final Pattern KEY = Pattern.compile("(\\w+)\\('(.*)'\\)");

  static ODataPath parse(String path) {
    var segments = new ArrayList<String>();
    for (var raw : path.replaceFirst("^/", "").split("/", -1)) {
      var segment = decode(raw);
      var keyed = KEY.matcher(segment);
      if (keyed.matches()) {
        segments.add(keyed.group(1));
        segments.add(keyed.group(2).replace("''", "'"));
      } else {
        segments.add(refuseSystemOption(segment).replaceFirst("^microsoft\\.graph\\.", ""));
      }
    }
    return new ODataPath(List.copyOf(segments));
  }

  String head() {
    return segments.getFirst();
  }

  /** The segment at an index, or the empty string. */
  String at(int index) {
    return index < segments.size() ? segments.get(index) : "";
  }

  int length() {
    return segments.size();
  }

  ODataPath from(int index) {
    return new ODataPath(segments.subList(Math.min(index, length()), length()));
  }

  /** A name that starts with a dollar sign fits only between brackets (Microsoft Graph: Get a user). */
  private static String refuseSystemOption(String segment) {
    if (segment.startsWith("$")) {
      throw GraphError.unknownSegment(segment);
    }
    return segment;
  }

  private static String decode(String raw) {
    try {
      return URLDecoder.decode(raw.replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException _) {
      throw GraphError.badRequest("The request URI is malformed.");
    }
  }
}
