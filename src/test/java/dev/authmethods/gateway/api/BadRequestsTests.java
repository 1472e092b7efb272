package dev.authmethods.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.CapturesLog;
import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever a client sends, the answer is JSON with a code, comes quickly, and gives nothing away: no stack trace, no name of the
 * inside, no number, neither in the answer nor in the log. Microsoft hears nothing of it.
 */
@GatewayTest
@CapturesLog
class BadRequestsTests {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern INSIDE = Pattern.compile(
    "(?i)exception|\\bat [a-z]+\\.|\\.java|\\b(?:java|tools|com|org|dev|graphql|reactor|io)\\.[a-z]+\\.|HashMap|ArrayList" +
      "|/home/|/tmp/|/usr/"
  );
  private static final Pattern NUMBER = Pattern.compile("555\\D{0,2}01\\d\\d|5550123|2065550");
  private static final Pattern TRACE = Pattern.compile("(?m)^\\s+at [\\w.$/]+\\(|^Caused by:|Exception");

  private final Gateway gateway;
  private final SandboxControl sandbox;
  private final String token;
  private Instant begin = Instant.EPOCH;

  BadRequestsTests(Gateway gateway, SandboxControl sandbox) {
    this.gateway = gateway;
    this.sandbox = sandbox;
    this.token = sandbox.token("auth-admin");
  }

  @BeforeEach
  void begin() {
    begin = Instant.now();
  }

