package dev.authmethods.gateway.api.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What can be asked with which method. Source: GraphQL over HTTP; RFC 10008 for {@code QUERY}. */
@GatewayTest
class HttpMethodsTests {

  private static final String USER = "query ($by: UserRef!) { user(by: $by) { displayName } }";
  private static final String MEGAN = "{\"by\": {\"userPrincipalName\": \"megan@contoso.com\"}}";
  private static final String REMOVAL =
    "mutation Remove { deletePhoneMethod(input: {user: {userPrincipalName: \"megan@contoso.com\"}, phoneType: MOBILE}) " +
    "{ errors { __typename } } } query Look { viewer { objectId } }";
  private static final String BOTH = "query A { viewer { objectId } } query B { viewer { tenantId } }";

  private final Gateway gateway;
  private final SandboxControl sandbox;
  private final String token;

  HttpMethodsTests(Gateway gateway, SandboxControl sandbox) {
    this.gateway = gateway;
    this.sandbox = sandbox;
    this.token = sandbox.token("auth-admin");
  }

  private Reply ask(String method, Map<String, String> parameters, String... headers) {
    return send(method, encoded(parameters), "", headers);
  }

  private Reply send(String method, String parameters, String body, String... headers) {
    var request = gateway
      .to("/graphql" + (parameters.isEmpty() ? "" : "?" + parameters))
      .header("Authorization", "Bearer " + token)
      .method(method, BodyPublishers.ofString(body));
    return gateway.send(headers.length == 0 ? request : request.headers(headers));
  }

  private Reply query(Map<String, ?> members) {
    return send("QUERY", "", new JsonMapper().writeValueAsString(members), "Content-Type", "application/json");
  }

