package dev.authmethods.gateway;

import static dev.authmethods.gateway.fixtures.PhoneMutation.add;
import static dev.authmethods.gateway.fixtures.PhoneMutation.delete;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.PhoneMutation;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A user and what is selected of the user are read at the same time, and nothing is read twice. */
@GatewayTest
class OneWaveTests {

  private static final String ADMIN = "auth-admin";
  private static final String MEGAN = "10000000-0000-4000-8000-000000000011";
  private static final String ALEX = "10000000-0000-4000-8000-000000000012";
  private static final String NOBODY = "10000000-0000-4000-8000-999999999999";
  private static final String MOBILE = "3179e48a-750b-4051-897c-87b9720928f7";

  private static final List<Variable> VARIABLES = List.of(
    new Variable("id", "UserRef!", PhoneMutation.ref(MEGAN)),
    new Variable("name", "UserRef!", PhoneMutation.ref("alex@contoso.com")),
    new Variable("node", "ID!", encoded("User//" + MEGAN)),
    new Variable("phone", "ID!", encoded("PhoneMethod/" + MOBILE + "/" + MEGAN)),
    new Variable("yes", "Boolean!", true),
    new Variable("no", "Boolean!", false)
  );

  /** How long every answer of Microsoft Graph is held back where waves are told apart. */
  private static final Duration HELD = Duration.ofSeconds(1);

  @Nested
  class IsAllThatIsTaken {

    @ParameterizedTest
    @ValueSource(
      strings = {
        "{ user(by: $id) { phoneMethods { id } } }",
        "{ user(by: $name) { phoneMethods { id } } }",
        "{ user(by: $id) { phoneEligibility { canAdd } } }",
        "{ users(by: [$id, $name]) { user { displayName phoneMethods { id } } errors { __typename } } }",
        "{ node(id: $node) { id ... on User { phoneMethods { id } } } }",
        "{ node(id: $node) { ... on Node { ... on User { phones: phoneMethods { id } } } } }",
        "{ a: user(by: $id) { phoneMethods { id } } b: user(by: $name) { phoneEligibility { canAdd } } }",
        "{ user(by: $id) { id } user(by: $id) { phoneMethods { id } } }",
        "{ user(by: $id) { ...Outer } } fragment Outer on Node { ... on User { ...Inner } } fragment Inner on User { phoneMethods { id } }",
        "{ users(by: [$id]) { a: user { id } b: user { phoneMethods @include(if: $yes) { id } } } }",
        "{ users(by: [$id]) { ... @skip(if: $no) { user { ... @include(if: $yes) { phoneMethods { id } } } } } }",
        "{ user(by: $id) { phoneMethods { id } } node(id: $node) { id } users(by: [$name]) { user { phoneEligibility { canAdd } } } }",
      }
    )
    void byAQuery(String selection, Gateway gateway, SandboxControl sandbox) {
      hold(sandbox);
      assertThat(query(gateway, selection).at("/errors").isMissingNode()).isTrue();
      assertThat(asked(sandbox)).anyMatch(call -> call.endsWith("/phoneMethods"));
      assertOneWave(sandbox.requests());
    }

    @ParameterizedTest
    @ValueSource(strings = { "kim@contoso.com", "10000000-0000-4000-8000-000000000001" })
    void afterAMutation(String kim, Gateway gateway, SandboxControl sandbox) {
      hold(sandbox);
      var document = """
      mutation ($input: AddPhoneMethodInput!) {
        addPhoneMethod(input: $input) {
          user { displayName phoneMethods { phoneType } }
          query { user(by: { objectId: "%s" }) { phoneMethods { id } } }
        }
      }
      """.formatted(MEGAN);
      var reply = mutate(gateway, document, Map.of("input", add(kim, "MOBILE", "+1 2065550123").input()));
      assertThat(reply.textAt("/data/addPhoneMethod/user/displayName")).isEqualTo("Kim Akers");
      assertThat(reply.listAt("/data/addPhoneMethod/user/phoneMethods")).hasSize(1);
      assertThat(reply.listAt("/data/addPhoneMethod/query/user/phoneMethods")).hasSize(1);
      var requests = sandbox.requests();
      assertThat(requests.getFirst().path("path").stringValue()).endsWith("/phoneMethods");
      assertOneWave(requests.subList(1, requests.size()));
    }

