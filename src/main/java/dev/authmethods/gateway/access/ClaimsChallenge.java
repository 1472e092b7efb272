package dev.authmethods.gateway.access;

import org.springframework.security.core.AuthenticationException;

/**
 * Entra wants the caller to sign in again with more: a client that understands the answer asks for a new token with
 * these claims. Source: https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
public final class ClaimsChallenge extends AuthenticationException {

  private final String claims;

  /** Carries the claims as the base64 of a JSON object. */
  public ClaimsChallenge(String claims) {
    super("insufficient_claims");
    this.claims = claims;
  }

  /** The base64 of a JSON object. */
  public String claims() {
    return claims;
  }
}
