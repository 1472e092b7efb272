package dev.authmethods.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.net.http.HttpRequest.BodyPublishers;
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
  void whatIsWrongIsSaid(String body, String code, String message) {
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

  @ParameterizedTest
  @ValueSource(strings = { "1", "-1", "2065550123", "9223372036854775808", "\"x\"" })
  void anIdMayBeAnInteger(String id) {
    var reply = gateway.post(token, "{\"query\": \"" + BY + "\", \"variables\": {\"id\": " + id + "}}");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.textAt("/errors/0/extensions/code")).isNotIn("BAD_USER_INPUT", "INTERNAL_ERROR");
  }

  @ParameterizedTest
  @ValueSource(strings = { "1.5", "1e400", "true", "[1]", "{\"id\": 1}", "null" })
  void anIdOfAnotherTypeIsNobodysOrRefused(String id) {
    var reply = gateway.post(token, "{\"query\": \"" + BY + "\", \"variables\": {\"id\": " + id + "}}");
    assertThat(reply.textAt("/errors/0/extensions/code")).as(reply.text()).isIn("", "BAD_USER_INPUT");
    assertThat(reply.at("/data/user").isObject()).isFalse();
  }

  @Test
  void aNumberWithoutEndIsMalformed() {
    var body = "{\"query\": \"" + BY + "\", \"variables\": {\"id\": " + "1".repeat(2_000) + "}}";
    assertThat(gateway.post(token, body).textAt("/errors/0/extensions/code")).isEqualTo("MALFORMED_JSON");
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
