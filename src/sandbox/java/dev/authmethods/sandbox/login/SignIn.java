package dev.authmethods.sandbox.login;

import dev.authmethods.sandbox.directory.Persona;
import dev.authmethods.sandbox.http.JsonTree;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Somebody who has signed in to an application.
 *
 * @param scopes   everything that was granted, those of the sign-in itself among it
 * @param nonce    the application's own mark, which the id token brings back; empty for none
 * @param contexts the authentication contexts that were asked for by a claims challenge
 * @param at       when it was
 */
record SignIn(
  ClientApplication client,
  Persona persona,
  Set<String> scopes,
  String nonce,
  List<String> contexts,
  Instant at
) {
  /** A claims challenge is answered with a second factor (RFC 8176). */
  List<String> authenticationMethods() {
    return contexts.isEmpty() ? List.of("pwd") : List.of("pwd", "mfa");
  }

  boolean has(String scope) {
    return scopes.contains(scope);
  }

  /**
   * The authentication contexts that the access token has to bring; none of an empty text.
   *
   * @param claims with which a client answers a claims challenge (OpenID Connect Core, 5.5)
   */
  static List<String> contextsIn(String claims) {
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
