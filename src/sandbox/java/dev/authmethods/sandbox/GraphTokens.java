package dev.authmethods.sandbox;

/** Admits calls of Graph that carry a token of the login for Graph. */
final class GraphTokens {

  private static final String ISSUER = "https://sts.windows.net/" + Tenant.CONTOSO + "/";

  private final Tokens tokens;

  GraphTokens(Tokens tokens) {
    this.tokens = tokens;
  }

  Caller admit(Call call) {
    var header = call.header("Authorization").orElse("");
    if (!header.regionMatches(true, 0, "Bearer ", 0, 7) || header.substring(7).isBlank()) {
      throw GraphError.invalidToken("Access token is empty.");
    }
    var claims = tokens
      .verify(header.substring(7).trim())
      .orElseThrow(() -> GraphError.invalidToken("Access token validation failure. Invalid signature."));
    return Caller.of(valid(claims));
  }

  private static Claims valid(Claims claims) {
    if (claims.isExpired()) {
      throw GraphError.invalidToken("Lifetime validation failed, the token is expired.");
    }
    if (!claims.isFor(Tenant.GRAPH_URI, Tenant.GRAPH)) {
      throw GraphError.invalidToken("Access token validation failure. Invalid audience.");
    }
    if (!claims.text("iss").equals(ISSUER)) {
      throw GraphError.invalidToken("Access token validation failure. Invalid issuer.");
    }
    return claims;
  }
}