    @Test
    void byAThousandUsers(Gateway gateway, SandboxControl sandbox) {
      var by = IntStream.rangeClosed(1, 1_000)
        .mapToObj("b0000000-0000-4000-8000-%012d"::formatted)
        .map(PhoneMutation::ref)
        .toList();
      var document = "query ($by: [UserRef!]!) { users(by: $by) { user { objectId phoneMethods { phoneType } } } }";
      var reply = gateway.as(ADMIN, document, Map.of("by", by));
      assertThat(reply.at("/errors").isMissingNode()).isTrue();
      assertThat(reply.textAt("/data/users/999/user/objectId")).endsWith("1000");
      assertThat(reply.at("/data/users/999/user/phoneMethods").isArray()).isTrue();
      assertThat(sandbox.requests("POST", "getByIds")).isEqualTo(1);
      assertThat(sandbox.requests("POST", "batch")).isEqualTo(50);
      assertThat(sandbox.requests()).hasSize(51);
    }
  }

  @Nested
  class LeavesOutWhatIsNotSelected {

    @ParameterizedTest
    @ValueSource(
      strings = {
        "{ user(by: $id) { displayName } }",
        "{ user(by: $id) { phoneMethods: displayName } }",
        "{ user(by: $id) { displayName phoneMethods @skip(if: $yes) { id } } }",
        "{ user(by: $id) { displayName ... @include(if: $no) { phoneMethods { id } } } }",
        "{ user(by: $id) { displayName ...Phones @skip(if: $yes) } } fragment Phones on User { phoneMethods { id } }",
        "{ users(by: [$id]) { user { displayName } gone: user @include(if: $no) { phoneMethods { id } } } }",
        "{ users(by: [$id]) { errors { __typename } } }",
        "{ node(id: $node) { id ... on PhoneMethod { phoneType } } }",
      }
    )
    void ofOneUser(String selection, Gateway gateway, SandboxControl sandbox) {
      assertThat(query(gateway, selection).at("/errors").isMissingNode()).isTrue();
      assertThat(sandbox.asked()).containsExactly("POST /directoryObjects/getByIds");
    }

    @Test
    void ofEachUserByItself(Gateway gateway, SandboxControl sandbox) {
      query(gateway, "{ a: user(by: $id) { phoneMethods { id } } b: user(by: $name) { displayName } }");
      assertThat(asked(sandbox))
        .filteredOn(call -> call.endsWith("/phoneMethods"))
        .containsExactly("- GET /users/" + MEGAN + "/authentication/phoneMethods");
    }
  }

  @Nested
  class ReadsNothingTwice {

    @Test
    void howeverItIsAskedFor(Gateway gateway, SandboxControl sandbox) {
      var reply = query(
        gateway,
        """
        {
          phone: node(id: $phone) { id }
          node(id: $node) { ... on User { phoneMethods { id } } }
          user(by: $id) { phoneMethods { id } phoneEligibility { canAdd } }
          again: user(by: $id) { displayName phones: phoneMethods { id } }
          users(by: [$id, $id]) { user { phoneMethods { id } } }
        }
        """
      );
      assertThat(reply.textAt("/data/phone/id")).isEqualTo(reply.textAt("/data/user/phoneMethods/0/id"));
      assertThat(reply.at("/data/users/1/user/phoneMethods")).isEqualTo(reply.at("/data/again/phones"));
      assertThat(sandbox.requests("POST", "getByIds")).isEqualTo(1);
      assertThat(asked(sandbox)).containsExactlyInAnyOrder(
        "POST /directoryObjects/getByIds",
        "POST /$batch",
        "- GET /users/" + MEGAN + "/authentication/phoneMethods"
      );
    }

    @Test
    void whenAReadFailsBeforeItsUserIsFound(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault("{\"match\":{\"path\":\"getByIds\"},\"delayMs\":%d}".formatted(HELD.toMillis()));
      sandbox.fault("{\"match\":{\"path\":\"batch\"},\"claims\":true}");
      assertThat(query(gateway, "{ user(by: $id) { phoneMethods { id } } }").status()).isEqualTo(401);
      assertThat(sandbox.requests("POST", "batch")).isEqualTo(1);
    }

    @Test
    void whenANameIsGivenTwice(Gateway gateway, SandboxControl sandbox) {
      query(gateway, "{ user(by: $name) { phoneMethods { id } } again: user(by: $name) { phoneMethods { id } } }");
      assertThat(asked(sandbox))
        .filteredOn(call -> call.startsWith("- "))
        .hasSize(2);
    }
  }

