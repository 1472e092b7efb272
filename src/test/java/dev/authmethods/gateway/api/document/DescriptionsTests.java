package dev.authmethods.gateway.api.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Operations, their variables and fragments may be described, and nothing else. */
@GatewayTest
class DescriptionsTests {

  private final Gateway gateway;
  private final String token;

  DescriptionsTests(Gateway gateway, SandboxControl sandbox) {
    this.gateway = gateway;
    this.token = sandbox.token("auth-admin");
  }

  private Reply ask(String document) {
    return gateway.execute(token, document, Map.of());
  }

  private static void assertAnswered(Reply reply) {
    assertThat(reply.at("/errors").isMissingNode()).as(reply.text()).isTrue();
    assertThat(reply.textAt("/data/viewer/objectId")).as(reply.text()).isNotEmpty();
  }

  private static void assertCode(Reply reply, String code) {
    assertThat(reply.textAt("/errors/0/extensions/code")).as(reply.text()).isEqualTo(code);
    assertThat(reply.at("/data").isMissingNode()).as(reply.text()).isTrue();
  }

  @Nested
  class AreRead {

    @ParameterizedTest
    @ValueSource(
      strings = {
        "\"who\" query { viewer { objectId } }",
        "\"who\" query Who { viewer { objectId } }",
        "\"\" query Who { viewer { objectId } }",
        "\"who\"query Who { viewer { objectId } }",
        "\uFEFF\"who\" query Who { viewer { objectId } }",
        "\"\"\"who\"\"\" query Who { viewer { objectId } }",
        "\"\"\"\"\"\" query Who { viewer { objectId } }",
        "\"\"\"\n  a \"quoted\" one, \\\"\"\" and { } ( ) $ = # in it\r\n\n  \\u12 \\\n\"\"\"\nquery Who { viewer { objectId } }",
        "\"a \\\"quoted\\\" one, \\\\ \\u0041 { } ( ) $ = # in it\" query Who { viewer { objectId } }",
        "\"\uD83D\uDE00 \uD83D\uDE00\" query Who { viewer { objectId } }",
        "# before\n\"who\" # \"between\" {\n, query # after\n Who { viewer { objectId } }",
        "\"one\" query Who { viewer { ...F } } \"two\" fragment F on Viewer { objectId }",
        "\"two\" fragment F on Viewer { objectId } \"one\" query Who { viewer { ...F } }",
        "fragment F on Viewer { objectId } \"one\" query { viewer { ...F } }",
        "query(\"a\" $a: Boolean = false) { viewer { objectId @skip(if: $a) } }",
        "query Who(\"a\" $a: Boolean! = false \"b\" $b: Boolean = true) { viewer { objectId @skip(if: $a) @include(if: $b) } }",
        "query Who(\"\"\"a\n\"\"\" # a\n $a: Boolean = false,\n\"b\", $b: Boolean = true) { viewer { objectId @skip(if: $a) @include(if: $b) } }",
        "query query(\"a\" $query: Boolean = false) { viewer { objectId @skip(if: $query) } }",
      }
    )
    void inAllowedPlaces(String document) {
      assertAnswered(ask(document));
    }

    @Test
    void beforeMutations() {
      var reply = ask(
        "\"off\" mutation Off(\"who\" $id: ID = \"x\") { disableSmsSignIn(input: { user: { id: $id } }) { errors { __typename } } }"
      );
      assertThat(reply.listAt("/data/disableSmsSignIn/errors")).as(reply.text()).hasSize(1);
    }

    @Test
    void besideStringsThatAreValues() {
      var document =
        "query (\"a\" $a: ID = \"A\" \"b\" $b: UserRef! = {id: \"B\"}, \"c\" $c: [UserRef!]! = [{id: \"C\"}] \"d\" $d: ID = \"D\") {" +
        " viewer { objectId } a: user(by: {id: $a}) { id } b: user(by: $b) { id } c: users(by: $c) { user { id } } d: user(by: {id: $d}) { id } }";
      var reply = ask(document);
      assertThat(reply.textAt("/data/viewer/objectId")).as(reply.text()).isNotEmpty();
    }

