package dev.authmethods.sandbox.login;

import static java.util.Locale.ROOT;

import dev.authmethods.sandbox.directory.Directory;
import dev.authmethods.sandbox.directory.DirectoryUser;
import dev.authmethods.sandbox.directory.TokenClaims;
import dev.authmethods.sandbox.http.HttpReply;
import dev.authmethods.sandbox.http.JsonTree;
import dev.authmethods.sandbox.http.Tenant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The two grants the gateway uses (Microsoft identity platform: client credentials flow, On-Behalf-Of flow), and those of its pages. */
public final class TokenEndpoint {

  private static final String ON_BEHALF_OF = "urn:ietf:params:oauth:grant-type:jwt-bearer";

  private final Tokens tokens;
  private final ClientProofs proofs;
  private final Directory directory;
  private final Function<ClientApplication, Consent> consent;
  private final SignInGrants signIns;
  private final List<String> audiences;

  public TokenEndpoint(
    Tokens tokens,
    ClientProofs proofs,
    Directory directory,
    Function<ClientApplication, Consent> consent,
    SignInGrants signIns,
    String authority
  ) {
    this.tokens = tokens;
    this.proofs = proofs;
    this.directory = directory;
    this.consent = consent;
    this.signIns = signIns;
    this.audiences = List.of(
      authority + "/" + Tenant.CONTOSO + "/oauth2/v2.0/token",
      authority + "/" + Tenant.CONTOSO + "/oauth2/token",
      authority + "/" + Tenant.CONTOSO + "/v2.0"
    );
  }

  HttpReply answer(TokenRequest request) {
    var grant = request.require("grant_type").toLowerCase(ROOT);
    var client = proofs.check(request, audiences);
    return switch (grant) {
      case "client_credentials" -> clientCredentials(confidential(client), request);
      case ON_BEHALF_OF -> onBehalfOf(confidential(client), request);
      case "authorization_code" -> new SignInReply(tokens, signIns).of(
        signIns.redeem(fromPage(client, request)),
        request
      );
      case "refresh_token" -> new SignInReply(tokens, signIns).of(signIns.renew(fromPage(client, request)), request);
      default -> throw LoginError.of(400, "unsupported_grant_type", 70003, "The grant type is not supported.");
    };
  }

  private static ClientApplication confidential(ClientApplication client) {
    if (client.isSinglePage()) {
      throw ClientProofs.missing();
    }
    return client;
  }

  /** Codes are for single-page applications alone here, and these send them from a page (CORS). */
  private static TokenRequest fromPage(ClientApplication client, TokenRequest request) {
    if (client.isSinglePage() && request.origin().isEmpty()) {
      var text =
        "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.";
      throw LoginError.invalidRequest(9002327, text);
    }
    if (!client.isSinglePage() && !request.origin().isEmpty()) {
      var text = "Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type.";
      throw LoginError.invalidRequest(9002326, text);
    }
    return request;
  }

  private HttpReply clientCredentials(ClientApplication client, TokenRequest request) {
    var scopes = GraphScopes.of(request);
    if (!scopes.isDefaultAlone()) {
      throw LoginError.invalidScope(request.require("scope"));
    }
    return granted(tokens.forGraph(scopes.cloud(), client, consent.apply(client).application()), null);
  }

  private HttpReply onBehalfOf(ClientApplication client, TokenRequest request) {
    if (!request.require("requested_token_use").equals("on_behalf_of")) {
      throw LoginError.invalidRequest(900144, "The requested token use is not supported.");
    }
    var assertion = verified(client, request.require("assertion"));
    var user = userOf(assertion);
    var scopes = GraphScopes.of(request);
    var permissions = permissions(client, scopes, request);
    return granted(tokens.forGraph(scopes.cloud(), client, user, permissions, assertion), scopes.named(permissions));
  }

  private TokenClaims verified(ClientApplication client, String assertion) {
    var claims = tokens
      .verify(assertion)
      .orElseThrow(() -> badAssertion(50013, "Assertion failed signature validation."));
    if (!claims.isFor(client.id()) || claims.set().getAudience().size() != 1) {
      throw badAssertion(500131, "Assertion audience does not match the Client app presenting the assertion.");
    }
    if (!claims.text("tid").equals(Tenant.CONTOSO)) {
      throw badAssertion(50013, "Assertion failed issuer validation.");
    }
    if (claims.isExpired()) {
      throw badAssertion(500133, "Assertion is not within its valid time range.");
    }
    if (claims.words("scp").isEmpty()) {
      throw badAssertion(7000114, "Application is not allowed to make application on-behalf-of calls.");
    }
    return claims;
  }

  private DirectoryUser userOf(TokenClaims claims) {
    return directory
      .find(claims.text("oid"))
      .orElseThrow(() -> badAssertion(50034, "The user account does not exist in the directory."));
  }

  /** Everything consented for {@code .default}; otherwise only the requested permissions, which must be consented. */
  private Set<String> permissions(ClientApplication client, GraphScopes scopes, TokenRequest request) {
    var consented = consent.apply(client).delegated();
    if (scopes.isDefaultAlone()) {
      return refuseNone(consented);
    }
    if (scopes.hasDefault()) {
      throw LoginError.invalidScope(request.require("scope"));
    }
    return refuseNone(scopes.among(consented).orElseThrow(TokenEndpoint::consentRequired));
  }

  private static Set<String> refuseNone(Set<String> permissions) {
    if (permissions.isEmpty()) {
      throw consentRequired();
    }
    return permissions;
  }

  private static LoginError consentRequired() {
    return badAssertion(65001, "The user or administrator has not consented to use the application.");
  }

  private static LoginError badAssertion(int code, String text) {
    return LoginError.invalidGrant(code, text);
  }

  private static HttpReply granted(String token, @Nullable Collection<String> scopes) {
    var json = JsonTree.object().put("token_type", "Bearer").put("expires_in", Tokens.SECONDS);
    json.put("ext_expires_in", Tokens.SECONDS).put("access_token", token);
    if (scopes != null) {
      json.put("scope", String.join(" ", scopes));
    }
    return HttpReply.ok(json).with("Cache-Control", "no-store");
  }
}