  @Nested
  class LeadsToTheSameAnswers {

    @Test
    void withTheUsersObjectIdInThePhonesIds(Gateway gateway) {
      var selection = """
      {
        user(by: $name) {
          objectId
          phoneMethods { id }
          phoneEligibility { blockedBy { ... on PhoneTypeAlreadyRegisteredError { existing { id } } } }
        }
      }
      """;
      var reply = query(gateway, selection);
      var id = encoded("PhoneMethod/" + MOBILE + "/" + reply.textAt("/data/user/objectId"));
      assertThat(reply.textAt("/data/user/phoneMethods/0/id")).isEqualTo(id);
      assertThat(reply.textAt("/data/user/phoneEligibility/0/blockedBy/0/existing/id")).isEqualTo(id);
    }

    @Test
    void withThePhonesVeryIdFromANodeThatIsReachedThroughAName(Gateway gateway, SandboxControl sandbox) {
      var id = encoded("PhoneMethod/" + MOBILE + "/alex@contoso.com");
      var document = "query ($id: ID!) { node(id: $id) { id ... on PhoneMethod { phoneType } } }";
      hold(sandbox);
      var reply = gateway.as(ADMIN, document, Map.of("id", id));
      assertThat(reply.textAt("/data/node/id")).isEqualTo(encoded("PhoneMethod/" + MOBILE + "/" + ALEX));
      assertThat(reply.textAt("/data/node/phoneType")).isEqualTo("MOBILE");
      assertOneWave(sandbox.requests());
    }

    @Test
    void withoutAPhoneByANameThatFitsInNoPath(Gateway gateway, SandboxControl sandbox) {
      var id = encoded("PhoneMethod/" + MOBILE + "/$cash@contoso.com");
      var reply = gateway.as(ADMIN, "query ($id: ID!) { node(id: $id) { id } }", Map.of("id", id));
      assertThat(reply.text()).isEqualTo("{\"data\":{\"node\":null}}");
      assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void forANameThatFitsInNoPathByTheObjectId(Gateway gateway, SandboxControl sandbox) {
      var document = "{ user(by: { userPrincipalName: \"$cash@contoso.com\" }) { phoneMethods { id } } }";
      assertThat(gateway.as(ADMIN, document).listAt("/data/user/phoneMethods")).hasSize(1);
      assertThat(asked(sandbox))
        .filteredOn(call -> call.endsWith("/phoneMethods"))
        .containsExactly("- GET /users/10000000-0000-4000-8000-000000000043/authentication/phoneMethods");
    }

    @ParameterizedTest
    @ValueSource(strings = { NOBODY, "nobody@contoso.com" })
    void forAUserWhomNobodyKnows(String nobody, Gateway gateway, SandboxControl sandbox) {
      var reply = lookUp(gateway, nobody);
      assertThat(sandbox.asked())
        .filteredOn(call -> call.endsWith("/phoneMethods"))
        .hasSize(2);
      assertThat(reply.at("/errors").isMissingNode()).isTrue();
      assertThat(reply.at("/data/user").isNull()).isTrue();
      assertThat(reply.at("/data/users/0/user").isNull()).isTrue();
      assertThat(reply.typesAt("/data/users/0/errors")).containsExactly("UserNotFoundError");
      assertThat(reply.listAt("/data/users/1/user/phoneMethods")).hasSize(2);
    }

    @Test
    void forAUserWhomTheCallerMayNotSee(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault("{\"match\":{\"path\":\"/users/adele\"},\"times\":9,\"status\":403}");
      var reply = lookUp(gateway, "adele@contoso.com");
      assertThat(reply.at("/errors").isMissingNode()).isTrue();
      assertThat(reply.at("/data/user").isNull()).isTrue();
      assertThat(reply.typesAt("/data/users/0/errors")).containsExactly("PermissionDeniedError");
      assertThat(reply.listAt("/data/users/1/user/phoneMethods")).hasSize(2);
    }

    @Test
    void whenAllPhonesFail(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault("{\"match\":{\"path\":\"batch\"},\"times\":99,\"status\":503}");
      var reply = lookUp(gateway, NOBODY);
      assertThat(reply.at("/data/user").isNull()).isTrue();
      assertThat(reply.typesAt("/data/users/0/errors")).containsExactly("UserNotFoundError");
      assertThat(reply.textAt("/data/users/1/user/objectId")).isEqualTo(ALEX);
      assertThat(reply.listAt("/errors"))
        .singleElement()
        .satisfies(error ->
          assertThat(error.path("path").toString()).isEqualTo("[\"users\",1,\"user\",\"phoneMethods\"]")
        );
    }

    @Test
    void whenNothingIsLeftBehind(Gateway gateway, SandboxControl sandbox) {
      var document = "{ user(by: { objectId: \"%s\" }) { phoneMethods { id } } }".formatted(NOBODY);
      gateway.as(ADMIN, document);
      sandbox.fault("{\"match\":{\"path\":\"batch\"},\"delayMs\":%d}".formatted(HELD.toMillis()));
      assertThat(timeOf(gateway, document)).isGreaterThanOrEqualTo(HELD);
      assertThat(sandbox.requests("POST", "batch")).isEqualTo(2);
    }

    private static Duration timeOf(Gateway gateway, String document) {
      var before = Instant.now();
      gateway.as(ADMIN, document);
      return Duration.between(before, Instant.now());
    }

    private static Reply lookUp(Gateway gateway, String user) {
      var document = """
      query ($by: UserRef!, $alex: UserRef!) {
        user(by: $by) { phoneMethods { id } }
        users(by: [$by, $alex]) { user { objectId phoneMethods { id } } errors { __typename } }
      }
      """;
      return gateway.as(ADMIN, document, Map.of("by", PhoneMutation.ref(user), "alex", PhoneMutation.ref(ALEX)));
    }
  }

