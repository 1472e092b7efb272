package dev.authmethods.sandbox.login;

import dev.authmethods.sandbox.directory.Persona;
import java.time.Instant;
import java.util.List;
import java.util.Set;

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
}
