package dev.authmethods.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Variables that do not fit their types are answered with everything that is wrong with them, each thing with the path of its
 * value. Source of the rules: the GraphQL specification, Coercing Variable Values, and input coercion of each kind of type.
 */
@GatewayTest
class CoercionErrorsTests {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String ADD =
    "mutation ($input: AddPhoneMethodInput!) { addPhoneMethod(input: $input) { errors { __typename } } }";

  private final Gateway gateway;
  private final SandboxControl sandbox;

  CoercionErrorsTests(Gateway gateway, SandboxControl sandbox) {
    this.gateway = gateway;
    this.sandbox = sandbox;
  }

  static Stream<ErrorTable> variables() {
    return ErrorTable.read("coercion").stream();
  }

  private Reply send(String document, String variables) {
    var body = "{\"query\": %s, \"variables\": %s}".formatted(JSON.writeValueAsString(document), variables);
    return gateway.post(sandbox.token("auth-admin"), body);
  }

  @ParameterizedTest
  @MethodSource("variables")
  void tellWhatIsWrongAndWhere(ErrorTable row) {
    var reply = send(row.document(), row.variables());
    assertThat(ErrorLines.of(reply)).as(reply.text()).isEqualTo(row.errors());
    assertThat(reply.textAt("/errors/0/extensions/code")).isEqualTo("BAD_USER_INPUT");
    assertThat(reply.at("/data").isMissingNode()).isTrue();
    assertThat(sandbox.requests()).isEmpty();
  }

  @Test
  void haveIndexesThatAreNumbers() {
    var reply = send(
      "query ($by: [UserRef!]!) { users(by: $by) { user { id } } }",
      "{\"by\": [{\"id\": \"x\"}, null]}"
    );
    assertThat(reply.at("/errors/0/extensions/path").toString()).isEqualTo("[\"by\",1]");
  }

  @Test
  void tellTheSameOfADocumentThatIsKnown() {
    var fine =
      "{\"input\": {\"user\": {\"userPrincipalName\": \"kim@contoso.com\"}, \"phoneNumber\": \"x\", \"validateOnly\": true}}";
    assertThat(send(ADD, fine).listAt("/data/addPhoneMethod/errors")).isNotEmpty();
    assertThat(ErrorLines.of(send(ADD, "{\"input\": 1}"))).containsExactly(
      "WRONG_TYPE 1:11 [input] \"$input\" must be an object of the type \"AddPhoneMethodInput\", not an integer."
    );
  }

  @Test
  void areTheChosenOperationsOnly() {
    var two = "query A($a: ID!) { node(id: $a) { id } } query B($b: ID!) { node(id: $b) { id } }";
    var body = JSON.writeValueAsString(Map.of("query", two, "operationName", "B", "variables", Map.of()));
    assertThat(ErrorLines.of(gateway.post(sandbox.token("auth-admin"), body))).containsExactly(
      "MISSING_VARIABLE 1:50 [b] \"$b\" is missing. The operation needs a value of the type \"ID!\" for this variable."
    );
  }

  /** All of it is sent, and none of it in the answer. */
  @ParameterizedTest
  @ValueSource(
    strings = {
      "{\"input\": {\"user\": {\"id\": \"x\"}, \"phoneNumber\": 12065550123}}",
      "{\"input\": {\"user\": {\"id\": \"x\"}, \"phoneNumber\": \"+1 2065550123\", \"phoneType\": \"+1 2065550123\"}}",
      "{\"input\": {\"user\": {\"id\": \"x\"}, \"phoneNumber\": \"+1 2065550123\", \"+1 2065550123\": 1}}",
      "{\"input\": {\"user\": {\"id\": \"x\"}, \"phoneNumber\": \"+1 2065550123\", \"p12065550123\": 1}}",
      "{\"input\": {\"user\": {\"+1 2065550123\": {}}, \"phoneNumber\": \"+1 2065550123\"}}",
    }
  )
  void repeatNoValue(String variables) {
    var reply = send(ADD, variables);
    assertThat(ErrorLines.of(reply)).isNotEmpty();
    assertThat(reply.text()).doesNotContain("2065550123");
  }

  @Test
  void areAtMostTwentyHoweverMuchIsWrong() {
    var fields = IntStream.range(0, 9_000)
      .mapToObj("\"phoneNumber%d\": 1"::formatted)
      .collect(Collectors.joining(", "));
    var begin = System.nanoTime();
    var reply = send(ADD, "{\"input\": {" + fields + "}}");
    assertThat(ErrorLines.of(reply)).hasSize(20);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
  }

  /** The engine finds it when it executes the field: there is data beside the error. */
  @ParameterizedTest
  @CsvSource(
    delimiter = '|',
    textBlock = """
    {"id": null} | ONE_OF_IS_NULL | ["by","id"] | "by.id" must not be null: it is the one field of the type "UserRef" that was chosen.
    {}           | NOT_ONE_OF     | ["by"]      | "by" must have exactly one of the fields of the type "UserRef", not 0.
    """
  )
  void areToldOfAFieldWhenAVariableDecides(String variables, String reason, String path, String message) {
    var reply = send("query ($id: ID) { viewer { objectId } user(by: {id: $id}) { id } }", variables);
    assertThat(reply.at("/data/user").isNull()).isTrue();
    assertThat(reply.at("/data/viewer/objectId").isString()).isTrue();
    assertThat(reply.textAt("/errors/0/path/0")).isEqualTo("user");
    assertThat(reply.textAt("/errors/0/extensions/code")).isEqualTo("BAD_USER_INPUT");
    assertThat(reply.textAt("/errors/0/extensions/reason")).isEqualTo(reason);
    assertThat(reply.at("/errors/0/extensions/path").toString()).isEqualTo(path);
    assertThat(reply.textAt("/errors/0/message")).isEqualTo(message);
  }
}
