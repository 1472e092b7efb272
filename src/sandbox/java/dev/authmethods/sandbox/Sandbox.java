package dev.authmethods.sandbox;

import dev.authmethods.sandbox.control.ClientSettings;
import dev.authmethods.sandbox.control.Control;
import dev.authmethods.sandbox.control.SandboxState;
import dev.authmethods.sandbox.email.EmailMethodRules;
import dev.authmethods.sandbox.graph.Graph;
import dev.authmethods.sandbox.graph.GraphTokens;
import dev.authmethods.sandbox.graph.Resources;
import dev.authmethods.sandbox.http.HttpCall;
import dev.authmethods.sandbox.http.HttpPort;
import dev.authmethods.sandbox.http.ServerCertificate;
import dev.authmethods.sandbox.http.Tenant;
import dev.authmethods.sandbox.key.KeyMethodRules;
import dev.authmethods.sandbox.login.AuthorizeEndpoint;
import dev.authmethods.sandbox.login.ClientApplication;
import dev.authmethods.sandbox.login.Login;
import dev.authmethods.sandbox.login.TokenEndpoint;
import dev.authmethods.sandbox.login.Tokens;
import dev.authmethods.sandbox.method.AuthenticationMethods;
import dev.authmethods.sandbox.method.MethodKind;
import dev.authmethods.sandbox.method.MethodRules;
import dev.authmethods.sandbox.pass.AccessPassRules;
import dev.authmethods.sandbox.password.PasswordResets;
import dev.authmethods.sandbox.phone.PhoneMethodRules;
import dev.authmethods.sandbox.policy.AuthenticationMethodsPolicy;
import dev.authmethods.sandbox.session.RevokeSignInSessions;
import dev.authmethods.sandbox.user.GetByIds;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** A local Entra: the login and Microsoft Graph of one tenant, over the wire, with controls. */
public final class Sandbox implements AutoCloseable {

  private final HttpPort graphPort;
  private final HttpPort loginPort;
  private final ServerCertificate certificate;
  private final SandboxState state;

  private Sandbox(HttpPort graphPort, HttpPort loginPort, ServerCertificate certificate, SandboxState state) {
    this.graphPort = graphPort;
    this.loginPort = loginPort;
    this.certificate = certificate;
    this.state = state;
  }

  /** Starts it; it answers when this returns. */
  public static Sandbox start(SandboxSettings settings) {
    var certificate = ServerCertificate.issue();
    var context = certificate.context();
    var graphPort = HttpPort.plainOrSecure(settings.graphPort(), context);
    var loginPort = HttpPort.secure(settings.loginPort(), context);
    var sandbox = new Sandbox(graphPort, loginPort, certificate, SandboxState.seeded());
    sandbox.serve(settings);
    return sandbox;
  }

  /** The root of Microsoft Graph v1.0. */
  public URI graphEndpoint() {
    return URI.create("http://localhost:" + graphPort.number() + HttpCall.GRAPH_VERSION);
  }

  /** The same over TLS: clients that send tokens to https only need it. */
  public URI secureGraphEndpoint() {
    return URI.create("https://localhost:" + graphPort.number() + HttpCall.GRAPH_VERSION);
  }

  /** The login's address, which the tenant's id follows. */
  public URI authority() {
    return URI.create("https://localhost:" + loginPort.number());
  }

  /** The PEM file of the authority that issued the certificate of both ports; gone after {@link #close()}. */
  public Path trustedCertificate() {
    return certificate.trusted();
  }

  /** The tenant's id. */
  public String tenantId() {
    return Tenant.CONTOSO;
  }

  /** The gateway's application id. */
  public String clientId() {
    return Tenant.GATEWAY;
  }

  /** The gateway's secret, another one after each start. */
  public String clientSecret() {
    return state.proofs().secret();
  }

  /** The id of the single-page application that the gateway's pages are. */
  public String playgroundClientId() {
    return ClientApplication.PLAYGROUND.id();
  }

  /** The id of the application for a developer's clients. */
  public String developerClientId() {
    return ClientApplication.DEVELOPER.id();
  }

  /** That application's secret, the same in every sandbox. */
  public String developerClientSecret() {
    return ClientApplication.DEVELOPMENT_SECRET;
  }

  /** The root of the controls. */
  public URI control() {
    return URI.create("http://localhost:" + graphPort.number() + Control.PREFIX);
  }

  private void serve(SandboxSettings settings) {
    var tokens = new Tokens(authority().toString());
    var page = new ClientSettings(authority(), graphEndpoint(), secureGraphEndpoint(), certificate.authority());
    var graph = new Graph(
      new GraphTokens(tokens),
      resources(settings),
      state.faults(),
      state.lateWork(),
      state.throttling(),
      state.calls()
    );
    var control = new Control(state, tokens, page);
    graphPort.serve(call -> Control.isControl(call) ? control.answer(call) : graph.answer(call));
    loginPort.serve(login(tokens)::answer);
  }

  private Resources resources(SandboxSettings settings) {
    var directory = state.directory();
    var registrations = state.registrations();
    return new Resources(
      directory,
      state.settings(),
      new GetByIds(directory, state.settings(), settings.directoryPermissionForGetByIds()),
      new AuthenticationMethods(registrations, state.settings(), rules(settings)),
      new RevokeSignInSessions(state.sessions(), registrations.writes(), state.settings()),
      new PasswordResets(state.passwords(), state.resets(), registrations.writes(), state.settings()),
      state.resets(),
      new AuthenticationMethodsPolicy(state.settings()),
      settings.narrowPermissionsReachOthers()
    );
  }

  private List<MethodRules> rules(SandboxSettings settings) {
    return List.of(
      new PhoneMethodRules(state.registrations(), settings.selfServiceCreate()),
      new EmailMethodRules(
        settings.selfServiceCreateOfEmails(),
        settings.conflictForSecondEmail() ? 409 : 400,
        settings.masksEmailAddresses()
      ),
      new AccessPassRules(state.settings(), state.sessions()),
      new KeyMethodRules(MethodKind.FIDO2, state.settings()),
      new KeyMethodRules(MethodKind.WINDOWS_HELLO, state.settings())
    );
  }

  private Login login(Tokens tokens) {
    var address = authority().toString();
    var signIns = state.signIns();
    var endpoint = new TokenEndpoint(tokens, state.proofs(), state.directory(), state::consentOf, signIns, address);
    return new Login(address, tokens, endpoint, new AuthorizeEndpoint(signIns), state.faults(), state.logins());
  }

  @Override
  public void close() {
    state.lateWork().close();
    graphPort.close();
    loginPort.close();
    certificate.close();
  }
}
