package dev.authmethods.sandbox;

import static java.util.Locale.ROOT;

import java.util.stream.Stream;

/** Which media types Microsoft Graph reads and writes: JSON alone. */
final class MediaTypes {

  private MediaTypes() {}

  /**
   * Refuses a request that asks for another type, or whose body is of another one. A request without a body needs no type:
   * actions such as enableSmsSignIn have none.
   */
  static void check(Call call) {
    if (!accepts(call.header("Accept").orElse(""))) {
      throw GraphError.notAcceptable();
    }
    if (!call.body().isEmpty() && !call.method().equals("DELETE")) {
      checkBody(call);
    }
  }

  static boolean isJson(String mediaType) {
    return typeOf(mediaType).equals("application/json");
  }

  private static void checkBody(Call call) {
    var type = call.header("Content-Type").orElse("");
    if (type.isBlank()) {
      var text = "Write requests (excluding DELETE) must contain the Content-Type header declaration.";
      throw GraphError.of(400, "BadRequest", text);
    }
    if (!isJson(type)) {
      throw GraphError.of(400, "BadRequest", "Entity only allows writes with a JSON Content-Type header.");
    }
  }

  private static boolean accepts(String accept) {
    return accept.isBlank() || Stream.of(accept.split(",")).anyMatch(MediaTypes::isAccepted);
  }

  private static boolean isAccepted(String range) {
    var json = Stream.of("*/*", "application/*", "application/json").anyMatch(typeOf(range)::equals);
    return json && !range.replace(" ", "").matches("(?i).*;q=0(\\.0*)?(;.*)?");
  }

  private static String typeOf(String mediaType) {
    return mediaType.replaceFirst(";.*", "").trim().toLowerCase(ROOT);
  }
}
