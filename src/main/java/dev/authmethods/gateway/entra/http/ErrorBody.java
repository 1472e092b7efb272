package dev.authmethods.gateway.entra.http;

import dev.authmethods.gateway.entra.Json;
import java.util.Objects;
import tools.jackson.core.JsonParser;

/**
 * Microsoft Graph's error envelope; the gateway reads only its code. Source: https://learn.microsoft.com/graph/errors
 */
public final class ErrorBody {

  private ErrorBody() {}

  /** {@code {"error": {"code": …}}}; empty when there is none. */
  public static String code(JsonParser in) {
    var code = "";
    Json.enterObject(in);
    for (var name = Json.nextProperty(in); name != null; name = Json.nextProperty(in)) {
      if (name.equals("error")) {
        code = codeOfError(in);
      } else {
        in.skipChildren();
      }
    }
    return code;
  }

  private static String codeOfError(JsonParser in) {
    var code = "";
    Json.enterObject(in);
    for (var name = Json.nextProperty(in); name != null; name = Json.nextProperty(in)) {
      if (name.equals("code")) {
        code = Objects.requireNonNullElse(Json.text(in), "");
      } else {
        in.skipChildren();
      }
    }
    return code;
  }
}