    @Test
    void withoutMovingAnything() {
      var reply = ask(
        """
        "\uD83D\uDE00" query Q("\uD83D\uDE00" $a: Boolean) { nothing }

        \"""
        one
        two \"""  fragment F on Viewer { nothing }
        """
      );
      assertThat(
        reply
          .listAt("/errors")
          .stream()
          .map(error -> error.at("/locations/0").toString())
      )
        .as(reply.text())
        .containsExactlyInAnyOrder(
          "{\"line\":1,\"column\":17}",
          "{\"line\":1,\"column\":32}",
          "{\"line\":5,\"column\":10}",
          "{\"line\":5,\"column\":33}"
        );
    }

    @Test
    void asTheOperationThatIsChosen() {
      var body =
        "{\"operationName\": \"B\", \"query\": \"\\\"a\\\" query A { viewer { tenantId } } \\\"b\\\" query B { viewer { objectId } }\"}";
      assertAnswered(gateway.post(token, body));
    }
  }

  @Nested
  class AreRefused {

    @ParameterizedTest
    @ValueSource(
      strings = {
        "\"who\" { viewer { objectId } }",
        "\"\"\"who\"\"\" { viewer { objectId } }",
        "\"one\" \"two\" query { viewer { objectId } }",
        "query \"who\" { viewer { objectId } }",
        "query \"who\" Who { viewer { objectId } }",
        "query Who \"who\" { viewer { objectId } }",
        "query { \"who\" viewer { objectId } }",
        "query { viewer { \"id\" objectId } }",
        "query { viewer { \"id\" ... on Viewer { objectId } } }",
        "query { viewer \"who\" { objectId } }",
        "query { viewer { objectId } } \"end\"",
        "query { viewer { objectId } \"end\" }",
        "query { user(\"by\" by: {id: \"x\"}) { id } }",
        "query { user(by: {\"id\" id: \"x\"}) { id } }",
        "query ($a: ID) { user(\"by\" $a) { id } }",
        "query ($a: ID) { user(by: \"by\" $a) { id } }",
        "query ($a: ID) { user(by: {id: \"id\" $a}) { id } }",
        "query (\"one\" \"two\" $a: Boolean = false) { viewer { objectId @skip(if: $a) } }",
        "query ($ \"a\" a: Boolean = false) { viewer { objectId @skip(if: $a) } }",
        "query ($a \"a\" : Boolean = false) { viewer { objectId @skip(if: $a) } }",
        "query ($a: \"a\" Boolean = false) { viewer { objectId @skip(if: $a) } }",
        "query ($a: Boolean = false \"a\") { viewer { objectId @skip(if: $a) } }",
        "query (\"a\") { viewer { objectId } }",
        "query { viewer { ...F } } fragment \"F\" F on Viewer { objectId }",
        "query { viewer { ...F } } fragment F on Viewer \"F\" { objectId }",
        "\"who query { viewer { objectId } }",
        "\"who\n\" query { viewer { objectId } }",
        "\"\\q\" query { viewer { objectId } }",
        "\"\"\"who\" query { viewer { objectId } }",
        "'who' query { viewer { objectId } }",
        "\"who\" ! query { viewer { objectId } }",
        "\"who\" \u0007 query { viewer { objectId } }",
        "query { viewer { objectId } } \"type\" type A { a: Int } \"end\"",
      }
    )
    void inOtherPlaces(String document) {
      assertCode(ask(document), "GRAPHQL_PARSE_FAILED");
    }

    @Test
    void whenTheyAreTooLong() {
      var most = "d".repeat(9_998);
      assertAnswered(ask("\"" + most + "\" query { viewer { objectId } }"));
      assertCode(ask("\"" + most + "d\" query { viewer { objectId } }"), "TOKEN_TOO_LONG");
    }

    @Test
    void whenTheyAreTooMany() {
      assertCode(ask("query (" + "\"a\" $a: ID ".repeat(1_000) + ") { viewer { objectId } }"), "TOO_MANY_TOKENS");
    }

    @Test
    void onWhatIsNotExecuted() {
      assertCode(ask("query { viewer { objectId } } \"type\" type A { a: Int }"), "GRAPHQL_VALIDATION_FAILED");
    }
  }

  @Test
  void areNoneInStringsThatStandBesideVariables() {
    var document =
      "query ($a: [String!] = [\"x\" \"y\"]) @nothing(a: [\"x\" $a]) { viewer { objectId @nothing(a: [\"x\" $a]) } }";
    var reply = ask(document);
    assertCode(reply, "GRAPHQL_VALIDATION_FAILED");
  }
}