  @Nested
  @GatewayTest("gateway.api.limits.mutations=3")
  class IsNeverOlderThanTheMutation {

    @ParameterizedTest
    @ValueSource(strings = { "megan@contoso.com", MEGAN })
    void thatComesSecond(String megan, Gateway gateway) {
      var document = """
      mutation ($gone: DeletePhoneMethodInput!, $back: AddPhoneMethodInput!, $phone: ID!) {
        first: deletePhoneMethod(input: $gone) { deletedPhoneMethodId ...After }
        second: addPhoneMethod(input: $back) { ...After }
        third: deletePhoneMethod(input: $gone) { deletedPhoneMethodId ...After }
      }
      fragment After on MutationPayload {
        user { phoneMethods { id } phoneEligibility { phoneType canAdd } }
        query { node(id: $phone) { id } }
      }
      """;
      var phone = encoded("PhoneMethod/" + MOBILE + "/" + MEGAN);
      var gone = delete(megan, "MOBILE").input();
      var back = add(megan, "MOBILE", "+1 2065550123").input();
      var reply = mutate(gateway, document, Map.of("gone", gone, "back", back, "phone", phone));
      assertThat(reply.textAt("/data/first/deletedPhoneMethodId")).isEqualTo(phone);
      assertHas(reply, "first", List.of(), "");
      assertHas(reply, "second", List.of(phone), phone);
      assertHas(reply, "third", List.of(), "");
    }

    @ParameterizedTest
    @ValueSource(strings = { "kim@contoso.com", "10000000-0000-4000-8000-000000000001" })
    void thatFollowsAValidation(String kim, Gateway gateway) {
      var document = """
      mutation ($check: AddPhoneMethodInput!, $write: AddPhoneMethodInput!) {
        check: addPhoneMethod(input: $check) { user { phoneMethods { phoneType } } }
        write: addPhoneMethod(input: $write) { user { phoneMethods { phoneType } } }
      }
      """;
      var adding = add(kim, "MOBILE", "+1 2065550123");
      var reply = mutate(gateway, document, Map.of("check", adding.validateOnly().input(), "write", adding.input()));
      assertThat(reply.listAt("/data/check/user/phoneMethods")).isEmpty();
      assertThat(reply.listAt("/data/write/user/phoneMethods")).hasSize(1);
    }

    private static void assertHas(Reply reply, String mutation, List<String> phones, String node) {
      var payload = "/data/" + mutation;
      assertThat(reply.listAt(payload + "/user/phoneMethods"))
        .map(phone -> phone.path("id").stringValue())
        .isEqualTo(phones);
      assertThat(reply.at(payload + "/user/phoneEligibility/0/canAdd").booleanValue()).isEqualTo(phones.isEmpty());
      assertThat(reply.textAt(payload + "/query/node/id")).isEqualTo(node);
    }
  }

