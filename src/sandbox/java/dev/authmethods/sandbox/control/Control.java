package dev.authmethods.sandbox.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.authmethods.sandbox.directory.DirectoryUser;
import dev.authmethods.sandbox.directory.Persona;
import dev.authmethods.sandbox.directory.Role;
import dev.authmethods.sandbox.fault.Fault;
import dev.authmethods.sandbox.graph.ThrottleProfile;
import dev.authmethods.sandbox.http.CrossSite;
import dev.authmethods.sandbox.http.Delivery;
import dev.authmethods.sandbox.http.HttpCall;
import dev.authmethods.sandbox.http.HttpReply;
import dev.authmethods.sandbox.http.JsonTree;
import dev.authmethods.sandbox.login.Consent;
import dev.authmethods.sandbox.login.Tokens;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/** The controls of the sandbox itself, for tests and for the playground. */
public final class Control {

  public static final String PREFIX = "/sandbox";
  private static final Pattern TOKEN = Pattern.compile("/personas/([^/]+)/token");
  private static final HttpReply DONE = HttpReply.empty(204);

  private final SandboxState state;
  private final Tokens tokens;
  private final ClientSettings settings;
  private final MethodControls methods;

  public Control(SandboxState state, Tokens tokens, ClientSettings settings) {
    this.state = state;
    this.tokens = tokens;
    this.settings = settings;
    this.methods = new MethodControls(state);
  }

  public static boolean isControl(HttpCall call) {
    return call.path().equals("/") || (call.path() + "/").startsWith(PREFIX + "/");
  }

  public Delivery answer(HttpCall call) {
    if (CrossSite.isForeign(call)) {
      return Delivery.now(
        refusal(403, "The controls are not for pages of other sites.").with("Content-Type", "application/json")
      );
    }
    return Delivery.now(route(call).orElse(Map.of("Content-Type", "application/json", "Cache-Control", "no-store")));
  }

  private HttpReply route(HttpCall call) {
    try {
      return answer(call, call.method() + " " + control(call));
    } catch (JacksonException | IllegalArgumentException _) {
      return refusal(400, "The body is not what this control takes.");
    }
  }

  /** The path of a control below the prefix; empty for the page, which is at the root as well. */
  private static String control(HttpCall call) {
    return call.path().equals("/") ? "" : call.path().substring(PREFIX.length()).replaceFirst("/$", "");
  }

  private HttpReply answer(HttpCall call, String wanted) {
    return switch (wanted) {
      case "GET " -> settings.page();
      case "GET /ca.pem" -> settings.authorityPem();
      case "GET /personas" -> HttpReply.ok(JsonTree.array(Persona.ALL.stream().map(Persona::json).toList()));
      case "GET /users" -> HttpReply.ok(JsonTree.array(state.directory().users().stream().map(Control::json).toList()));
      case "GET /requests" -> state.calls().reply();
      case "GET /writes" -> state.registrations().writes().reply();
      case "GET /logins" -> state.logins().reply();
      case "POST /faults" -> after(() -> state.faults().add(JsonTree.read(call.body(), Fault.class)));
      case "GET /settings" -> state.settings().reply();
      case "POST /settings" -> after(() -> state.settings().set(call.body()));
      case "POST /throttling" -> after(() -> state.throttling().set(JsonTree.read(call.body(), ThrottleProfile.class)));
      case "POST /consent" -> after(() -> state.consent().set(JsonTree.read(call.body(), Consent.class)));
      case "POST /certificates" -> after(() -> state.proofs().register(certificate(call)));
      case "POST /federated-token" -> HttpReply.ok(JsonTree.object().put("token", state.proofs().mintFederatedToken()));
      case "POST /reset" -> after(state::reset);
      case "DELETE /faults" -> after(state.faults()::clear);
      case "DELETE /requests" -> after(state.calls()::clear);
      case "DELETE /writes" -> after(state.registrations().writes()::clear);
      case "DELETE /throttling" -> after(() -> state.throttling().set(ThrottleProfile.NONE));
      case "DELETE /logins" -> after(state.logins()::clear);
      default -> named(call, wanted);
    };
  }

  /** The controls whose address has a name in it. */
  private HttpReply named(HttpCall call, String wanted) {
    return methods.answer(call, wanted).orElseGet(() -> token(call, wanted));
  }

  private HttpReply token(HttpCall call, String wanted) {
    var matcher = TOKEN.matcher(wanted.replaceFirst("^POST ", ""));
    var persona = Persona.ALL.stream()
      .filter(each -> matcher.matches() && each.name().equals(matcher.group(1)))
      .findFirst();
    return persona.map(each -> token(each, call)).orElseGet(() -> refusal(404, "There is no such control."));
  }

  private HttpReply token(Persona persona, HttpCall call) {
    var overrides = JsonTree.read(call.body().isBlank() ? "{}" : call.body()).path("claims");
    var json = JsonTree.object().put("access_token", tokens.forGateway(persona, overrides));
    return HttpReply.ok(json.put("token_type", "Bearer").put("expires_in", Tokens.SECONDS));
  }

  private static ObjectNode json(DirectoryUser user) {
    var json = user.json(List.of("id", "userPrincipalName", "displayName", "userType"));
    json.set("roles", JsonTree.strings(user.roles().stream().map(Role::displayName).toList()));
    return json;
  }

  private static X509Certificate certificate(HttpCall call) {
    var pem = JsonTree.text(JsonTree.read(call.body()), "pem").orElseThrow(IllegalArgumentException::new);
    try {
      var bytes = new ByteArrayInputStream(pem.getBytes(UTF_8));
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(bytes);
    } catch (CertificateException exception) {
      throw new IllegalArgumentException(exception);
    }
  }

  private static HttpReply after(Runnable change) {
    change.run();
    return DONE;
  }

  static HttpReply refusal(int status, String text) {
    return HttpReply.json(status, JsonTree.object().put("error", text));
  }
}
