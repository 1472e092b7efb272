package dev.authmethods.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A sandbox for one test class, back at its seed before each test, and ways to call it. */
final class LocalEntra implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

  static final String ON_BEHALF_OF = "urn:ietf:params:oauth:grant-type:jwt-bearer";
  static final String DEFAULT_SCOPE = "https://graph.microsoft.com/.default";

  private final SandboxSettings settings;
  private @Nullable Sandbox running;
  private @Nullable HttpClient http;

  LocalEntra() {
    this(SandboxSettings.onFreePorts());
  }

  LocalEntra(SandboxSettings settings) {
    this.settings = settings;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    if (running == null) {
      running = Sandbox.start(settings);
      http = HttpClient.newBuilder().sslContext(trusting(running)).build();
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    control("POST", "/reset", "");
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (context.getParent().equals(Optional.of(context.getRoot()))) {
      http().close();
      sandbox().close();
    }
  }

  Sandbox sandbox() {
    return requireNonNull(running);
  }

  Answer get(String persona, String path) {
    return graph("GET", path, graphToken(persona), "");
  }

  Answer post(String persona, String path, String body) {
    return graph("POST", path, graphToken(persona), body);
  }

  Answer patch(String persona, String path, String body) {
    return graph("PATCH", path, graphToken(persona), body);
  }

  Answer delete(String persona, String path) {
    return graph("DELETE", path, graphToken(persona), "");
  }

  Answer graph(String method, String path, String token, String body) {
    return call(method, sandbox().graphEndpoint() + path, body, Map.of("Authorization", "Bearer " + token));
  }

  /** The same with an id of the caller's. */
  Answer graph(String method, String path, String token, String body, String clientRequestId) {
    var headers = Map.of("Authorization", "Bearer " + token, "client-request-id", clientRequestId);
    return call(method, sandbox().graphEndpoint() + path, body, headers);
  }

  /** The phones as they are, each as in {@code mobile +1 2065550101}. */
  List<String> phones(String name) {
    return control("GET", "/users/" + name + "@contoso.com/phones", "")
      .json()
      .valueStream()
      .map(phone -> phone.path("phoneType").asString() + " " + phone.path("phoneNumber").asString())
      .toList();
  }

  /** One property of each change that was made. */
  List<String> writes(String property) {
    return control("GET", "/writes", "")
      .json()
      .valueStream()
      .map(change -> change.path(property).asString())
      .toList();
  }

  void fault(String json) {
    var answer = control("POST", "/faults", json);
    if (answer.status() != 204) {
      throw new AssertionError("The sandbox did not take the fault: " + answer.status());
    }
  }

  Answer control(String method, String path, String body) {
    return call(method, sandbox().control() + path, body, Map.of());
  }

  /** A token of the login for the gateway, with the claims of a JSON object laid over the usual ones. */
  String gatewayToken(String persona, String claims) {
    var answer = control("POST", "/personas/" + persona + "/token", "{\"claims\":" + claims + "}");
    return answer.json().path("access_token").stringValue();
  }

  String graphToken(String persona) {
    if (persona.equals("gateway")) {
      return clientCredentials(Map.of()).json().path("access_token").stringValue();
    }
    return onBehalfOf(Map.of("assertion", gatewayToken(persona, "{}")))
      .json()
      .path("access_token")
      .stringValue();
  }

  Answer onBehalfOf(Map<String, String> changes) {
    var form = Map.of("grant_type", ON_BEHALF_OF, "requested_token_use", "on_behalf_of");
    return token(with(with(client(), form), changes));
  }

  Answer clientCredentials(Map<String, String> changes) {
    return token(with(with(client(), Map.of("grant_type", "client_credentials")), changes));
  }

  /** Posts a form to the token endpoint; empty values are left out. */
  Answer token(Map<String, String> form) {
    return token(sandbox().tenantId(), form, Map.of());
  }

  Answer token(String tenant, Map<String, String> form, Map<String, String> headers) {
    var body = form
      .entrySet()
      .stream()
      .filter(field -> !field.getValue().isEmpty())
      .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
      .collect(Collectors.joining("&"));
    var type = Map.of("Content-Type", "application/x-www-form-urlencoded");
    return call("POST", sandbox().authority() + "/" + tenant + "/oauth2/v2.0/token", body, with(type, headers));
  }

  Map<String, String> client() {
    var identity = Map.of("client_id", sandbox().clientId(), "client_secret", sandbox().clientSecret());
    return with(identity, Map.of("scope", DEFAULT_SCOPE));
  }

  Answer call(String method, String address, String body, Map<String, String> headers) {
    var withType = with(Map.of("Content-Type", "application/json"), headers);
    return send(method, URI.create(address), body.getBytes(UTF_8), withType);
  }

  /** Sends these headers and no others. */
  Answer send(String method, URI address, byte[] body, Map<String, String> headers) {
    var request = HttpRequest.newBuilder(address);
    request.method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    try {
      var response = http().send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(exception);
    }
  }

  private HttpClient http() {
    return requireNonNull(http);
  }

  static Map<String, String> with(Map<String, String> map, Map<String, String> changes) {
    var merged = new TreeMap<>(map);
    merged.putAll(changes);
    return merged;
  }

  /** The sandbox's own authority, which clients have to trust. */
  KeyStore trusted() {
    return trusted(sandbox());
  }

  private static KeyStore trusted(Sandbox sandbox) {
    try (var pem = Files.newInputStream(sandbox.trustedCertificate())) {
      var store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      store.setCertificateEntry("sandbox", CertificateFactory.getInstance("X.509").generateCertificate(pem));
      return store;
    } catch (IOException | GeneralSecurityException exception) {
      throw new IllegalStateException(exception);
    }
  }

  private static SSLContext trusting(Sandbox sandbox) {
    try {
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted(sandbox));
      var context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException exception) {
      throw new IllegalStateException(exception);
    }
  }
}
