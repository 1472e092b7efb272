package dev.authmethods.gateway.api.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.PhoneMutation;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a request may ask for ends at a number, and not one before: one less is answered. Beyond it the answer tells the limit,
 * and Microsoft hears nothing.
 */
@GatewayTest
class LimitsTests {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String GRAPHQL = "application/graphql-response+json";

  /** A reference that can be nobody's, and so costs nothing to look up. */
  private static final Map<String, String> NOBODY = Map.of("id", "x");
  private static final String ADD =
    "addPhoneMethod(input: { user: { id: \"x\" }, phoneNumber: \"+1 2065550123\", phoneType: MOBILE }) { errors { __typename } }";

  @AfterEach
  void microsoftHearsNothing(SandboxControl sandbox) {
    assertThat(sandbox.requests()).isEmpty();
  }

  /** Something that a request has many of. */
  enum Many {
    TOKENS("TOO_MANY_TOKENS") {
      @Override
      String document(int count) {
        // The rest stands around them; the end of the document is one as well.
        return "{ viewer { objectId" + " objectId".repeat(count - 7) + " } }";
      }
    },
    TOKENS_WITH_DESCRIPTIONS("TOO_MANY_TOKENS") {
      @Override
      String document(int count) {
        return "\"who\" query { viewer { objectId" + " objectId".repeat(count - 9) + " } }";
      }
    },
    LEVELS("TOO_DEEP") {
      @Override
      String document(int count) {
        return count == 20 ? nested(DEEPEST) : "{ " + "a { ".repeat(count - 1) + "a " + "} ".repeat(count);
      }
    },
    FIELDS("TOO_MANY_FIELDS") {
      @Override
      String document(int count) {
        return "{ viewer { " + "objectId ".repeat(count - 1) + "} }";
      }
    },
    FIELDS_OF_FRAGMENTS("TOO_MANY_FIELDS") {
      @Override
      String document(int count) {
        return "{ viewer { " + "...F ".repeat(count - 1) + "} } fragment F on Viewer { objectId }";
      }
    },
    ALIASES("TOO_MANY_ALIASES") {
      @Override
      String document(int count) {
        return "{ viewer { " + numbered(count, "a%d: objectId") + " } }";
      }
    },
    TOKENS_OF_DIRECTIVES("TOO_MANY_TOKENS") {
      @Override
      String document(int count) {
        // Six stand around the fields, each of which has eight with its directive.
        int rest = count - 6;
        return "{ viewer { " + "objectId @include(if: true) ".repeat(rest / 8) + "objectId ".repeat(rest % 8) + "} }";
      }
    },
    TOKENS_OF_A_LIST("TOO_MANY_TOKENS") {
      @Override
      String document(int count) {
        // Sixteen stand around the items, each of which has five.
        int rest = count - 16;
        return (
          "{ users(by: [" + "{ id: \"x\" }".repeat(rest / 5) + "]) { user { id " + "id ".repeat(rest % 5) + "} } }"
        );
      }
    },
    ROOT_FIELDS("TOO_MANY_ROOT_FIELDS") {
      @Override
      String document(int count) {
        return "{ " + numbered(count, "a%d: viewer { objectId }") + " }";
      }
    },
    ROOT_FIELDS_OF_FRAGMENTS("TOO_MANY_ROOT_FIELDS") {
      @Override
      String document(int count) {
        return "{ ...F ... { a0: __typename } } fragment F on Query { " + numbered(count - 1, "a%d: __typename") + " }";
      }
    },
    MUTATIONS("TOO_MANY_ROOT_FIELDS") {
      @Override
      String document(int count) {
        return "mutation { " + numbered(count, "a%d: " + ADD) + " }";
      }
    },
    MUTATIONS_OF_FRAGMENTS("TOO_MANY_ROOT_FIELDS") {
      @Override
      String document(int count) {
        return "mutation { ...F ...F } fragment F on Mutation { " + numbered(count, "a%d: " + ADD) + " }";
      }
    };

    private static final int DEEPEST = 20;
    private final String code;

    Many(String code) {
      this.code = code;
    }

    /** A document with so many of it. */
    abstract String document(int count);

    private static String numbered(int count, String part) {
      return IntStream.rangeClosed(1, count).mapToObj(part::formatted).collect(Collectors.joining(" "));
    }