  @AfterEach
  void nothingIsGivenAway(CapturedOutput log) {
    assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(10));
    assertThat(sandbox.requests()).isEmpty();
    assertThat(log.getAll())
      .doesNotContain(token.substring(token.length() - 40))
      .doesNotContain(" ERROR ");
    assertThat(NUMBER.matcher(log.getAll()).results()).isEmpty();
    assertThat(TRACE.matcher(log.getAll()).results()).as(log.getAll()).isEmpty();
  }

  private Reply post(String body) {
    return gateway.post(token, body);
  }

  private Reply post(BodyPublisher body, String... headers) {
    return gateway.send(
      gateway
        .to("/graphql")
        .header("Authorization", "Bearer " + token)
        .headers(headers)
        .POST(body)
    );
  }

  private Reply query(String document) {
    return gateway.execute(token, document, Map.of());
  }

  private static void assertRefused(Reply reply, int status) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertDiscreet(reply);
  }

  /** A GraphQL error: nothing was executed. */
  private static void assertRefused(Reply reply, String code) {
    assertThat(reply.status()).as(reply.text()).isIn(200, 400);
    assertThat(reply.textAt("/errors/0/extensions/code")).as(reply.text()).isEqualTo(code);
    assertThat(reply.at("/data").isMissingNode() || reply.at("/data").isNull())
      .as(reply.text())
      .isTrue();
    assertDiscreet(reply);
  }

  /** Discreet, if it says anything besides the status. */
  private static void assertQuiet(Reply reply) {
    if (!reply.text().isEmpty()) {
      assertDiscreet(reply);
    }
  }

  private static void assertDiscreet(Reply reply) {
    assertThat(reply.header("Content-Type")).contains("json");
    assertThat(reply.listAt("/errors")).as(reply.text()).isNotEmpty();
    assertThat(reply.listAt("/errors")).allSatisfy(error -> {
      assertThat(error.path("message").asString("")).isNotEmpty();
      assertThat(error.path("extensions").path("code").asString("")).isNotEmpty();
    });
    assertThat(
      INSIDE.matcher(reply.text())
        .results()
        .map(match -> match.group())
    )
      .as(reply.text())
      .isEmpty();
    assertThat(NUMBER.matcher(reply.text()).results()).as(reply.text()).isEmpty();
    assertThat(reply.text()).hasSizeLessThan(64 * 1024);
  }

  @Nested
  class AnInvalidRequest {

    @ParameterizedTest
    @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{]",
        "nothing",
        "{\"query\": \"{ viewer { objectId } }\"",
        "{'query': '{ viewer { objectId } }'}",
        "[]",
        "[{\"query\": \"{ viewer { objectId } }\"}]",
        "\"{ viewer { objectId } }\"",
        "12065550123",
        "null",
        "true",
        "{}",
        "{\"query\": null}",
        "{\"query\": 12065550123}",
        "{\"query\": true}",
        "{\"query\": {\"phone\": \"+1 2065550123\"}}",
        "{\"query\": [\"{ viewer { objectId } }\"]}",
        "{\"query\": \"{ viewer { objectId } }\", \"variables\": \"+1 2065550123\"}",
        "{\"query\": \"{ viewer { objectId } }\", \"variables\": [1]}",
        "{\"query\": \"{ viewer { objectId } }\", \"variables\": 12065550123}",
        "{\"query\": \"{ viewer { objectId } }\", \"extensions\": \"+1 2065550123\"}",
        "{\"query\": \"{ viewer { objectId } }\", \"operationName\": {\"a\": \"+1 2065550123\"}}",
        "{\"query\": \"{ viewer { objectId } }\", \"operationName\": [1]}",
      }
    )
    void isABadRequest(String body) {
      assertRefused(post(body), 400);
    }

    @Test
    void isNoDocument() {
      assertRefused(post("{\"query\": \"\"}"), "GRAPHQL_PARSE_FAILED");
    }

    @Test
    void isABadRequestWithoutABody() {
      assertRefused(post(BodyPublishers.noBody(), "Content-Type", "application/json"), 400);
    }

    @Test
    void ofAnOldMediaTypeIsNotWrittenToTheLog() {
      var body = BodyPublishers.ofString("{\"query\": x2065550123}");
      assertThat(post(body, "Content-Type", "application/graphql").status()).isIn(400, 415);
    }

    @ParameterizedTest
    @ValueSource(
      strings = {
        "text/plain",
        "text/html",
        "application/xml",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/octet-stream",
        "nonsense",
        "application/json/x",
      }
    )
    void isOfATypeThatIsNotSupported(String type) {
      var reply = post(BodyPublishers.ofString("{\"query\": \"{ viewer { objectId } }\"}"), "Content-Type", type);
      assertThat(reply.status()).isIn(400, 415);
      assertQuiet(reply);
    }

    @Test
    void isOfNoType() {
      var body = BodyPublishers.ofString("{\"query\": \"{ viewer { objectId } }\"}");
      var reply = gateway.send(
        gateway
          .to("/graphql")
          .header("Authorization", "Bearer " + token)
          .POST(body)
      );
      assertThat(reply.status()).isEqualTo(415);
      assertQuiet(reply);
    }

    @ParameterizedTest
    @CsvSource({ "PUT, 405", "DELETE, 405", "PATCH, 405", "TRACE, 405", "NONSENSE, 405" })
    void isOfNoMethodForGraphQl(String method, int status) {
      var body = BodyPublishers.ofString("{\"query\": \"{ viewer { objectId } }\"}");
      var request = gateway.to("/graphql?query=%7Bviewer%7BobjectId%7D%7D").header("Content-Type", "application/json");
      var reply = gateway.send(request.header("Authorization", "Bearer " + token).method(method, body));
      assertThat(reply.status()).isIn(status, 404, 400);
      assertQuiet(reply);
    }

    @ParameterizedTest
    @ValueSource(
      strings = { "/graphql/", "/graphql/x", "/nothing", "/graphiql", "/..%2f", "/playground%2f..%2factuator" }
    )
    void isSomewhereElse(String path) {
      var body = BodyPublishers.ofString("{\"query\": \"{ viewer { objectId } }\"}");
      var request = gateway.to(path).header("Content-Type", "application/json");
      var reply = gateway.send(request.header("Authorization", "Bearer " + token).POST(body));
      assertThat(reply.status()).isIn(400, 404, 405);
      assertQuiet(reply);
    }

    @Test
    void isForAnAnswerThatIsNoJson() {
      var body = BodyPublishers.ofString("{\"query\": \"{ viewer { objectId } }\"}");
      var reply = post(body, "Content-Type", "application/json", "Accept", "text/html");
      assertThat(reply.status()).isIn(406, 415);
      assertQuiet(reply);
    }
  }

  @Nested
  class TooLargeARequest {

    private static final int LIMIT = 256 * 1024;

    @Test
    void aBodyBeyondTheLimitIsTooLarge() {
      assertRefused(post("{\"query\": \"" + " ".repeat(LIMIT) + "\"}"), 413);
      assertRefused(post("x".repeat(4 * LIMIT)), 413);
    }

    @Test
    void aZippedBodyIsNotOpened() throws IOException {
      var zipped = new ByteArrayOutputStream();
      try (var zip = new GZIPOutputStream(zipped)) {
        var chunk = " ".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
        for (int million = 0; million < 100; million++) {
          zip.write(chunk);
        }
      }
      var body = BodyPublishers.ofByteArray(zipped.toByteArray());
      var reply = post(body, "Content-Type", "application/json", "Content-Encoding", "gzip");
      assertThat(reply.status()).isIn(400, 413, 415);
      assertQuiet(reply);
    }

    @ParameterizedTest
    @ValueSource(strings = { "{a", "{a:viewer", "{...on Query" })
    void braces7000Deep(String level) {
      assertRefused(query(level.repeat(7_000) + "}".repeat(7_000)), "TOO_DEEP");
    }

    @ParameterizedTest
    @CsvSource({ "[, ]", "{id:, }" })
    void literals10000Deep(String open, String close) {
      var document = "{ user(by: " + open.repeat(10_000) + close.repeat(10_000) + ") { id } }";
      assertRefused(query(document), "TOO_DEEP");
    }

    @ParameterizedTest
    @CsvSource({ "[, ]", "{\"id\":, }" })
    void variables10000Deep(String open, String close) {
      var by = open.repeat(10_000) + (close.equals("}") ? "1" : "") + close.repeat(10_000);
      assertRefused(post("{\"query\": \"{ viewer { objectId } }\", \"variables\": {\"by\": " + by + "}}"), 400);
    }

    @Test
    void typesOfVariables10000Deep() {
      var type = "[".repeat(10_000) + "ID" + "]".repeat(10_000);
      assertRefused(query("query ($x: " + type + ") { viewer { objectId } }"), "TOO_MANY_TOKENS");
    }

    @Test
    void aliases() {
      var document = IntStream.range(0, 3_000)
        .mapToObj("a%d: viewer { objectId }"::formatted)
        .collect(Collectors.joining(" ", "{ ", " }"));
      var reply = query(document);
      assertRefused(reply, "TOO_MANY_TOKENS");
    }

    @Test
    void fragmentsThatDouble() {
      var document = new StringBuilder("{ ...F0 }");
      for (int level = 0; level < 15; level++) {
        document.append(
          " fragment F%d on Query { __typename ...F%2$d __typename ...F%2$d }".formatted(level, level + 1)
        );
      }
      document.append(" fragment F15 on Query { viewer { objectId } }");
      assertRefused(query(document.toString()), "TOO_MANY_FIELDS");
    }

    @Test
    void fieldsThatOverlap() {
      var document = "{ " + "viewer { objectId roles tenantId } ".repeat(2_500) + "}";
      var reply = query(document);
      assertRefused(reply, "TOO_MANY_TOKENS");
    }

    @Test
    void directives() {
      var reply = query("{ viewer " + "@include(if: true) ".repeat(5_000) + "{ objectId } }");
      assertRefused(reply, "TOO_MANY_TOKENS");
    }

    @Test
    void namesWithoutEnd() {
      var name = "n".repeat(30_000);
      assertRefused(query("{ " + name + " }"), "TOKEN_TOO_LONG");
      assertRefused(query("query " + name + " { nothing }"), "TOKEN_TOO_LONG");
      assertRefused(query("query ($" + name + ": " + name + ") { viewer { objectId } }"), "TOKEN_TOO_LONG");
      assertRefused(query("{ user(" + name + ": 1) { id } }"), "TOKEN_TOO_LONG");
    }

    @Test
    void digits() {
      var number = "1".repeat(90_000);
      assertRefused(query("{ user(by: {objectId: " + number + "}) { id } }"), "TOKEN_TOO_LONG");
      var input = "{\"user\": {\"id\": \"x\"}, \"phoneNumber\": \"+1\", \"phoneType\": \"" + number + "\"}";
      var document = "mutation($input: AddPhoneMethodInput!) { addPhoneMethod(input: $input) { user { id } } }";
      var body = "{\"query\": \"" + document + "\", \"variables\": {\"input\": " + input + "}}";
      assertRefused(post(body), "BAD_USER_INPUT");
    }

    @Test
    void blanks() {
      var reply = query(" ".repeat(90_000) + "{ viewer { objectId } }");
      assertRefused(reply, "TOO_MANY_TOKENS");
    }

    @Test
    void references() {
      var by = IntStream.range(0, 1_001)
        .mapToObj(number -> Map.of("userPrincipalName", "u%d@contoso.com".formatted(number)))
        .toList();
      var document = "query ($by: [UserRef!]!) { users(by: $by) { user { id } } }";
      assertRefused(gateway.execute(token, document, Map.of("by", by)), "INVALID_INPUT");
    }
  }

  @Nested
  class ADocument {

    @ParameterizedTest
    @ValueSource(
      strings = {
        "{",
        "}",
        "{ viewer { objectId } } }",
        "query { viewer { objectId } } trailing +1 2065550123",
        "+1 2065550123",
        "\"+1 2065550123\"",
        "{ viewer { objectId } } # ok \n !",
        "{ viewer(a: \"unfinished) { objectId } }",
        "{ user(by: {objectId: \"\\u+1 2065550123\"}) { id } }",
        "{ viewer { } }",
        "query ($x: ) { viewer { objectId } }",
        "{ viewer { object\u0000Id } }",
        "{ viewer { object\u0007Id } }",
        "{ viewer { objectId } } \u001b[31m",
        "{ \uFF56iewer { objectId } }",
        "{ viewer { objectId } \ud83d\ude00 }",
      }
    )
    void thatCannotBeReadIsRefused(String document) {
      assertRefused(query(document), "GRAPHQL_PARSE_FAILED");
    }

    @ParameterizedTest
    @ValueSource(
      strings = {
        "{ nothing }",
        "{ viewer }",
        "{ viewer { objectId { id } } }",
        "{ viewer { objectId phone_12065550123 } }",
        "{ viewer(number: \"+1 2065550123\") { objectId } }",
        "{ viewer @nothing(number: \"+1 2065550123\") { objectId } }",
        "{ user { id } }",
        "{ user(by: null) { id } }",
        "{ user(by: \"+1 2065550123\") { id } }",
        "{ user(by: 12065550123) { id } }",
        "{ user(by: {}) { id } }",
        "{ user(by: {id: null}) { id } }",
        "{ user(by: {id: \"a\", objectId: \"+1 2065550123\"}) { id } }",
        "{ user(by: {number: \"+1 2065550123\"}) { id } }",
        "{ user(by: {id: {a: \"+1 2065550123\"}}) { id } }",
        "{ user(by: {objectId: 12065550123}) { id } }",
        "{ user(by: {objectId: +1 2065550123}) { id } }",
        "{ users(by: [null]) { user { id } } }",
        "query ($x: Nothing) { viewer { objectId } }",
        "query ($x: ID) { viewer { objectId } }",
        "{ user(by: $x) { id } }",
        "fragment F on Query { ...F } { ...F }",
        "fragment F on Query { ...G } fragment G on Query { ...F } { ...F }",
        "{ ...Nothing }",
        "{ ... on Nothing { id } }",
        "query A { viewer { objectId } } query A { viewer { tenantId } }",
        "{ viewer { objectId } } query B { viewer { tenantId } }",
        "subscription { nothing }",
        "mutation { addPhoneMethod { errors { __typename } } }",
        "mutation { addPhoneMethod(input: {}) { errors { __typename } } }",
        "mutation { addPhoneMethod(input: {user: {id: \"x\"}, phoneNumber: 12065550123, phoneType: MOBILE}) { user { id } } }",
        "mutation { addPhoneMethod(input: {user: {id: \"x\"}, phoneNumber: \"+1 2065550123\", phoneType: \"MOBILE\"}) { user { id } } }",
        "mutation { addPhoneMethod(input: {user: {id: \"x\"}, phoneNumber: \"+1 2065550123\", phoneType: SATELLITE}) { user { id } } }",
        "mutation { addPhoneMethod(input: {user: {id: \"x\"}, phoneNumber: [\"+1 2065550123\", \"+1 2065550123\"]}) { user { id } } }",
        "mutation { addPhoneMethod(input: {user: {id: \"x\"}, phoneNumber: \"+1 2065550123\", smsSignInState: READY}) { user { id } } }",
        "mutation { addPhoneMethod(input: {user: {id: \"x\"}, phoneNumber: null}) { user { id } } }",
      }
    )
    void thatDoesNotFitTheSchemaIsRefused(String document) {
      var reply = query(document);
      assertThat(reply.textAt("/errors/0/extensions/code"))
        .as(reply.text())
        .isIn("GRAPHQL_VALIDATION_FAILED", "BAD_USER_INPUT", "GRAPHQL_PARSE_FAILED");
      assertDiscreet(reply);
    }

    @Test
    void withTwoOperationsNeedsAName() {
      var two =
        "query A { viewer { objectId } } mutation B { disableSmsSignIn(input: {user: {id: \"x\"}}) { user { id } } }";
      assertRefused(query(two), "OPERATION_RESOLUTION_FAILURE");
      var unknown = JSON.writeValueAsString(Map.of("query", two, "operationName", "+1 2065550123"));
      assertRefused(post(unknown), "OPERATION_RESOLUTION_FAILURE");
    }
  }

  @Nested
  class AVariable {

    private static final String BY = "query ($by: UserRef!) { user(by: $by) { id } }";
    private static final String ADD =
      "mutation ($input: AddPhoneMethodInput!) { addPhoneMethod(input: $input) { errors { __typename } } }";

    @ParameterizedTest
    @ValueSource(
      strings = {
        "{}",
        "{\"by\": null}",
        "{\"by\": 12065550123}",
        "{\"by\": \"+1 2065550123\"}",
        "{\"by\": [\"+1 2065550123\"]}",
        "{\"by\": {}}",
        "{\"by\": {\"id\": null}}",
        "{\"by\": {\"id\": \"a\", \"objectId\": \"+1 2065550123\"}}",
        "{\"by\": {\"number\": \"+1 2065550123\"}}",
        "{\"by\": {\"objectId\": 12065550123}}",
        "{\"by\": {\"objectId\": {\"+1 2065550123\": \"+1 2065550123\"}}}",
        "{\"by\": {\"userPrincipalName\": [\"+1 206-555-0123\"]}}",
        "{\"by\": {\"userPrincipalName\": true}}",
        "{\"by\": {\"objectId\": {\"phone\": \"(206) 555-0123\"}}}",
      }
    )
    void thatDoesNotFitIsRefused(String variables) {
      assertRefused(post("{\"query\": \"" + BY + "\", \"variables\": " + variables + "}"), "BAD_USER_INPUT");
    }

    @ParameterizedTest
    @ValueSource(
      strings = {
        "\"phoneNumber\": 12065550123, \"phoneType\": \"MOBILE\"",
        "\"phoneNumber\": 1.2065550123e10, \"phoneType\": \"MOBILE\"",
        "\"phoneNumber\": null, \"phoneType\": \"MOBILE\"",
        "\"phoneType\": \"MOBILE\"",
        "\"phoneNumber\": [\"+1 2065550123\"]",
        "\"phoneNumber\": {\"value\": \"+1 2065550123\"}",
        "\"phoneNumber\": \"+1 2065550123\", \"phoneType\": \"mobile\"",
        "\"phoneNumber\": \"+1 2065550123\", \"phoneType\": \"+1 2065550123\"",
        "\"phoneNumber\": \"+1 2065550123\", \"phoneType\": 12065550123",
        "\"phoneNumber\": \"+1 2065550123\", \"phoneType\": [\"MOBILE\", \"OFFICE\"]",
        "\"phoneNumber\": \"+1 2065550123\", \"validateOnly\": \"+1 2065550123\"",
        "\"phoneNumber\": \"+1 2065550123\", \"validateOnly\": null",
        "\"phoneNumber\": \"+1 2065550123\", \"clientMutationId\": {\"a\": \"+1 2065550123\"}",
        "\"phoneNumber\": \"+1 2065550123\", \"methodId\": \"+1 2065550123\"",
        "\"phoneNumber\": \"+1 2065550123\", \"+1 2065550123\": true",
        "\"phoneNumber\": [\"+1\u2013206\u2013555\u20130123\"]",
        "\"phoneNumber\": [\"+1\u00b7206\u00b7555\u00b70123\"]",
        "\"phoneNumber\": [\"\u0660\u0661\u0662\u0663\u0664\u0665\"]",
      }
    )
    void ofAMutationThatDoesNotFitIsRefused(String fields) {
      var input = "{\"user\": {\"userPrincipalName\": \"kim@contoso.com\"}, " + fields + "}";
      assertRefused(post("{\"query\": \"" + ADD + "\", \"variables\": {\"input\": " + input + "}}"), "BAD_USER_INPUT");
    }

    @ParameterizedTest
    @ValueSource(
      strings = {
        "+1 206555\\u0000123",
        "+1 206555\\u00000123",
        "\\u0000",
        "+1 2065550123\\n",
        "\\ud800",
        "+1 \\udfff2065550123",
        "\\u202e+1 2065550123",
        "\\uff0b1 2065550123",
        "+\\uff11 \\uff12065550123",
        "+1 2065550123\\ufeff",
        "\\u001b[31m+1 2065550123",
      }
    )
    void thatIsNoPhoneNumberIsATypedError(String number) {
      var input =
        "{\"user\": {\"userPrincipalName\": \"kim@contoso.com\"}, \"phoneType\": \"MOBILE\", \"phoneNumber\": \"";
      var body = "{\"query\": \"" + ADD + "\", \"variables\": {\"input\": " + input + number + "\"}}}";
      var reply = post(body);
      assertThat(reply.typesAt("/data/addPhoneMethod/errors"))
        .as(reply.text())
        .containsExactly("InvalidPhoneNumberError");
      assertThat(NUMBER.matcher(reply.text()).results()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
      strings = {
        "\\ud800@contoso.com",
        "kim\\u0000@contoso.com",
        "kim\\n@contoso.com",
        "../../users/kim@contoso.com",
        "kim@contoso.com?$select=id",
      }
    )
    void thatIsNoUserNameIsNobody(String name) {
      var reply = post(
        "{\"query\": \"" + BY + "\", \"variables\": {\"by\": {\"userPrincipalName\": \"" + name + "\"}}}"
      );
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.at("/data/user").isNull()).isTrue();
      assertThat(INSIDE.matcher(reply.text()).results()).isEmpty();
      sandbox.call("DELETE", "/requests", "");
    }
  }

  @Nested
  class Text {

    @ParameterizedTest
    @ValueSource(
      strings = { "\\ud800", "\\udfff\\ud800", "\\u0000", "\\u2028\\u001b[31m", "<script>alert(1)</script>" }
    )
    void thatIsRepeatedLeavesTheAnswerReadable(String text) {
      var mutation =
        "mutation ($id: String) { disableSmsSignIn(input: {user: {id: \\\"x\\\"}, clientMutationId: $id}) { clientMutationId } }";
      var reply = post("{\"query\": \"" + mutation + "\", \"variables\": {\"id\": \"" + text + "\"}}");
      assertThat(reply.status()).as(reply.text()).isIn(200, 400);
      assertThat(reply.json().isObject()).as(reply.text()).isTrue();
      assertThat(reply.header("Content-Type")).contains("json");
      assertThat(INSIDE.matcher(reply.text()).results()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE" })
    void inAnyEncodingIsReadOrRefused(String charset) {
      var text = "\ufeff{\"query\": \"{ viewer { objectId } }\"}";
      var body = BodyPublishers.ofByteArray(text.getBytes(Charset.forName(charset)));
      var reply = post(body, "Content-Type", "application/json");
      assertThat(reply.status()).isIn(200, 400);
      assertThat(reply.json().isObject()).isTrue();
      assertThat(INSIDE.matcher(reply.text()).results()).isEmpty();
    }

    @Test
    void thatIsNotUtf8IsRefused() {
      var body = "{\"query\": \"{ viewer { objectId } } # \u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
      assertRefused(post(BodyPublishers.ofByteArray(body), "Content-Type", "application/json"), 400);
    }
  }
}
