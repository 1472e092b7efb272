package dev.authmethods.sandbox.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.authmethods.sandbox.http.HttpReply;
import dev.authmethods.sandbox.http.JsonTree;
import java.util.Base64;

/** The tokens that a page gets for a code or for a refresh token. */
final class SignInReply {

  private final Tokens tokens;
  private final SignInGrants grants;

  SignInReply(Tokens tokens, SignInGrants grants) {
    this.tokens = tokens;
    this.grants = grants;
  }

  HttpReply of(SignIn signIn, TokenRequest request) {
    var json = JsonTree.object().put("token_type", "Bearer").put("scope", GatewayScopes.granted(signIn.scopes()));
    json.put("expires_in", Tokens.SECONDS).put("ext_expires_in", Tokens.SECONDS);
    json.put("access_token", tokens.forGateway(signIn));
    if (signIn.has("offline_access")) {
      json.put("refresh_token", grants.issueRefreshToken(signIn));
    }
    if (signIn.has("openid")) {
      json.put("id_token", tokens.identity(signIn));
    }
    if (request.find("client_info").isPresent()) {
      json.put("client_info", clientInfo(signIn));
    }
    return HttpReply.ok(json).with("Cache-Control", "no-store");
  }

  /** By which Microsoft's libraries tell accounts from each other. */
  private static String clientInfo(SignIn signIn) {
    var info = JsonTree.object().put("uid", signIn.persona().user().id()).put("utid", signIn.persona().tenantId());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(info.toString().getBytes(UTF_8));
  }
}
