package dev.authmethods.gateway.api.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same requests in both profiles, each answered in plain JSON and in the type of GraphQL. */
@GatewayTest
class StatusProfileTests {

  private static final String JSON = "application/json";
  private static final String GRAPHQL = "application/graphql-response+json";

  private final Gateway gateway;
  private final String token;

  StatusProfileTests(Gateway gateway, SandboxControl sandbox) {
    this.gateway = gateway;
    this.token = sandbox.token("auth-admin");
  }

  private Reply ask(Gateway asked, String method, String body, String accept) {
    var request = asked.to("/graphql").header("Content-Type", JSON).header("Accept", accept);
    return asked.send(request.header("Authorization", "Bearer " + token).method(method, BodyPublishers.ofString(body)));
  }

  private void assertAnswered(Gateway asked, String what, String accept, int status, String type) {
    var request = Sent.valueOf(what);
    var reply = ask(asked, request.method, request.body, accept);
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(reply.header("Content-Type")).isEqualTo(type + "; charset=utf-8");
    assertThat(reply.listAt("/errors").isEmpty())
      .as(reply.text())
      .isEqualTo(request == Sent.EXECUTED);
    assertThat(reply.at("/data").isMissingNode()).as(reply.text()).isEqualTo(!request.isExecuted());
  }

  private enum Sent {
    EXECUTED("{\"query\": \"{ viewer { objectId } }\"}"),
    PARTLY_EXECUTED("{\"query\": \"{ viewer { objectId } user(by: {objectId: \\\"x\\\"}) { id } }\"}"),
    UNREADABLE_JSON("{"),
    NO_BODY(""),
    DUPLICATE_MEMBER("{\"query\": \"{ __typename }\", \"query\": \"{ __typename }\"}"),
    NO_OBJECT("[]"),
    NO_QUERY("{}"),
    QUERY_OF_WRONG_TYPE("{\"query\": 1}"),
    VARIABLES_OF_WRONG_TYPE("{\"query\": \"{ __typename }\", \"variables\": []}"),
    UNREADABLE_DOCUMENT("{\"query\": \"{\"}"),
    INVALID_DOCUMENT("{\"query\": \"{ nothing }\"}"),
    UNDETERMINED_OPERATION("{\"query\": \"query A { __typename } query B { __typename }\"}"),
    UNKNOWN_OPERATION("{\"query\": \"query A { __typename }\", \"operationName\": \"B\"}"),
    VARIABLE_MISSING("{\"query\": \"query ($id: ID!) { user(by: {id: $id}) { id } }\"}"),
    MUTATION_BY_QUERY(
      "QUERY",
      "{\"query\": \"mutation { disableSmsSignIn(input: {user: {id: \\\"x\\\"}}) { clientMutationId } }\"}"
    ),
    OTHER_METHOD("PUT", "{\"query\": \"{ __typename }\"}");

    private final String method;
    private final String body;

    Sent(String body) {
      this("POST", body);
    }

    Sent(String method, String body) {
      this.method = method;
      this.body = body;
    }

    private boolean isExecuted() {
      return this == EXECUTED || this == PARTLY_EXECUTED;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "EXECUTED, 200, 200",
    "PARTLY_EXECUTED, 200, 200",
    "UNREADABLE_JSON, 400, 400",
    "NO_BODY, 400, 400",
    "DUPLICATE_MEMBER, 400, 400",
    "NO_OBJECT, 400, 400",
    "NO_QUERY, 400, 400",
    "QUERY_OF_WRONG_TYPE, 400, 400",
    "VARIABLES_OF_WRONG_TYPE, 400, 400",
    "UNREADABLE_DOCUMENT, 400, 200",
    "INVALID_DOCUMENT, 400, 200",
    "UNDETERMINED_OPERATION, 400, 200",
    "UNKNOWN_OPERATION, 400, 200",
    "VARIABLE_MISSING, 400, 200",
    "MUTATION_BY_QUERY, 405, 405",
    "OTHER_METHOD, 405, 405",
  })
  void theAuditsAskFor400AndForOldClientsFor200(String sent, int graphql, int json) {
    assertAnswered(gateway, sent, GRAPHQL, graphql, GRAPHQL);
    assertAnswered(gateway, sent, JSON, json, JSON);
  }

  @Nested
  @GatewayTest("gateway.api.status-profile=draft-2026")
  class OfTheDraft {

    private final Gateway drafted;

    OfTheDraft(Gateway drafted) {
      this.drafted = drafted;
    }

    @ParameterizedTest
    @CsvSource({
      "EXECUTED, 200",
      "UNREADABLE_JSON, 400",
      "NO_BODY, 400",
      "DUPLICATE_MEMBER, 400",
      "NO_OBJECT, 422",
      "NO_QUERY, 422",
      "QUERY_OF_WRONG_TYPE, 422",
      "VARIABLES_OF_WRONG_TYPE, 422",
      "UNREADABLE_DOCUMENT, 400",
      "INVALID_DOCUMENT, 422",
      "UNDETERMINED_OPERATION, 422",
      "UNKNOWN_OPERATION, 422",
      "VARIABLE_MISSING, 422",
      "MUTATION_BY_QUERY, 405",
      "OTHER_METHOD, 405",
    })
    void aRequestThatCanBeReadAndNotExecutedGets422ForAllClients(String sent, int status) {
      assertAnswered(drafted, sent, GRAPHQL, status, GRAPHQL);
      assertAnswered(drafted, sent, JSON, status, status == 200 ? JSON : GRAPHQL);
    }

    @Test
    void aRequestThatWasExecutedInPartGets294IfItsTypeAllowsIt() {
      assertAnswered(drafted, "PARTLY_EXECUTED", GRAPHQL, 294, GRAPHQL);
      assertAnswered(drafted, "PARTLY_EXECUTED", JSON, 200, JSON);
    }

    @Test
    void aClientWithoutATokenGetsAnAnswerInTheTypeOfGraphQl() {
      var reply = drafted.send(drafted.to("/graphql").header("Accept", JSON).GET());
      assertThat(reply.status()).isEqualTo(401);
      assertThat(reply.header("Content-Type")).isEqualTo(GRAPHQL + "; charset=utf-8");
    }

    @Test
    void theNewStatusSaysWhatItMeans() throws IOException {
      var head =
        "GET /graphql?query=%7Buser(by:%7BobjectId:%22x%22%7D)%7Bid%7D%7D HTTP/1.1\r\n" +
        "Host: x\r\nAccept: application/graphql-response+json\r\nConnection: close\r\nAuthorization: Bearer " +
        token +
        "\r\n\r\n";
      try (var client = new Socket("localhost", drafted.origin().getPort())) {
        client.setSoTimeout(10_000);
        client.getOutputStream().write(head.getBytes(UTF_8));
        var answer = new String(client.getInputStream().readAllBytes(), UTF_8);
        assertThat(answer).startsWith("HTTP/1.1 294 Partial Success\r\n");
      }
    }
  }
}
