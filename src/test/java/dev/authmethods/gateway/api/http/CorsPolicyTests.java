package dev.authmethods.gateway.api.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.authmethods.gateway.fixtures.CapturesLog;
import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.SandboxControl;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;

/** Pages of other sites may ask if their origin is set, and no others. Source: the Fetch standard, CORS protocol. */
@GatewayTest({
  "gateway.api.allowed-origins=https://app.contoso.com,http://localhost:5173",
  "gateway.api.allowed-headers=X-Contoso-Page",
  "gateway.api.max-requests-in-flight=1",
})
@CapturesLog
class CorsPolicyTests {

  private static final String ALLOWED = "https://app.contoso.com";
  private static final String PREFLIGHT =
    "Access-Control-Request-Method: POST\r\nAccess-Control-Request-Headers: authorization,content-type\r\n";

  private final Gateway gateway;
  private final SandboxControl sandbox;
  private final String token;

  CorsPolicyTests(Gateway gateway, SandboxControl sandbox) {
    this.gateway = gateway;
    this.sandbox = sandbox;
    this.token = sandbox.token("auth-admin");
  }

  /** Java's client does not send these headers. */
  private record Head(String status, Map<String, String> headers) {
    String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }
  }

  private static Head send(Gateway asked, String method, String headers) {
    return send(asked, method, "/graphql", headers);
  }

  private static Head send(Gateway asked, String method, String path, String headers) {
    try (var client = new Socket("localhost", asked.origin().getPort())) {
      client.setSoTimeout(10_000);
      var request = method + " " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + headers + "\r\n";
      client.getOutputStream().write(request.getBytes(UTF_8));
      var answer = new String(client.getInputStream().readAllBytes(), UTF_8);
      var lines = answer
        .lines()
        .takeWhile(line -> !line.isEmpty())
        .toList();
      return new Head(
        lines.getFirst().substring(9),
        lines
          .stream()
          .skip(1)
          .map(line -> line.split(": ?", 2))
          .collect(Collectors.toMap(line -> line[0].toLowerCase(Locale.ROOT), line -> line[1]))
      );
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String from(String origin) {
    return "Origin: " + origin + "\r\n";
  }

  private static void assertNotAllowed(Head head) {
    assertThat(head.headers().keySet()).noneMatch(name -> name.startsWith("access-control-"));
  }

  @ParameterizedTest
  @ValueSource(strings = { ALLOWED, "http://localhost:5173" })
  void aPreflightIsToldWhatMayBeAsked(String origin) {
    var head = send(gateway, "OPTIONS", from(origin) + PREFLIGHT);
    assertThat(head.status()).startsWith("204");
    assertThat(head.header("Access-Control-Allow-Origin")).isEqualTo(origin);
    assertThat(head.header("Access-Control-Allow-Methods")).isEqualTo("GET, HEAD, POST, QUERY");
    assertThat(head.header("Access-Control-Allow-Headers")).startsWith(
      "Authorization, Content-Type, Accept, Accept-Language, Request-Timeout, Upstream-Cost, "
    );
    assertThat(head.header("Access-Control-Max-Age")).isEqualTo("7200");
    assertThat(head.header("Access-Control-Allow-Credentials")).isEmpty();
    assertThat(head.header("Vary")).contains("Origin");
  }

  @ParameterizedTest
  @ValueSource(
    strings = {
      "https://evil.example.com",
      "http://app.contoso.com",
      "https://app.contoso.com:8443",
      "https://app.contoso.com.evil.example",
      "https://evil.app.contoso.com",
      "https://app.contoso.com/",
      "null",
      "*",
    }
  )
  void aPageOfAnotherOriginLearnsNothing(String origin) {
    var preflight = send(gateway, "OPTIONS", from(origin) + PREFLIGHT);
    assertThat(preflight.status()).startsWith("401");
    assertNotAllowed(preflight);
    assertThat(preflight.header("Vary")).contains("Origin");
    assertNotAllowed(send(gateway, "POST", from(origin) + "Content-Length: 0\r\n"));
  }

  @Test
  void theAnswerCanBeReadByThePageThatAsks() {
    var good = send(gateway, "GET", from(ALLOWED) + "Authorization: Bearer " + token + "\r\n");
    var refused = send(gateway, "POST", from(ALLOWED) + "Content-Length: 0\r\n");
    assertThat(good.status()).startsWith("400");
    assertThat(refused.status()).startsWith("401");
    assertThat(Stream.of(good, refused)).allSatisfy(head -> {
      assertThat(head.header("Access-Control-Allow-Origin")).isEqualTo(ALLOWED);
      assertThat(head.header("Access-Control-Expose-Headers")).isEqualTo(
        "Allow, Request-Id, Retry-After, WWW-Authenticate"
      );
      assertThat(head.header("Access-Control-Allow-Credentials")).isEmpty();
      assertThat(head.header("Vary")).contains("Origin");
    });
  }

  @ParameterizedTest
  @ValueSource(
    strings = {
      "apollographql-client-name",
      "apollographql-client-version",
      "x-apollo-operation-name",
      "x-apollo-operation-id",
      "apollo-require-preflight",
      "baggage",
      "sentry-trace",
      "traceparent",
      "tracestate",
      "b3",
      "x-b3-traceid",
      "x-datadog-trace-id",
      "x-datadog-parent-id",
      "newrelic",
      "elastic-apm-traceparent",
      "request-id",
      "x-request-id",
      "x-correlation-id",
      "x-requested-with",
      "x-contoso-page",
    }
  )
  void headersOfClientsAndTheirMonitoringAreAllowed(String header) {
    var allowed = send(gateway, "OPTIONS", from(ALLOWED) + PREFLIGHT).header("Access-Control-Allow-Headers");
    assertThat(allowed.toLowerCase(Locale.ROOT).split(", ")).contains(header);
  }

  @Test
  void noHeaderIsAllowedByAWildcard() {
    var allowed = send(gateway, "OPTIONS", from(ALLOWED) + PREFLIGHT).header("Access-Control-Allow-Headers");
    assertThat(allowed.split(", ")).doesNotContain("*", "cookie").doesNotHaveDuplicates();
    assertThatThrownBy(() -> new HeaderName("*")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new HeaderName("X-A, X-B")).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource(
    delimiter = '|',
    textBlock = """
    GET  | /nothing                     |                             | 401
    GET  | /nothing                     | Authorization: Bearer TOKEN | 404
    POST | /nothing                     | Authorization: Bearer TOKEN | 404
    GET  | /actuator/health             |                             | 200
    GET  | /graphql                     |                             | 401
    GET  | /graphql                     | Authorization: Bearer TOKEN | 400
    PUT  | /graphql                     | Authorization: Bearer TOKEN | 405
    POST | /graphql                     | Authorization: Bearer TOKEN | 415
    GET  | /graphql                     | X-Long: LONG                | 431
    GET  | /graphql?query=LONG          |                             | 414
    POST | /nothing?LONG                | Authorization: Bearer TOKEN | 414
    """
  )
  void everyAnswerCanBeRead(String method, String path, @Nullable String header, String status) {
    var lines = header == null ? "" : filled(header) + "\r\n";
    var head = await().until(
      () -> send(gateway, method, filled(path), from(ALLOWED) + "Content-Length: 0\r\n" + lines),
      answer -> !answer.status().startsWith("503")
    );
    assertThat(head.status()).startsWith(status);
    assertThat(head.header("Access-Control-Allow-Origin")).isEqualTo(ALLOWED);
    assertThat(head.header("Access-Control-Expose-Headers")).contains("Retry-After", "WWW-Authenticate");
    assertThat(head.header("Vary")).contains("Origin");
    var stranger = send(
      gateway,
      method,
      filled(path),
      from("https://evil.example.com") + "Content-Length: 0\r\n" + lines
    );
    assertNotAllowed(stranger);
  }

  /** Of an address that is far too long nothing is read that comes after it, its origin neither. */
  @Test
  void anAddressThatIsFarTooLongIsToldToTheOnlyOriginThereIs() {
    assertThat(toldUnread("https://app.contoso.com")).isEqualTo(ALLOWED);
    assertThat(toldUnread("https://app.contoso.com", "http://localhost:5173")).isNull();
    assertThat(toldUnread()).isNull();
  }

  private static @Nullable String toldUnread(String... origins) {
    var settings = new HttpSettings(
      false,
      StatusProfile.AUDIT,
      Stream.of(origins).map(Origin::new).toList(),
      List.of()
    );
    var response = new DefaultHttpHeaders();
    new CorsPolicy(settings).describe(new DefaultHttpHeaders(), response);
    return response.get("Access-Control-Allow-Origin");
  }

  private String filled(String text) {
    return text.replace("TOKEN", token).replace("LONG", "x".repeat(20_000));
  }

  @Test
  void aRequestThatIsNoPreflightNeedsAToken() {
    assertThat(send(gateway, "OPTIONS", from(ALLOWED)).status()).startsWith("401");
    assertThat(send(gateway, "OPTIONS", PREFLIGHT).status()).startsWith("401");
    // The gateway takes one request at a time, and the last may not have left yet.
    await().untilAsserted(() -> {
      var head = send(gateway, "OPTIONS", from(ALLOWED) + "Authorization: Bearer " + token + "\r\n");
      assertThat(head.header("Allow")).isEqualTo("GET, HEAD, POST, QUERY");
    });
  }

  @Test
  void aPageWhoseRequestIsTurnedAwayUnreadCanReadTheAnswer() {
    var document = "{ user(by: { userPrincipalName: \"megan@contoso.com\" }) { displayName } }";
    gateway.execute(token, document, Map.of());
    sandbox.call("DELETE", "/requests", "");
    sandbox.fault("{\"match\": {\"path\": \"batch\"}, \"times\": 1, \"delayMs\": 1500}");
    var slow = CompletableFuture.supplyAsync(() -> gateway.execute(token, document, Map.of()));
    await().until(() -> sandbox.requests("POST", "batch") == 1);
    assertThat(send(gateway, "OPTIONS", from(ALLOWED) + PREFLIGHT).status()).startsWith("204");
    var away = send(gateway, "POST", from(ALLOWED) + "Content-Length: 0\r\n");
    assertThat(away.status()).startsWith("503");
    assertThat(away.header("Retry-After")).isEqualTo("1");
    assertThat(away.header("Access-Control-Allow-Origin")).isEqualTo(ALLOWED);
    assertThat(away.header("Access-Control-Expose-Headers")).contains("Retry-After");
    slow.join();
  }

  @Nested
  @GatewayTest
  class WithoutOrigins {

    private final Gateway closed;

    WithoutOrigins(Gateway closed) {
      this.closed = closed;
    }

    @Test
    void nobodyIsToldAnything() {
      var preflight = send(closed, "OPTIONS", from(ALLOWED) + PREFLIGHT);
      assertThat(preflight.status()).startsWith("401");
      assertNotAllowed(preflight);
      assertThat(preflight.header("Vary")).isEmpty();
      assertNotAllowed(send(closed, "POST", from(ALLOWED) + "Content-Length: 0\r\n"));
    }
  }

  @ParameterizedTest
  @ValueSource(
    strings = {
      "*",
      "null",
      "",
      "https://*",
      "https://*.contoso.com",
      "app.contoso.com",
      "https://app.contoso.com/",
      "https://app.contoso.com/path",
      "https://app.contoso.com?x",
      "https://app.contoso.com:443",
      "https://user@app.contoso.com",
      "file:///index.html",
    }
  )
  void aValueThatIsNotOneOriginCannotBeSet(String value) {
    assertThatThrownBy(() -> new Origin(value)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = { "*", "https://app.contoso.com/path", "https://app contoso.com", "https://[" })
  void aValueThatIsNotOneOriginStopsTheStartAndIsNamed(String value, CapturedOutput log) {
    var setting = "gateway.api.allowed-origins[1]=" + value;
    assertThatThrownBy(() -> Gateway.start(sandbox, "gateway.api.allowed-origins[0]=" + ALLOWED, setting)).isNotNull();
    assertThat(log.getAll())
      .contains("APPLICATION FAILED TO START", "gateway.api.allowed-origins[1]")
      .contains("An origin is a scheme, a host and perhaps a port, as in https://app.contoso.com")
      .doesNotContain("\tat ");
  }

  @Test
  void anOriginIsComparedAsBrowsersWriteIt() {
    assertThat(new Origin("https://App.Contoso.com ").value()).isEqualTo(ALLOWED);
    assertThat(new Origin("http://[::1]:8080").value()).isEqualTo("http://[::1]:8080");
  }
}
