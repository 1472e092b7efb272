package dev.authmethods.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * A document that does not fit the schema is answered with everything that is wrong with it, each thing with its reason, its places
 * and what may have been meant, in the gateway's own words. Source of the rules: the GraphQL specification, Validation.
 */
@GatewayTest
class ValidationErrorsTests {

  private final Gateway gateway;
  private final SandboxControl sandbox;

  ValidationErrorsTests(Gateway gateway, SandboxControl sandbox) {
    this.gateway = gateway;
    this.sandbox = sandbox;
  }

  static Stream<ErrorTable> documents() {
    return Stream.of(
      "fields",
      "arguments",
      "values",
      "directives",
      "variables",
      "fragments",
      "operations",
      "conflicts",
      "syntax"
    )
      .map(ErrorTable::read)
      .flatMap(List::stream);
  }

  private Reply send(String document) {
    return gateway.as("auth-admin", document);
  }

  @ParameterizedTest
  @MethodSource("documents")
  void tellWhatIsWrongAndWhere(ErrorTable row) {
    var reply = send(row.document());
    assertThat(ErrorLines.of(reply)).as(reply.text()).isEqualTo(row.errors());
    assertThat(reply.at("/data").isMissingNode()).isTrue();
    assertThat(sandbox.requests()).isEmpty();
  }

  @Test
  void haveTheCodeOfTheirStage() {
    assertThat(send("{ nothing }").textAt("/errors/0/extensions/code")).isEqualTo("GRAPHQL_VALIDATION_FAILED");
    assertThat(send("{ nothing").textAt("/errors/0/extensions/code")).isEqualTo("GRAPHQL_PARSE_FAILED");
  }

  @Test
  void speakTheLanguageOfTheClient() {
    var request = gateway
      .to("/graphql?query=%7Bviewr%7BobjectId%7D%7D")
      .header("Authorization", "Bearer " + sandbox.token("auth-admin"))
      .header("Accept-Language", "de-CH");
    assertThat(gateway.send(request.GET()).textAt("/errors/0/message")).isEqualTo(
      "Der Typ \"Query\" hat kein Feld \"viewr\". Meinten Sie \"viewer\" oder \"user\"?"
    );
  }

  @Test
  void areAtMostTwenty() {
    var document = IntStream.range(0, 300)
      .mapToObj("nothing%d"::formatted)
      .collect(Collectors.joining(" ", "{ viewer { ", " } }"));
    assertThat(ErrorLines.of(send(document)))
      .hasSize(20)
      .allMatch(line -> line.startsWith("UNKNOWN_FIELD"));
  }

  /** All of it stands in a document that is sent, and none of it in the answer. */
  @ParameterizedTest
  @ValueSource(
    strings = {
      "{ viewer { phone_12065550123 } }",
      "{ user(by: {number: \"+1 2065550123\"}) { id } }",
      "{ user(by: {objectId: 12065550123}) { id } }",
      "{ user(by: {objectId: [\"+1 2065550123\"], id12065550123: 1}) { id } }",
      "query ($x12065550123: ID) { user(by: $y12065550123) { id } }",
      "{ ...F12065550123 }",
    }
  )
  void repeatNoNumber(String document) {
    assertThat(send(document).text()).doesNotContain("2065550123").doesNotContain("12065550");
  }

  @Test
  void cutLongNames() {
    var name = "n".repeat(128);
    var reply = send("{ viewer { " + name + " } }");
    assertThat(ErrorLines.of(reply)).containsExactly(
      "UNKNOWN_FIELD 1:12 [viewer %1$s\u2026] The type \"Viewer\" has no field \"%1$s\u2026\".".formatted(
        "n".repeat(64)
      )
    );
  }

  /** The engine itself would find it only when the field is executed, in a mutation after others. */
  @Test
  void includeANullThatTakesThePlaceOfAChoice() {
    var document =
      "mutation { disableSmsSignIn(input: {user: {userPrincipalName: null}}) { confirmation errors { __typename } } }";
    assertThat(ErrorLines.of(send(document))).containsExactly(
      "ONE_OF_IS_NULL 1:63,1:43 [input user userPrincipalName] " +
        "\"input.user.userPrincipalName\" must not be null: it is the one field of the type \"UserRef\" that was chosen."
    );
    assertThat(sandbox.requests()).isEmpty();
  }

  @Test
  void nameTheOperationThatWasNotFound() {
    var body = Map.of("query", "query First { viewer { objectId } } query Other { viewer { tenantId } }");
    var json = new JsonMapper();
    var unnamed = gateway.post(sandbox.token("auth-admin"), json.writeValueAsString(body));
    assertThat(ErrorLines.of(unnamed)).containsExactly(
      "OPERATION_NAME_REQUIRED  [] The document has several operations. Choose one with operationName."
    );
    var misspelt = Map.of("query", body.get("query"), "operationName", "Frist");
    var unknown = gateway.post(sandbox.token("auth-admin"), json.writeValueAsString(misspelt));
    assertThat(ErrorLines.of(unknown)).containsExactly(
      "UNKNOWN_OPERATION  [] The document has no operation \"Frist\". Did you mean \"First\"?"
    );
  }
}
