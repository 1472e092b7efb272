package dev.authmethods.gateway.entra.http;

import dev.authmethods.gateway.entra.Json;
import java.util.Objects;
import tools.jackson.core.JsonParser;

/**
 * Microsoft Graph's error envelope. Source: https://learn.microsoft.com/graph/errors
 *
 * @param code    empty when there is none
 * @param message a text for developers, which never leaves the gateway; empty when there is none
 */
public record ErrorBody(String code, String message) {
  /** An answer without an envelope. */
  public static final ErrorBody NONE = new ErrorBody("", "");

  /** {@code {"error": {"code": …, "message": …}}}. */
  public static ErrorBody read(JsonParser in) {
    var body = NONE;
    Json.enterObject(in);
    for (var name = Json.nextProperty(in); name != null; name = Json.nextProperty(in)) {
      if (name.equals("error")) {
        body = error(in);
      } else {
        in.skipChildren();
      }
    }
    return body;
  }

  private static ErrorBody error(JsonParser in) {
    var code = "";
    var message = "";
    Json.enterObject(in);
    for (var name = Json.nextProperty(in); name != null; name = Json.nextProperty(in)) {
      switch (name) {
        case "code" -> code = Objects.requireNonNullElse(Json.text(in), "");
        case "message" -> message = Objects.requireNonNullElse(Json.text(in), "");
        default -> in.skipChildren();
      }
    }
    return new ErrorBody(code, message);
  }

  /** Without the message: it may name people. */
  @Override
  public String toString() {
    return "ErrorBody[" + code + "]";
  }
}