  @Nested
  @GatewayTest("gateway.entra.acting-as=application")
  class WhenTheGatewayActsAsAnApplication {

    private static final String ELIGIBILITY = "{ users(by: [$id, $name]) { user { phoneEligibility { canAdd } } } }";
    private static final String OF_AN_ID = "{ users(by: [$id]) { user { phoneEligibility { canAdd } } } }";

    @Test
    void holdsWhatProtectsTheUserToo(Gateway gateway, SandboxControl sandbox) {
      hold(sandbox);
      assertThat(query(gateway, OF_AN_ID).listAt("/data/users/0/user/phoneEligibility")).hasSize(3);
      assertThat(asked(sandbox)).filteredOn(WhenTheGatewayActsAsAnApplication::isOfProtection).hasSize(4);
      assertOneWave(sandbox.requests());
    }

    /** Microsoft Graph finds roles by object ids only. */
    @Test
    void isFollowedByOneMoreForWhoIsNamed(Gateway gateway, SandboxControl sandbox) {
      hold(sandbox);
      assertThat(query(gateway, ELIGIBILITY).listAt("/data/users/1/user/phoneEligibility")).hasSize(3);
      assertThat(asked(sandbox)).filteredOn(WhenTheGatewayActsAsAnApplication::isOfProtection).hasSize(8);
      var late = sandbox.requests().getLast();
      assertOneWave(sandbox.requests().subList(0, sandbox.requests().size() - 1));
      assertThat(
        late
          .path("items")
          .valueStream()
          .map(item -> item.path("path").stringValue())
      ).allMatch(WhenTheGatewayActsAsAnApplication::isOfProtection);
    }

    private static boolean isOfProtection(String call) {
      return Stream.of("Restricted", "roleAssignments", "transitiveMemberOf", "ownedObjects").anyMatch(call::contains);
    }

    @ParameterizedTest
    @ValueSource(strings = { "privileged-auth-admin", "global-reader" })
    void leavesThemOutWhereTheyDecideNothing(String persona, Gateway gateway, SandboxControl sandbox) {
      assertThat(query(gateway, persona, ELIGIBILITY).listAt("/data/users/1/user/phoneEligibility")).hasSize(3);
      assertThat(asked(sandbox)).noneMatch(call -> call.contains("transitiveMemberOf"));
    }
  }

  private static Reply query(Gateway gateway, String selection) {
    return query(gateway, ADMIN, selection);
  }

  /** Declares and gives those of the variables that the selection mentions. */
  private static Reply query(Gateway gateway, String persona, String selection) {
    var used = VARIABLES.stream()
      .filter(variable -> Pattern.compile("\\$%s\\b".formatted(variable.name)).matcher(selection).find())
      .toList();
    var declared = used
      .stream()
      .map(variable -> "$%s: %s".formatted(variable.name, variable.type))
      .toList();
    var values = used.stream().collect(Collectors.toMap(Variable::name, Variable::value));
    return gateway.as(persona, "query (%s) %s".formatted(String.join(", ", declared), selection), values);
  }

  private static Reply mutate(Gateway gateway, String document, Map<String, ?> variables) {
    var reply = gateway.as(ADMIN, document, variables);
    assertThat(reply.at("/errors").isMissingNode()).as(reply.text()).isTrue();
    return reply;
  }

  private static void hold(SandboxControl sandbox) {
    sandbox.fault("{\"match\":{\"path\":\"/v1.0/\"},\"times\":99,\"delayMs\":%d}".formatted(HELD.toMillis()));
  }

  /** No call was made when the answer of another could have been known. */
  private static void assertOneWave(List<JsonNode> requests) {
    var moments = requests
      .stream()
      .map(request -> Instant.parse(request.path("at").stringValue()))
      .sorted()
      .toList();
    assertThat(moments).hasSizeGreaterThan(1);
    assertThat(Duration.between(moments.getFirst(), moments.getLast())).isLessThan(HELD);
  }

  private static List<String> asked(SandboxControl sandbox) {
    return sandbox
      .asked()
      .stream()
      .map(call -> call.replace("%24", "$"))
      .toList();
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private record Variable(String name, String type, Object value) {}
}
