package dev.authmethods.sandbox.graph;

import dev.authmethods.sandbox.directory.GraphCaller;
import dev.authmethods.sandbox.directory.GraphCloud;
import dev.authmethods.sandbox.directory.TokenClaims;
import dev.authmethods.sandbox.http.GraphError;
import dev.authmethods.sandbox.http.HttpCall;
import dev.authmethods.sandbox.login.Tokens;

/** Admits calls of Graph that carry a token of the login for Graph. */
public final class GraphTokens {

  private final Tokens tokens;

  public GraphTokens(Tokens tokens) {
    this.tokens = tokens;
  }

  GraphCaller admit(HttpCall call) {
    var header = call.header("Authorization").orElse("");
    if (!header.regionMatches(true, 0, "Bearer ", 0, 7) || header.substring(7).isBlank()) {
      throw GraphError.invalidToken("Access token is empty.");
    }
    var claims = tokens
      .verify(header.substring(7).trim())
      .orElseThrow(() -> GraphError.invalidToken("Access token validation failure. Invalid signature."));
    return GraphCaller.of(cloud(claims), claims);
  }

  private static GraphCloud cloud(TokenClaims claims) {
    if (claims.isExpired()) {
      throw GraphError.invalidToken("Lifetime validation failed, the token is expired.");
    }
    var cloud = GraphCloud.ofToken(claims).orElseThrow(() ->
      GraphError.invalidToken("Access token validation failure. Invalid audience.")
    );
    if (!claims.text("iss").equals(cloud.issuer())) {
      throw GraphError.invalidToken("Access token validation failure. Invalid issuer.");
    }
    return cloud;
  }
}