  private static String encoded(Map<String, String> parameters) {
    return parameters
      .entrySet()
      .stream()
      .map(parameter -> parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), UTF_8))
      .collect(Collectors.joining("&"));
  }

  private static String code(Reply reply) {
    return reply.textAt("/errors/0/extensions/code");
  }

  @Test
  void getAsksWithParameters() {
    var reply = ask("GET", Map.of("query", USER, "variables", MEGAN, "operationName", "", "extensions", "{}"));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.textAt("/data/user/displayName")).isNotEmpty();
    assertThat(reply.header("Content-Type")).isEqualTo("application/json; charset=utf-8");
    assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void getNamesItsOperation() {
    assertThat(
      ask("GET", Map.of("query", BOTH, "operationName", "B"))
        .at("/data/viewer/tenantId")
        .isString()
    ).isTrue();
    assertThat(code(ask("GET", Map.of("query", BOTH)))).isEqualTo("OPERATION_RESOLUTION_FAILURE");
  }

  @Test
  void getAcceptsWhatPostAccepts() {
    var accept = "application/graphql-response+json";
    var good = ask("GET", Map.of("query", "{ viewer { objectId } }"), "Accept", accept);
    assertThat(good.header("Content-Type")).isEqualTo("application/graphql-response+json; charset=utf-8");
    assertThat(ask("GET", Map.of("query", "{ nothing }"), "Accept", accept).status()).isEqualTo(400);
    assertThat(ask("GET", Map.of("query", "{ viewer { objectId } }"), "Accept", "text/html").status()).isEqualTo(406);
  }

  @Test
  void queryAsksWithABody() {
    var variables = Map.of("by", Map.of("userPrincipalName", "megan@contoso.com"));
    var reply = query(Map.of("query", USER, "variables", variables));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.textAt("/data/user/displayName")).isNotEmpty();
    assertThat(send("QUERY", "", "{}").status()).isEqualTo(415);
  }

  @ParameterizedTest
  @ValueSource(strings = { "GET", "QUERY", "HEAD" })
  void everyMethodNeedsAToken(String method) {
    var request = gateway.to("/graphql?query=%7Bviewer%7BobjectId%7D%7D").method(method, BodyPublishers.noBody());
    var reply = gateway.send(request);
    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
  }

  @Test
  void noMutationIsExecutedThatIsSentWithASafeMethod() {
    var phones = gateway.phonesOf("megan@contoso.com");
    sandbox.call("DELETE", "/requests", "");
    assertRefused(ask("GET", Map.of("query", REMOVAL, "operationName", "Remove")));
    assertRefused(query(Map.of("query", REMOVAL, "operationName", "Remove")));
    assertThat(ask("HEAD", Map.of("query", REMOVAL, "operationName", "Remove")).status()).isEqualTo(405);
    assertThat(sandbox.requests()).isEmpty();
    assertThat(gateway.phonesOf("megan@contoso.com")).isEqualTo(phones).isNotEmpty();
  }

  private static void assertRefused(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(405);
    assertThat(reply.header("Allow")).isEqualTo("POST");
    assertThat(code(reply)).isEqualTo("METHOD_NOT_ALLOWED");
    assertThat(reply.at("/data").isMissingNode()).isTrue();
  }

  @Test
  void aQueryBesideAMutationIsExecuted() {
    assertThat(
      ask("GET", Map.of("query", REMOVAL, "operationName", "Look"))
        .at("/data/viewer/objectId")
        .isString()
    )
      .as("the operation that is named counts, not what else is in the document")
      .isTrue();
  }

  @Test
  void aRefusedMutationIsMeasuredAsRefused() {
    var registry = gateway.bean(MeterRegistry.class);
    var timer = registry.get("graphql.requests").tags("operation", "mutation", "outcome", "refused").timer();
    var before = timer.count();
    ask("GET", Map.of("query", REMOVAL, "operationName", "Remove"));
    assertThat(timer.count()).isEqualTo(before + 1);
  }

  @ParameterizedTest
  @CsvSource(
    delimiter = '|',
    value = {
      "'' | MISSING_QUERY",
      "variables={} | MISSING_QUERY",
      "query={__typename}&query={__typename} | DUPLICATE_PARAMETER",
      "query={__typename}&variables={}&variables={} | DUPLICATE_PARAMETER",
      "query={__typename}&variables={ | MALFORMED_JSON",
      "query={__typename}&variables={} {} | MALFORMED_JSON",
      "query={__typename}&variables={\"a\": 1, \"a\": 2} | MALFORMED_JSON",
      "query={__typename}&variables=[] | WRONG_TYPE",
      "query={__typename}&variables=1 | WRONG_TYPE",
      "query={__typename}&extensions=\"x\" | WRONG_TYPE",
      "query={__typename}&extensions=x | MALFORMED_JSON",
    }
  )
  void parametersThatAreWrongAreRefused(String parameters, String code) {
    var encoded = parameters
      .replace("{", "%7B")
      .replace("}", "%7D")
      .replace("\"", "%22")
      .replace(" ", "+")
      .replace("[", "%5B")
      .replace("]", "%5D");
    var reply = send("GET", encoded, "");
    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    assertThat(code(reply)).isEqualTo(code);
    assertThat(reply.textAt("/errors/0/message")).isNotEmpty();
  }

  @Test
  void aSemicolonSeparatesNoParameters() {
    var reply = send("GET", "query=%7B__typename%7D%23;query=x", "");
    assertThat(reply.textAt("/data/__typename")).as(reply.text()).isEqualTo("Query");
  }

  @ParameterizedTest
  @ValueSource(strings = { "null", "" })
  void parametersMaySayNothing(String nothing) {
    var reply = ask("GET", Map.of("query", "{ __typename }", "variables", nothing, "extensions", nothing));
    assertThat(reply.textAt("/data/__typename")).isEqualTo("Query");
  }

  @Test
  void theHeadOfAnAnswerIsThatOfTheWholeAnswer() throws IOException {
    try (var client = new Socket("localhost", gateway.origin().getPort())) {
      client.setSoTimeout(10_000);
      var head =
        "HEAD /graphql?" +
        encoded(Map.of("query", "{ viewer { objectId } }")) +
        " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " +
        token;
      client.getOutputStream().write((head + "\r\n\r\n").getBytes(UTF_8));
      var first = new StringBuilder();
      while (!first.toString().endsWith("\r\n\r\n")) {
        first.append((char) client.getInputStream().read());
      }
      // A body of the first would stand before the second.
      client.getOutputStream().write((head + "\r\nConnection: close\r\n\r\n").getBytes(UTF_8));
      var second = new String(client.getInputStream().readAllBytes(), UTF_8);
      assertThat(second).startsWith("HTTP/1.1 200 OK\r\n").endsWith("\r\n\r\n");
      // It would be the length before compression.
      assertThat(first).doesNotContainIgnoringCase("content-length");
    }
  }

  @Test
  void anAddressMayBeAsLongAsTheHeaders() {
    assertThat(ask("GET", Map.of("query", "{ __typename } #" + "x".repeat(12 * 1024))).status()).isEqualTo(200);
  }

  @Test
  void theBodyOfAGetIsNotRead() {
    var reply = send("GET", "query=%7B__typename%7D", "{\"query\": \"nonsense\"}", "Content-Type", "application/json");
    assertThat(reply.textAt("/data/__typename")).isEqualTo("Query");
    await().until(() -> ask("GET", Map.of("query", "{ __typename }")).status() == 200);
  }
}
