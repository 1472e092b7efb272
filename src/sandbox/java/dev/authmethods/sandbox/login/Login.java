package dev.authmethods.sandbox.login;

import static java.util.Locale.ROOT;

import dev.authmethods.sandbox.fault.Fault;
import dev.authmethods.sandbox.fault.Faults;
import dev.authmethods.sandbox.http.CallLog;
import dev.authmethods.sandbox.http.Delivery;
import dev.authmethods.sandbox.http.HttpCall;
import dev.authmethods.sandbox.http.HttpReply;
import dev.authmethods.sandbox.http.JsonTree;
import dev.authmethods.sandbox.http.Tenant;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The login: sign-in page, token endpoint, metadata and keys of the one tenant it knows. */
public final class Login {

  private static final String TOKEN = "/oauth2/v2.0/token";
  private static final String TOKEN_FOR_RESOURCE = "/oauth2/token";
  private static final String AUTHORIZE = "/oauth2/v2.0/authorize";
  private static final String LOGOUT = "/oauth2/v2.0/logout";
  private static final String CONFIGURATION = "/v2.0/.well-known/openid-configuration";
  private static final String KEYS = "/discovery/v2.0/keys";
  private static final Set<String> WITHOUT_TENANT = Set.of("common", "organizations");

  private final String authority;
  private final Tokens tokens;
  private final TokenEndpoint endpoint;
  private final AuthorizeEndpoint pages;
  private final Faults faults;
  private final CallLog log;

  public Login(
    String authority,
    Tokens tokens,
    TokenEndpoint endpoint,
    AuthorizeEndpoint pages,
    Faults faults,
    CallLog log
  ) {
    this.authority = authority;
    this.tokens = tokens;
    this.endpoint = endpoint;
    this.pages = pages;
    this.faults = faults;
    this.log = log;
  }

  public Delivery answer(HttpCall call) {
    var delivery = answered(call);
    var reply = delivery.reply().orElse(Map.of("Content-Type", "application/json; charset=utf-8"));
    return delivery.with(reply.with(PageAccess.headers(call, below(call))));
  }

  private Delivery answered(HttpCall call) {
    if (Set.of(AUTHORIZE, LOGOUT).contains(below(call))) {
      return Delivery.now(page(call));
    }
    if (!call.method().equals("POST") || !isToken(below(call))) {
      return Delivery.now(metadata(call));
    }
    return faults
      .next(Fault.Target.LOGIN, call.method(), call.path())
      .map(fault -> show(fault, call))
      .orElseGet(() -> Delivery.now(token(call)));
  }

  private HttpReply page(HttpCall call) {
    try {
      refuseOtherTenants(call.path(), below(call));
      return below(call).equals(LOGOUT) ? pages.logout(call) : pages.authorize(call, correlationId(call));
    } catch (LoginError refusal) {
      return SignInPage.refusal(refusal, correlationId(call));
    }
  }

  private Delivery show(Fault fault, HttpCall call) {
    var done = fault.work() == Fault.Work.NEVER ? Delivery.NONE : Delivery.now(token(call));
    return fault.over(done, status -> LoginFault.reply(fault, status, correlationId(call)));
  }

  private HttpReply token(HttpCall call) {
    @Nullable
    String error = null;
    var request = TokenRequest.of(call);
    try {
      refuseWithoutTenant(call);
      refuseOtherTenants(call.path(), below(call));
      return below(call).equals(TOKEN)
        ? endpoint.answer(request)
        : ResourceGrant.written(endpoint.answer(ResourceGrant.read(request)), request);
    } catch (LoginError refusal) {
      error = refusal.error();
      return refusal.reply(correlationId(call));
    } finally {
      log.add(entry(request, error));
    }
  }

  private static ObjectNode entry(TokenRequest request, @Nullable String error) {
    var entry = JsonTree.object().put("grant_type", request.find("grant_type").orElse(""));
    return entry
      .put("result", error == null ? "ok" : "error")
      .put("error", error)
      .put("at", Instant.now().toString());
  }

  private HttpReply metadata(HttpCall call) {
    if (PageAccess.isPreflight(call, below(call))) {
      return HttpReply.empty(204);
    }
    try {
      return switch (below(call)) {
        case CONFIGURATION -> configuration(call);
        case KEYS -> keys(call);
        case "/discovery/instance" -> instances();
        case TOKEN, TOKEN_FOR_RESOURCE -> throw onlyPosts(call);
        default -> HttpReply.json(404, JsonTree.object().put("error", "not_found"));
      };
    } catch (LoginError refusal) {
      return refusal.reply(correlationId(call));
    }
  }

  private HttpReply configuration(HttpCall call) {
    refuseOtherTenants(call.path(), CONFIGURATION);
    var tenant = authority + "/" + Tenant.CONTOSO;
    var json = JsonTree.object()
      .put("issuer", tenant + "/v2.0")
      .put("token_endpoint", tenant + TOKEN);
    json
      .put("authorization_endpoint", tenant + AUTHORIZE)
      .put("end_session_endpoint", tenant + LOGOUT)
      .put("jwks_uri", tenant + KEYS);
    json.putArray("response_types_supported").add("code").add("id_token");
    json.putArray("response_modes_supported").add("query").add("fragment");
    json.putArray("subject_types_supported").add("pairwise");
    json.putArray("id_token_signing_alg_values_supported").add("RS256");
    return HttpReply.ok(json);
  }

  private HttpReply keys(HttpCall call) {
    refuseOtherTenants(call.path(), KEYS);
    return HttpReply.ok(JsonTree.read(tokens.publicKeys()));
  }

  private HttpReply instances() {
    var tenant = authority + "/" + Tenant.CONTOSO;
    var json = JsonTree.object().put("tenant_discovery_endpoint", tenant + CONFIGURATION);
    json.put("api-version", "1.1").putArray("metadata");
    return HttpReply.ok(json);
  }

  /** The part of an address after the tenant, in lower case. */
  private static String below(HttpCall call) {
    return call.path().replaceFirst("^/[^/]+", "").toLowerCase(ROOT);
  }

  private static boolean isToken(String below) {
    return below.equals(TOKEN) || below.equals(TOKEN_FOR_RESOURCE);
  }

  private static LoginError onlyPosts(HttpCall call) {
    var text = "The endpoint only accepts POST requests. Received a " + call.method() + " request.";
    return LoginError.invalidRequest(900561, text);
  }

  /** Neither grant has a user who signs in, and whose tenant the login could find. */
  private static void refuseWithoutTenant(HttpCall call) {
    if (WITHOUT_TENANT.stream().anyMatch(name -> call.path().equalsIgnoreCase("/" + name + below(call)))) {
      var text =
        "No tenant-identifying information found in either the request or implied by any provided credentials.";
      throw LoginError.invalidRequest(50059, text);
    }
  }

  /** A tenant is named by its id or its domain, in any case. */
  private static void refuseOtherTenants(String path, String rest) {
    if (Stream.of(Tenant.CONTOSO, Tenant.DOMAIN).noneMatch(tenant -> path.equalsIgnoreCase("/" + tenant + rest))) {
      throw LoginError.invalidRequest(90002, "Tenant not found. Check to make sure you have the correct tenant ID.");
    }
  }

  private static String correlationId(HttpCall call) {
    return call.header("client-request-id").orElseGet(() -> UUID.randomUUID().toString());
  }
}
