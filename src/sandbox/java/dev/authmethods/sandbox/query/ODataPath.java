package dev.authmethods.sandbox.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Locale.ROOT;

import dev.authmethods.sandbox.http.GraphError;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The address of a resource below the version root; {@code users('x')} and {@code users/x} read the same. */
public record ODataPath(List<String> segments) {
  private static final Pattern KEY = Pattern.compile("([\\w.]+)\\((?:\\w+=)?'(.*)'\\)");
  private static final Pattern NAMESPACE = Pattern.compile("(?:microsoft\\.)?graph\\.(\\w+)", Pattern.CASE_INSENSITIVE);

  public static ODataPath parse(String path) {
    var segments = new ArrayList<String>();
    for (var raw : path.replaceFirst("^/", "").replaceFirst("/$", "").split("/", -1)) {
      var segment = decode(raw);
      var keyed = KEY.matcher(segment);
      if (keyed.matches()) {
        segments.add(keyed.group(1));
        segments.add(keyed.group(2).replace("''", "'"));
      } else {
        segments.add(refuseSystemOption(segment));
      }
    }
    return new ODataPath(List.copyOf(segments));
  }

  public String head() {
    return name(0);
  }

  /** The name at an index in lower case, because names are not case-sensitive, and without a namespace; or the empty string. */
  public String name(int index) {
    return NAMESPACE.matcher(at(index)).replaceFirst("$1").toLowerCase(ROOT);
  }

  /** The type, in lower case and without its namespace, that the segment at an index casts to. */
  public Optional<String> cast(int index) {
    return Optional.of(NAMESPACE.matcher(at(index)))
      .filter(Matcher::matches)
      .map(matcher -> matcher.group(1).toLowerCase(ROOT));
  }

  /** The segment at an index as it was sent, as keys are; or the empty string. */
  public String at(int index) {
    return index < segments.size() ? segments.get(index) : "";
  }

  public int length() {
    return segments.size();
  }

  /** Whether the call asks only for the number of the objects. */
  public boolean isCount() {
    return length() > 0 && name(length() - 1).equals("$count");
  }

  public ODataPath from(int index) {
    return new ODataPath(segments.subList(Math.min(index, length()), length()));
  }

  /** A name that starts with a dollar sign fits only between brackets (Microsoft Graph: Get a user). */
  private static String refuseSystemOption(String segment) {
    if (segment.startsWith("$") && !segment.equalsIgnoreCase("$count")) {
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
