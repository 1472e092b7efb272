package dev.authmethods.sandbox.http;

import static java.util.Locale.ROOT;

import java.util.Set;
import java.util.stream.Stream;

/** The media types that Microsoft Graph reads and writes: JSON, and text for a count that is requested alone. */
public final class MediaTypes {

  private static final Set<String> JSON = Set.of("*/*", "application/*", "application/json");
  private static final Set<String> TEXT = Set.of("text/*", "text/plain");

  private MediaTypes() {}

  /**
   * Refuses a request that asks for another type, or whose body is of another one. A request without a body needs no type:
   * actions such as enableSmsSignIn have none.
   *
   * @param count whether the call asks for a count alone: the SDKs accept text there, other clients accept the same as
   *              always
   */
  public static void check(HttpCall call, boolean count) {
    var accept = call.header("Accept").orElse("");
    if (!accepts(accept, JSON) && !(count && accepts(accept, TEXT))) {
      throw GraphError.notAcceptable();
    }
    if (!call.body().isEmpty() && !call.method().equals("DELETE")) {
      checkBody(call);
    }
  }

  public static boolean isJson(String mediaType) {
    return typeOf(mediaType).equals("application/json");
  }

  private static void checkBody(HttpCall call) {
    var type = call.header("Content-Type").orElse("");
    if (type.isBlank()) {
      var text = "Write requests (excluding DELETE) must contain the Content-Type header declaration.";
      throw GraphError.of(400, "BadRequest", text);
    }
    if (!isJson(type)) {
      throw GraphError.of(400, "BadRequest", "Entity only allows writes with a JSON Content-Type header.");
    }
  }

  private static boolean accepts(String accept, Set<String> ranges) {
    return accept.isBlank() || Stream.of(accept.split(",")).anyMatch(range -> isAccepted(range, ranges));
  }

  private static boolean isAccepted(String range, Set<String> ranges) {
    return ranges.contains(typeOf(range)) && !range.replace(" ", "").matches("(?i).*;q=0(\\.0*)?(;.*)?");
  }

  private static String typeOf(String mediaType) {
    return mediaType.replaceFirst(";.*", "").trim().toLowerCase(ROOT);
  }
}
