package dev.authmethods.sandbox.login;

import dev.authmethods.sandbox.http.HttpReply;
import dev.authmethods.sandbox.http.JsonTree;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** The v1.0 token endpoint: it takes a resource in place of scopes, and answers numbers as text (Azure AD for developers, v1.0). */
final class ResourceGrant {

  private ResourceGrant() {}

  /** The request as the v2.0 endpoint knows it: for all permissions of the resource. */
  static TokenRequest read(TokenRequest request) {
    return request.with("scope", request.require("resource").replaceFirst("/$", "") + "/.default");
  }

  /** The answer of the v2.0 endpoint in the form of v1.0. */
  static HttpReply written(HttpReply reply, TokenRequest request) {
    var json = (ObjectNode) JsonTree.read(reply.body());
    var now = Instant.now().getEpochSecond();
    json.put("expires_in", Integer.toString(Tokens.SECONDS)).put("ext_expires_in", Integer.toString(Tokens.SECONDS));
    json.put("expires_on", Long.toString(now + Tokens.SECONDS)).put("not_before", Long.toString(now));
    json.put("resource", request.require("resource"));
    JsonTree.text(json, "scope").ifPresent(scope -> json.put("scope", scope.replaceAll("https?://[^ ]*/", "")));
    return reply.withBody(json.toString());
  }
}
