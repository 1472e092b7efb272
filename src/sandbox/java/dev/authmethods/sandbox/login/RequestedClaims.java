package dev.authmethods.sandbox.login;

import dev.authmethods.sandbox.http.JsonTree;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The {@code claims} parameter, with which a client answers a claims challenge (OpenID Connect Core, 5.5). */
final class RequestedClaims {

  private RequestedClaims() {}

  /** The authentication contexts that the access token has to bring; none of an empty text. */
  static List<String> contexts(String claims) {
    var asked = claims.isBlank() ? JsonTree.object() : read(claims).at("/access_token/acrs");
    return Stream.concat(Stream.of(asked.path("value")), asked.path("values").valueStream())
      .filter(JsonNode::isString)
      .map(JsonNode::asString)
      .toList();
  }

  private static JsonNode read(String claims) {
    try {
      return JsonTree.read(claims);
    } catch (JacksonException _) {
      throw LoginError.invalidRequest(90023, "The value of the parameter 'claims' is not valid JSON.");
    }
  }
}