    private static String nested(int levels) {
      var opening = "{ __schema { types { fields { type " + "{ ofType ".repeat(levels - 5) + "{ name ";
      return opening + "} ".repeat(levels);
    }
  }

  private static Reply send(Gateway gateway, SandboxControl sandbox, String document, Map<String, ?> variables) {
    var body = JSON.writeValueAsString(Map.of("query", document, "variables", variables));
    return gateway.send(
      gateway
        .to("/graphql")
        .header("Authorization", "Bearer " + sandbox.token("auth-admin"))
        .header("Content-Type", "application/json")
        .header("Accept", GRAPHQL)
        .POST(BodyPublishers.ofString(body))
    );
  }

  private static void assertAnswered(Reply reply) {
    assertThat(reply.at("/errors").isMissingNode()).as(reply.text()).isTrue();
    assertThat(reply.at("/data").isObject()).as(reply.text()).isTrue();
  }

  private static void assertRefused(Reply reply, String code, int limit) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    assertThat(reply.at("/data").isMissingNode()).as(reply.text()).isTrue();
    assertThat(reply.textAt("/errors/0/extensions/code")).as(reply.text()).isEqualTo(code);
    assertThat(reply.at("/errors/0/extensions/limit").intValue()).isEqualTo(limit);
    assertThat(reply.textAt("/errors/0/message")).contains("%,d".formatted(limit));
    assertThat(reply.at("/errors/0/locations").isMissingNode()).isTrue();
  }

  @Nested
  class ByDefault {

    static Stream<Arguments> limits() {
      return Stream.of(
        Arguments.of(Many.LEVELS, 20),
        Arguments.of(Many.FIELDS, 2000),
        Arguments.of(Many.FIELDS_OF_FRAGMENTS, 2000),
        Arguments.of(Many.ALIASES, 30),
        Arguments.of(Many.TOKENS_OF_DIRECTIVES, 5000),
        Arguments.of(Many.TOKENS_OF_A_LIST, 5000),
        Arguments.of(Many.ROOT_FIELDS, 30),
        Arguments.of(Many.ROOT_FIELDS_OF_FRAGMENTS, 30),
        Arguments.of(Many.MUTATIONS, 1),
        Arguments.of(Many.MUTATIONS_OF_FRAGMENTS, 1)
      );
    }

    @ParameterizedTest
    @MethodSource("limits")
    void manyPassAndOneMoreDoesNot(Many of, int limit, Gateway gateway, SandboxControl sandbox) {
      assertAnswered(send(gateway, sandbox, of.document(limit), Map.of()));
      assertRefused(send(gateway, sandbox, of.document(limit + 1), Map.of()), of.code, limit);
    }

    @ParameterizedTest
    @EnumSource(names = { "TOKENS", "TOKENS_WITH_DESCRIPTIONS" })
    void aDocumentHas5000Tokens(Many tokens, Gateway gateway, SandboxControl sandbox) {
      // So many fields it may not have; but that is found out later.
      var most = send(gateway, sandbox, tokens.document(5000), Map.of());
      assertThat(most.textAt("/errors/0/extensions/code")).isEqualTo("TOO_MANY_FIELDS");
      assertRefused(send(gateway, sandbox, tokens.document(5001), Map.of()), tokens.code, 5000);
    }

    @Test
    void aBodyHas256Kilobytes(Gateway gateway, SandboxControl sandbox) {
      var body = "{\"query\": \"{ viewer { objectId } }\"}";
      var token = sandbox.token("auth-admin");
      assertAnswered(gateway.post(token, body + " ".repeat(256 * 1024 - body.length())));
      var reply = gateway.post(token, body + " ".repeat(256 * 1024 + 1 - body.length()));
      assertThat(reply.status()).isEqualTo(413);
      assertThat(reply.textAt("/errors/0/extensions/code")).isEqualTo("BODY_TOO_LARGE");
      assertThat(reply.at("/errors/0/extensions/limit").intValue()).isEqualTo(256 * 1024);
    }

    @Test
    void directivesThatNoSchemaKnowsAreRefusedWithFewErrors(Gateway gateway, SandboxControl sandbox) {
      var document = "{ viewer { objectId " + "@a".repeat(2490) + " } }";
      var reply = send(gateway, sandbox, document, Map.of());
      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.at("/errors").findValuesAsString("code")).hasSize(20).containsOnly("GRAPHQL_VALIDATION_FAILED");
    }

    @Test
    void aListInTheDocumentIsCheckedByTheSchema(Gateway gateway, SandboxControl sandbox) {
      var document = "query ($a: UserRef!) { users(by: [" + "$a ".repeat(2480) + "]) { user { id } } }";
      var reply = send(gateway, sandbox, document, Map.of("a", NOBODY));
      assertThat(reply.at("/data").isObject()).as(reply.text()).isFalse();
      assertThat(reply.textAt("/errors/0/extensions/code")).isEqualTo("INVALID_INPUT");
    }

    @Test
    void aListInVariablesIsCheckedByTheSchemaAndEndsAt2000(Gateway gateway, SandboxControl sandbox) {
      var document = "query ($by: [UserRef!]!) { users(by: $by) { user { id } } }";
      var most = send(gateway, sandbox, document, Map.of("by", Collections.nCopies(2000, NOBODY)));
      assertThat(most.textAt("/errors/0/extensions/code")).isEqualTo("INVALID_INPUT");
      var more = send(gateway, sandbox, document, Map.of("by", Collections.nCopies(2001, NOBODY)));
      assertRefused(more, "LIST_TOO_LONG", 2000);
      assertThat(more.at("/errors/0/extensions/found").intValue()).isEqualTo(2001);
    }

    @Test
    void anOperationTakes200Calls(Gateway gateway, SandboxControl sandbox) {
      var by = Collections.nCopies(980, NOBODY);
      var most = Map.of("by", by, "more", Collections.nCopies(80, NOBODY));
      var document = """
      query ($by: [UserRef!]!, $more: [UserRef!]!) {
        a: users(by: $by) { user { phoneMethods { id } } }
        b: users(by: $by) { user { ... on User { ...F } } }
        c: users(by: $more) { user { id } }
      }
      fragment F on User { phoneEligibility { canAdd } }
      """;
      var reply = send(gateway, sandbox, document, most);
      assertThat(reply.listAt("/data/b")).hasSize(980);
      // The same document, which is known by now.
      var more = send(gateway, sandbox, document, Map.of("by", by, "more", Collections.nCopies(81, NOBODY)));
      assertRefused(more, "TOO_COSTLY", 200);
      assertThat(more.at("/errors/0/extensions/found").intValue()).isEqualTo(201);
    }

    @Test
    void atMost20ErrorsOfADocumentAreTold(Gateway gateway, SandboxControl sandbox) {
      var reply = send(gateway, sandbox, "{ " + "nothing ".repeat(100) + " }", Map.of());
      assertThat(reply.listAt("/errors")).hasSize(20);
    }

    @Test
    void theTrapOf100AliasesIsRefused(Gateway gateway, SandboxControl sandbox) {
      var add =
        "addPhoneMethod(input: { user: { userPrincipalName: \\\"kim@contoso.com\\\" }, phoneNumber: \\\"+1 20655501";
      var trap = IntStream.range(0, 100)
        .mapToObj(number ->
          "a%d: %s%02d\\\", phoneType: MOBILE }) { errors { __typename } }".formatted(number, add, number)
        )
        .collect(Collectors.joining(" "));
      var reply = gateway.post(sandbox.token("auth-admin"), "{\"query\": \"mutation { " + trap + " }\"}");
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.at("/data").isMissingNode()).isTrue();
      assertThat(reply.at("/errors").findValuesAsString("code")).containsExactly(
        "TOO_MANY_ROOT_FIELDS",
        "TOO_MANY_ALIASES"
      );
      assertThat(reply.at("/errors/0/extensions/found").intValue()).isEqualTo(100);
      assertThat(reply.textAt("/errors/0/message")).contains("addPhoneMethods");
      assertThat(sandbox.ledger()).isEmpty();
    }

    @Test
    void everyOperationOfADocumentIsCounted(Gateway gateway, SandboxControl sandbox) {
      var document =
        "query Few { viewer { objectId } } " + Many.MUTATIONS.document(2).replace("mutation", "mutation Many");
      assertRefused(send(gateway, sandbox, document, Map.of()), "TOO_MANY_ROOT_FIELDS", 1);
    }

    @Test
    void theAnswerSpeaksTheLanguageOfTheRequest(Gateway gateway, SandboxControl sandbox) {
      var reply = gateway.send(
        gateway
          .to("/graphql")
          .header("Authorization", "Bearer " + sandbox.token("auth-admin"))
          .header("Content-Type", "application/json")
          .header("Accept-Language", "de")
          .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("query", Many.FIELDS.document(2001)))))
      );
      assertThat(reply.textAt("/errors/0/message")).startsWith("Die Operation w\u00E4hlt mehr als 2.000 Felder aus");
    }
  }

  @Nested
  @GatewayTest({
    "gateway.api.limits.body=2KB",
    "gateway.api.limits.tokens=200",
    "gateway.api.limits.depth=4",
    "gateway.api.limits.fields=50",
    "gateway.api.limits.aliases=3",
    "gateway.api.limits.root-fields=3",
    "gateway.api.limits.mutations=2",
    "gateway.api.limits.list-items=5",
    "gateway.api.limits.upstream-calls=6",
  })
  class BySetting {

    static Stream<Arguments> limits() {
      return Stream.of(
        Arguments.of(Many.FIELDS, 50),
        Arguments.of(Many.ALIASES, 3),
        Arguments.of(Many.TOKENS_OF_DIRECTIVES, 200),
        Arguments.of(Many.TOKENS_OF_A_LIST, 200),
        Arguments.of(Many.ROOT_FIELDS, 3),
        Arguments.of(Many.MUTATIONS, 2)
      );
    }

    @ParameterizedTest
    @MethodSource("limits")
    void manyPassAndOneMoreDoesNot(Many of, int limit, Gateway gateway, SandboxControl sandbox) {
      assertAnswered(send(gateway, sandbox, of.document(limit), Map.of()));
      var reply = send(gateway, sandbox, of.document(limit + 1), Map.of());
      assertRefused(reply, of.code, limit);
    }

    @Test
    void tokens(Gateway gateway, SandboxControl sandbox) {
      var list = "{ users(by: [" + "{ id: \"x\" }".repeat(5) + "]) { user { id " + "%s" + "} } }";
      var most = "id ".repeat(40);
      assertAnswered(send(gateway, sandbox, list.formatted(most), Map.of()));
      var more = "{ viewer { " + "...{ objectId } ".repeat(60) + "} }";
      assertRefused(send(gateway, sandbox, more, Map.of()), "TOO_MANY_TOKENS", 200);
    }

    @Test
    void levels(Gateway gateway, SandboxControl sandbox) {
      var document = "{ user(by: { id: \"x\" }) { phoneEligibility { blockedBy { %s } } } }";
      assertAnswered(send(gateway, sandbox, document.formatted("__typename"), Map.of()));
      var deeper = document.formatted("... on PhoneTypeAlreadyRegisteredError { existing { id } }");
      assertRefused(send(gateway, sandbox, deeper, Map.of()), "TOO_DEEP", 4);
    }

    @Test
    void body(Gateway gateway, SandboxControl sandbox) {
      var reply = gateway.post(sandbox.token("auth-admin"), " ".repeat(2049));
      assertThat(reply.status()).isEqualTo(413);
      assertThat(reply.at("/errors/0/extensions/limit").intValue()).isEqualTo(2048);
    }

    @Test
    void listsInVariables(Gateway gateway, SandboxControl sandbox) {
      var users = "query ($by: [UserRef!]!) { users(by: $by) { user { id } } }";
      assertAnswered(send(gateway, sandbox, users, Map.of("by", Collections.nCopies(5, NOBODY))));
      assertRefused(send(gateway, sandbox, users, Map.of("by", Collections.nCopies(6, NOBODY))), "LIST_TOO_LONG", 5);
      var item = Map.of("user", NOBODY, "phoneNumber", "+1 2065550123", "phoneType", "MOBILE");
      var document =
        "mutation ($input: AddPhoneMethodsInput!) { addPhoneMethods(input: $input) { results { index } } }";
      var six = Map.of("input", Map.of("items", Collections.nCopies(6, item)));
      assertRefused(send(gateway, sandbox, document, six), "LIST_TOO_LONG", 5);
    }

    @ParameterizedTest
    @ValueSource(
      strings = {
        "mutation ($items: [AddPhoneMethodsItem!]!) { addPhoneMethods(input: { items: $items }) { results { index } } }",
        "mutation ($items: [AddPhoneMethodsItem!]!) { ...F } fragment F on Mutation { addPhoneMethods(input: { items: $items }) { results { index } } }",
      }
    )
    void writesCostACallForEachItem(String document, Gateway gateway, SandboxControl sandbox) {
      var item = Map.of("user", NOBODY, "phoneNumber", "+1 2065550123", "phoneType", "MOBILE");
      var five = Map.of("items", Collections.nCopies(5, item));
      // One for each, and one to read what their users have.
      assertAnswered(send(gateway, sandbox, document, five));
      var more = document.replace("{ index }", "{ user { id } }");
      assertRefused(send(gateway, sandbox, more, five), "TOO_COSTLY", 6);
      assertAnswered(send(gateway, sandbox, more, Map.of("items", Collections.nCopies(4, item))));
    }

    @Test
    void mutationsCostEachWhatTheyReadAndWrite(Gateway gateway, SandboxControl sandbox) {
      var set = "setPhoneMethod(input: { user: { id: \"x\" }, phoneNumber: \"+1 2065550123\" }) { %s }";
      var document = "mutation { a: " + set.formatted("user { id }") + " b: " + set + " }";
      assertAnswered(send(gateway, sandbox, document.formatted("user { id }"), Map.of()));
      var more = document.formatted("user { phoneMethods { id } }");
      assertRefused(send(gateway, sandbox, more, Map.of()), "TOO_COSTLY", 6);
    }

    @Test
    void aSingleItemInThePlaceOfAListCountsAsOne(Gateway gateway, SandboxControl sandbox) {
      var document = "query ($by: [UserRef!]!) { users(by: $by) { user { phoneMethods { id } } } }";
      assertAnswered(send(gateway, sandbox, document, Map.of("by", PhoneMutation.ref("x"))));
    }
  }

  @Nested
  @GatewayTest({ "gateway.api.introspection=false", "gateway.playground.enabled=false" })
  class AskingForTheSchema {

    @ParameterizedTest
    @ValueSource(
      strings = {
        "{ __schema { queryType { name } } }",
        "{ __type(name: \"User\") { name } }",
        "{ a: __type(name: \"User\") { name } viewer { objectId } }",
        "{ ...F } fragment F on Query { __schema { queryType { name } } }",
        "{ ... on Query { ... { __schema { queryType { name } } } } }",
        "mutation { " + IN_A_PAYLOAD + " }",
      }
    )
    void isRefusedWhereItIsClosed(String document, Gateway gateway, SandboxControl sandbox) {
      var reply = send(gateway, sandbox, document, Map.of());
      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.at("/data").isMissingNode()).isTrue();
      assertThat(reply.textAt("/errors/0/extensions/code")).isEqualTo("INTROSPECTION_DISABLED");
      assertThat(reply.at("/errors/0/locations/0/line").intValue()).isEqualTo(1);
    }

    @Test
    void leavesTheNamesOfTypes(Gateway gateway, SandboxControl sandbox) {
      assertAnswered(send(gateway, sandbox, "{ __typename viewer { __typename } }", Map.of()));
    }
  }

  private static final String IN_A_PAYLOAD =
    "addPhoneMethod(input: { user: { id: \"x\" }, phoneNumber: \"1\" }) { query { __type(name: \"User\") { name } } }";

  @Nested
  class AskingForTheOpenSchema {

    @ParameterizedTest
    @ValueSource(
      strings = {
        "{ __schema { queryType { name } } }",
        "{ __type(name: \"User\") { name } }",
        "mutation { " + IN_A_PAYLOAD + " }",
      }
    )
    void isAnswered(String document, Gateway gateway, SandboxControl sandbox) {
      assertAnswered(send(gateway, sandbox, document, Map.of()));
    }

    @Test
    void isRefusedWhenNoToolAsksSo(Gateway gateway, SandboxControl sandbox) {
      var reply = send(gateway, sandbox, Many.nested(21), Map.of());
      assertThat(reply.textAt("/errors/0/extensions/code")).isEqualTo("BAD_FAITH_INTROSPECTION");
    }
  }
}
