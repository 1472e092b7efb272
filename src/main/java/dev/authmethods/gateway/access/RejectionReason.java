package dev.authmethods.gateway.access;

import java.util.Locale;

/**
 * The reason why the gateway rejects a request's token. Callers learn only what {@link Unauthorized} says; operators
 * see this reason.
 */
public enum RejectionReason {
  MISSING("there is no access token"),
  SEVERAL_TOKENS("there is more than one Authorization header"),
  MALFORMED("the token is not a signed JWT in its compact form"),
  ALGORITHM("the token is not signed by RS256"),
  UNKNOWN_KEY(
    "the token is signed with a key that the tenant does not publish: check gateway.entra.tenant-id and cloud"
  ),
  SIGNATURE("the signature does not fit the token: tokens for Microsoft Graph fail so, too"),
  VERSION_1(
    "the token has the format v1.0: set requestedAccessTokenVersion to 2 in the manifest of the gateway's registration"
  ),
  PERSONAL_ACCOUNT("the token is of a personal Microsoft account"),
  TENANT("the token is of another tenant than gateway.entra.tenant-id"),
  ISSUER("the issuer is not that of gateway.entra.tenant-id"),
  AUDIENCE("audience %s is not this gateway's, which is gateway.entra.client-id"),
  OBJECT_ID("the token has no object id"),
  CLIENT("client %s is not listed in gateway.access.clients"),
  CONTRADICTORY("the token is an application's and a user's at once"),
  NO_SCOPES("the token is a user's and has no scopes, as an ID token: clients must send an access token"),
  APPLICATION("the token is an application's, without a user: gateway.access.accept-applications is false"),
  APPLICATION_ROLE("the application does not have the role of gateway.access.application-role"),
  NO_EXPIRY("the token does not say when it ends"),
  NOT_YET_VALID("the token is not valid yet: check the clock of this machine"),
  EXPIRED("the token has expired"),
  SCOPE("the token does not have the scope %s of gateway.access.scope"),
  REFUSED_BY_ENTRA("Entra does not accept the token any more"),
  KEYS_UNAVAILABLE("the signing keys of the tenant cannot be fetched");

  private final String text;

  RejectionReason(String text) {
    this.text = text;
  }

  /** Its name in metrics. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** For operators, in English. */
  public String text(String shown) {
    return text.formatted(shown);
  }
}
