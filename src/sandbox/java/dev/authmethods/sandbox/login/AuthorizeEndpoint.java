package dev.authmethods.sandbox.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.authmethods.sandbox.directory.Persona;
import dev.authmethods.sandbox.http.CrossSite;
import dev.authmethods.sandbox.http.HttpCall;
import dev.authmethods.sandbox.http.HttpReply;
import dev.authmethods.sandbox.http.Tenant;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Signs personas in to a single-page application by authorization code and PKCE, and out. The login remembers nobody: each sign-in
 * asks who it is. Source: https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow
 */
public final class AuthorizeEndpoint {

  private static final Set<String> MODES = Set.of("fragment", "query");
  private static final Set<String> PROMPTS = Set.of("login", "none", "select_account", "consent");
  /** The length of a SHA-256 in base64url. */
  private static final int CHALLENGE = 43;

  private final SignInGrants grants;

  public AuthorizeEndpoint(SignInGrants grants) {
    this.grants = grants;
  }

  /** Shows the page, or goes back to the application with a code or an error. */
  HttpReply authorize(HttpCall call, String correlationId) {
    var request = AuthorizeRequest.of(call);
    refuseWithoutReturn(request);
    try {
      refuseMalformed(request);
      return request
        .find(AuthorizeRequest.PERSONA)
        .map(name -> signIn(call, name, request))
        .orElseGet(() -> SignInPage.choice(request));
    } catch (LoginError refusal) {
      return back(request, Map.of("error", refusal.error(), "error_description", refusal.description(correlationId)));
    }
  }

  /** Ends the session, of which there is none, and goes back to the application. */
  HttpReply logout(HttpCall call) {
    var request = AuthorizeRequest.of(call);
    var address = request.find("post_logout_redirect_uri").filter(PageAccess::isRegistered);
    var state = request.find("state").map(text -> "?state=" + encoded(text));
    return address.map(uri -> SignInPage.redirect(uri + state.orElse(""))).orElseGet(SignInPage::signedOut);
  }

  /** An error before these are known stays at the login: it must not be sent to just anywhere. */
  private static void refuseWithoutReturn(AuthorizeRequest request) {
    var id = request.require("client_id");
    var client = ClientApplication.withId(id).orElseThrow(() -> ClientProofs.unknown(id));
    if (!client.isSinglePage()) {
      throw LoginError.invalidRequest(500113, "No reply address is registered for the application.");
    }
    if (!PageAccess.isRegistered(request.require("redirect_uri"))) {
      var text =
        "The redirect URI '" +
        request.require("redirect_uri") +
        "' specified in the request does not match the redirect URIs configured for the application '" +
        client.id() +
        "'.";
      throw LoginError.invalidRequest(50011, text);
    }
  }

  private static void refuseMalformed(AuthorizeRequest request) {
    if (!request.require("response_type").equals("code")) {
      var text = "The response type '" + request.require("response_type") + "' is not enabled for the application.";
      throw LoginError.of(400, "unsupported_response_type", 70005, text);
    }
    if (!MODES.contains(request.find("response_mode").orElse("query"))) {
      throw LoginError.invalidRequest(70007, "The value of the parameter 'response_mode' is not supported.");
    }
    refuseWithoutChallenge(request);
    GatewayScopes.read(request.require("scope"));
    SignIn.contextsIn(request.find("claims").orElse(""));
    refusePrompt(request.find("prompt").orElse("login"));
  }

  private static void refuseWithoutChallenge(AuthorizeRequest request) {
    var challenge = request.find("code_challenge");
    if (challenge.isEmpty() || !request.find("code_challenge_method").equals(Optional.of("S256"))) {
      var text = "Proof Key for Code Exchange is required for cross-origin authorization code redemption.";
      throw LoginError.invalidRequest(9002325, text);
    }
    if (challenge.get().length() != CHALLENGE) {
      throw LoginError.invalidRequest(501491, "The size of the code_challenge parameter is not valid.");
    }
  }

  private static void refusePrompt(String prompt) {
    if (!PROMPTS.contains(prompt)) {
      throw LoginError.invalidRequest(90023, "Unsupported 'prompt' value.");
    }
    if (prompt.equals("none")) {
      var text = "Session information is not sufficient for single-sign-on.";
      throw LoginError.of(400, "login_required", 50058, text);
    }
  }

  private HttpReply signIn(HttpCall call, String name, AuthorizeRequest request) {
    if (CrossSite.isForeign(call)) {
      throw LoginError.invalidRequest(90023, "The form was sent by a page of another site.");
    }
    var persona = SignInPage.OFFERED.stream()
      .filter(each -> each.name().equals(name))
      .findFirst()
      .orElseThrow(() -> LoginError.of(400, "access_denied", 65004, "User declined to consent to access the app."));
    if (!persona.tenantId().equals(Tenant.CONTOSO)) {
      throw LoginError.of(400, "access_denied", 50020, elsewhere(persona));
    }
    return back(request, Map.of("code", code(persona, request)));
  }

  private static String elsewhere(Persona persona) {
    var name = persona.user().userPrincipalName();
    return "User account '" + name + "' from another identity provider does not exist in tenant 'Contoso'.";
  }

  private String code(Persona persona, AuthorizeRequest request) {
    var signIn = new SignIn(
      ClientApplication.PLAYGROUND,
      persona,
      GatewayScopes.read(request.require("scope")),
      request.find("nonce").orElse(""),
      SignIn.contextsIn(request.find("claims").orElse("")),
      grants.now()
    );
    return grants.issueCode(signIn, request.require("redirect_uri"), request.require("code_challenge"));
  }

  private static HttpReply back(AuthorizeRequest request, Map<String, String> answer) {
    var parameters = new LinkedHashMap<>(answer);
    request.find("state").ifPresent(state -> parameters.put("state", state));
    var mark = request.find("response_mode").orElse("query").equals("fragment") ? "#" : "?";
    var text = parameters
      .entrySet()
      .stream()
      .map(each -> each.getKey() + "=" + encoded(each.getValue()))
      .collect(Collectors.joining("&"));
    return SignInPage.redirect(request.require("redirect_uri") + mark + text);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
