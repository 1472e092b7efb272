package dev.authmethods.sandbox;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The two grants the gateway uses (Microsoft identity platform: client credentials flow, On-Behalf-Of flow). */
final class TokenEndpoint {

  private static final String ON_BEHALF_OF = "urn:ietf:params:oauth:grant-type:jwt-bearer";
  private static final String DEFAULT_SCOPE = Tenant.GRAPH_URI + "/.default";

  private final Tokens tokens;
  private final ClientProofs proofs;
  private final Directory directory;
  private final Supplier<Consent> consent;
  private final List<String> audiences;

  TokenEndpoint(Tokens tokens, ClientProofs proofs, Directory directory, Supplier<Consent> consent, String authority) {
    this.tokens = tokens;
    this.proofs = proofs;
    this.directory = directory;
    this.consent = consent;
    this.audiences = List.of(
      authority + "/" + Tenant.CONTOSO + "/oauth2/v2.0/token",
      authority + "/" + Tenant.CONTOSO + "/v2.0"
    );
  }

  Reply answer(TokenRequest request) {
    var grant = request.require("grant_type");
    proofs.check(request, audiences);
    return switch (grant) {
      case "client_credentials" -> clientCredentials(request);
      case ON_BEHALF_OF -> onBehalfOf(request);
      default -> throw LoginRefusal.of(400, "unsupported_grant_type", 70003, "The grant type is not supported.");
    };
  }

  private Reply clientCredentials(TokenRequest request) {
    var scopes = request.resourceScopes();
    if (!scopes.equals(Set.of(DEFAULT_SCOPE))) {
      throw LoginRefusal.invalidScope(request.require("scope"));
    }
    return granted(tokens.forGraph(consent.get().application()), null);
  }

  private Reply onBehalfOf(TokenRequest request) {
    if (!request.require("requested_token_use").equals("on_behalf_of")) {
      throw LoginRefusal.invalidRequest(900144, "The requested token use is not supported.");
    }
    var user = userOf(request.require("assertion"));
    var permissions = permissions(request);
    return granted(tokens.forGraph(user, permissions), permissions);
  }

  private User userOf(String assertion) {
    var claims = tokens
      .verify(assertion)
      .orElseThrow(() -> badAssertion(50013, "Assertion failed signature validation."));
    if (!claims.isFor(Tenant.GATEWAY) || claims.set().getAudience().size() != 1) {
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
    return directory
      .find(claims.text("oid"))
      .orElseThrow(() -> badAssertion(50034, "The user account does not exist in the directory."));
  }

  /** Everything consented for {@code .default}; else just what was asked for, which must be consented. */
  private Set<String> permissions(TokenRequest request) {
    var scopes = request.resourceScopes();
    var consented = consent.get().delegated();
    if (scopes.contains(DEFAULT_SCOPE)) {
      return refuseNone(consented);
    }
    var asked = scopes.stream().map(TokenEndpoint::ofGraph).collect(Collectors.toSet());
    if (!consented.containsAll(asked)) {
      throw consentRequired();
    }
    return refuseNone(asked);
  }

  private static Set<String> refuseNone(Set<String> permissions) {
    if (permissions.isEmpty()) {
      throw consentRequired();
    }
    return permissions;
  }

  private static String ofGraph(String scope) {
    var resource = Tenant.GRAPH_URI + "/";
    if (!scope.startsWith(resource)) {
      throw LoginRefusal.invalidScope(scope);
    }
    return scope.substring(resource.length());
  }

  private static LoginRefusal consentRequired() {
    return badAssertion(65001, "The user or administrator has not consented to use the application.");
  }

  private static LoginRefusal badAssertion(int code, String text) {
    return LoginRefusal.invalidGrant(code, text);
  }

  private static Reply granted(String token, @Nullable Collection<String> permissions) {
    var json = Json.object().put("token_type", "Bearer").put("expires_in", Tokens.SECONDS);
    json.put("ext_expires_in", Tokens.SECONDS).put("access_token", token);
    if (permissions != null) {
      json.put(
        "scope",
        String.join(
          " ",
          permissions
            .stream()
            .map(name -> Tenant.GRAPH_URI + "/" + name)
            .sorted()
            .toList()
        )
      );
    }
    return Reply.ok(json).with("Cache-Control", "no-store");
  }
}
