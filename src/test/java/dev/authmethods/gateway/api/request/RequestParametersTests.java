package dev.authmethods.gateway.api.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The parameters in a body have their types and no others, and whoever gets one wrong is told which. */
@GatewayTest
class RequestParametersTests {

  private static final String BY = "query ($id: ID!) { user(by: {id: $id}) { displayName } }";

  private final Gateway gateway;
  private final String token;

  RequestParametersTests(Gateway gateway, SandboxControl sandbox) {
    this.gateway = gateway;
    this.token = sandbox.token("auth-admin");
  }

  @ParameterizedTest
  @CsvSource(
    delimiter = '|',
    value = {
      "'' | EMPTY_BODY | The request needs a body.",
      "{ | MALFORMED_JSON | The body must be one JSON value, in which no object has a member twice.",
      "{\"query\": \"{ __typename }\"} {} | MALFORMED_JSON | The body",
      "{\"query\": \"{ __typename }\"} x | MALFORMED_JSON | The body",
      "{\"query\": \"{ __typename }\", \"query\": \"{ viewer { objectId } }\"} | MALFORMED_JSON | The body",
      "{\"query\": \"{ __typename }\", \"variables\": {\"a\": 1, \"a\": 2}} | MALFORMED_JSON | The body",
      "{\"query\": \"{ __typename }\", \"variables\": {\"a\": [{\"b\": 1, \"b\": 1}]}} | MALFORMED_JSON | The body",
      "{\"query\": \"{ __typename }\", \"variables\": {\"a\": NaN}} | MALFORMED_JSON | The body",
      "[] | WRONG_TYPE | The body must be an object.",
      "\"x\" | WRONG_TYPE | The body must be an object.",
      "null | WRONG_TYPE | The body must be an object.",
      "{} | MISSING_QUERY | The request needs a query, or the id of a trusted document.",
      "{\"qeury\": \"{ __typename }\"} | MISSING_QUERY | The request needs a query, or the id of a trusted document.",
      "{\"query\": null} | MISSING_QUERY | The request needs a query, or the id of a trusted document.",
      "{\"query\": 1} | WRONG_TYPE | query must be a string.",
      "{\"query\": [\"{ __typename }\"]} | WRONG_TYPE | query must be a string.",
      "{\"query\": \"{ __typename }\", \"operationName\": 1} | WRONG_TYPE | operationName must be a string.",
      "{\"query\": \"{ __typename }\", \"operationName\": {}} | WRONG_TYPE | operationName must be a string.",
      "{\"query\": \"{ __typename }\", \"variables\": \"{}\"} | WRONG_TYPE | variables must be an object.",
      "{\"query\": \"{ __typename }\", \"variables\": []} | WRONG_TYPE | variables must be an object.",
      "{\"query\": \"{ __typename }\", \"extensions\": false} | WRONG_TYPE | extensions must be an object.",
    }
  )
  void theAnswerNamesTheMistake(String body, String code, String message) {
    var reply = gateway.post(token, body);
    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    assertThat(reply.textAt("/errors/0/extensions/code")).isEqualTo(code);
    assertThat(reply.textAt("/errors/0/message")).startsWith(message);
    assertThat(reply.json().size()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = { "operationName", "variables", "extensions" })
  void parametersMayBeNull(String name) {
    var reply = gateway.post(token, "{\"query\": \"{ __typename }\", \"" + name + "\": null}");
    assertThat(reply.text()).isEqualTo("{\"data\":{\"__typename\":\"Query\"}}");
  }

  @Test
  void membersThatNobodyKnowsDoNotMatter() {
    assertThat(gateway.post(token, "{\"query\": \"{ __typename }\", \"x\": [1]}").status()).isEqualTo(200);
  }

  private Reply askFor(String id) {
    return gateway.post(token, "{\"query\": \"" + BY + "\", \"variables\": {\"id\": " + id + "}}");
  }

  @ParameterizedTest
  @ValueSource(
    strings = { "1", "-1", "0", "2147483648", "9223372036854775808", "123456789012345678901234567890", "\"x\"", "\"\"" }
  )
  void anIdIsTextOrAnInteger(String id) {
    assertThat(askFor(id).textAt("/errors/0/extensions/code")).isEmpty();
    assertThat(askFor(id).at("/data/user").isNull()).isTrue();
    var literal = askLiterally(id);
    assertThat(literal.at("/data/user").isNull()).as(literal.text()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = { "1.5", "1.0", "1e3", "true", "[1]", "[\"x\"]", "{\"id\": 1}" })
  void noOtherValueIsAnId(String id) {
    assertThat(askFor(id).textAt("/errors/0/extensions/code")).isEqualTo("BAD_USER_INPUT");
    assertThat(askFor(id).at("/data").isMissingNode()).isTrue();
    var literal = askLiterally(id.replace("\"id\"", "id"));
    assertThat(literal.textAt("/errors/0/extensions/code")).isEqualTo("GRAPHQL_VALIDATION_FAILED");
  }

  private Reply askLiterally(String id) {
    return gateway.execute(token, "{ user(by: {id: " + id + "}) { displayName } }", Map.of());
  }

  @Test
  void aNumberWithoutEndIsMalformed() {
    assertThat(askFor("1".repeat(2_000)).textAt("/errors/0/extensions/code")).isEqualTo("MALFORMED_JSON");
  }

  @Test
  void severalLinesOfOneHeaderAreOneList() {
    var request = gateway
      .to("/graphql")
      .header("Authorization", "Bearer " + token)
      .header("Content-Type", "application/json")
      .header("Accept", "text/html")
      .header("Accept", "application/graphql-response+json");
    var reply = gateway.send(request.POST(BodyPublishers.ofString("{\"query\": \"{ __typename }\"}")));
    assertThat(reply.header("Content-Type")).isEqualTo("application/graphql-response+json; charset=utf-8");
  }
}
