package dev.authmethods.gateway;

import static dev.authmethods.gateway.fixtures.PhoneMutation.add;
import static dev.authmethods.gateway.fixtures.PhoneMutation.delete;
import static dev.authmethods.gateway.fixtures.PhoneMutation.disableSmsSignIn;
import static dev.authmethods.gateway.fixtures.PhoneMutation.enableSmsSignIn;
import static dev.authmethods.gateway.fixtures.PhoneMutation.ref;
import static dev.authmethods.gateway.fixtures.PhoneMutation.set;
import static dev.authmethods.gateway.fixtures.PhoneMutation.update;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** One phone has one id, however its user is named and wherever the phone is shown. */
@GatewayTest
class OneIdentityTests {

  private static final String ADMIN = "auth-admin";
  private static final String NUMBER = "+1 2065550177";
  private static final String KIM = "10000000-0000-4000-8000-000000000001";
  private static final String MEGAN = "10000000-0000-4000-8000-000000000011";
  private static final String ALEX = "10000000-0000-4000-8000-000000000012";
  private static final String MOBILE = "3179e48a-750b-4051-897c-87b9720928f7";
  private static final String ALTERNATE_MOBILE = "b6332ec1-7057-4abe-9331-3d72feddfe41";
  private static final Duration HELD = Duration.ofSeconds(2);
  private static final List<String> NAMES_OF_MEGAN = List.of(
    "megan@contoso.com",
    "MEGAN@Contoso.COM",
    MEGAN,
    encoded("User//" + MEGAN)
  );

  static Stream<PhoneMutation> changesOfMegan() {
    return NAMES_OF_MEGAN.stream().flatMap(megan ->
      Stream.of(
        set(megan, "MOBILE", NUMBER),
        update(megan, "MOBILE", NUMBER),
        disableSmsSignIn(megan),
        delete(megan, "MOBILE")
      )
    );
  }

  static Stream<PhoneMutation> changesByName() {
    return Stream.of(add("kim@contoso.com", "MOBILE", NUMBER), update("megan@contoso.com", "MOBILE", NUMBER));
  }

  @ParameterizedTest
  @MethodSource("changesOfMegan")
  void isAnsweredByEveryChange(PhoneMutation change, Gateway gateway) {
    var payload = gateway.as(ADMIN, change);
    assertThat(payload.errors()).isEmpty();
    assertThat(payload.phone("id") + payload.text("deletedPhoneMethodId")).isEqualTo(phone(MEGAN, MOBILE));
  }

  @ParameterizedTest
  @ValueSource(strings = { "kim@contoso.com", "Kim@CONTOSO.com", KIM })
  void isAnsweredWhenAPhoneIsAdded(String kim, Gateway gateway) {
    assertThat(gateway.as(ADMIN, add(kim, "MOBILE", NUMBER)).phone("id")).isEqualTo(phone(KIM, MOBILE));
  }

  @ParameterizedTest
  @ValueSource(strings = { "patti@contoso.com", "Patti@Contoso.com" })
  void isAnsweredWhenSigningInIsEnabled(String patti, Gateway gateway) {
    var user = gateway.as(
      ADMIN,
      "{ user(by: { userPrincipalName: \"%s\" }) { phoneMethods { id } } }".formatted(patti)
    );
    assertThat(gateway.as(ADMIN, enableSmsSignIn(patti)).phone("id")).isEqualTo(
      user.textAt("/data/user/phoneMethods/0/id")
    );
  }

  @ParameterizedTest
  @FieldSource("NAMES_OF_MEGAN")
  void isThatOfThePhoneInAnError(String megan, Gateway gateway) {
    var error = gateway
      .as(ADMIN, add(megan, "MOBILE", NUMBER))
      .errors()
      .getFirst();
    assertThat(error.at("/existing/id").stringValue()).isEqualTo(phone(MEGAN, MOBILE));
  }

  @Test
  void isThatOfThePhoneThatIsStillNeeded(Gateway gateway) {
    var error = gateway.as(ADMIN, delete("alex@contoso.com", "MOBILE")).errors().getFirst();
    assertThat(error.at("/dependent/id").stringValue()).isEqualTo(phone(ALEX, ALTERNATE_MOBILE));
  }

  @Test
  void isThatInTheUsersOwnListOfTheSameAnswer(Gateway gateway) {
    var document = """
    mutation ($input: UpdatePhoneMethodInput!) {
      updatePhoneMethod(input: $input) {
        phoneMethod { id phoneNumber }
        user { id phoneMethods { id phoneNumber } }
        query { user(by: { userPrincipalName: "megan@contoso.com" }) { phoneMethods { id } } }
      }
    }
    """;
    var input = update("megan@contoso.com", "MOBILE", NUMBER).input();
    var payload = gateway.as(ADMIN, document, Map.of("input", input)).at("/data/updatePhoneMethod");
    assertThat(payload.at("/phoneMethod")).isEqualTo(payload.at("/user/phoneMethods/0"));
    assertThat(payload.at("/query/user/phoneMethods/0/id")).isEqualTo(payload.at("/phoneMethod/id"));
    assertThat(payload.at("/user/id").stringValue()).isEqualTo(encoded("User//" + MEGAN));
  }

  @Test
  void isThatOfEveryResultOfAList(Gateway gateway, SandboxControl sandbox) {
    var document = """
    mutation ($input: AddPhoneMethodsInput!) {
      addPhoneMethods(input: $input) {
        results {
          phoneMethod { id }
          user { phoneMethods { id } }
          errors { ... on PhoneTypeAlreadyRegisteredError { existing { id } } }
        }
      }
    }
    """;
    var items = List.of(item("kim@contoso.com"), item("Megan@contoso.com"), item(ALEX));
    var results = gateway
      .as(ADMIN, document, Map.of("input", Map.of("items", items)))
      .listAt("/data/addPhoneMethods/results");
    assertThat(results.getFirst().at("/phoneMethod/id").stringValue()).isEqualTo(phone(KIM, MOBILE));
    assertThat(results.getFirst().at("/user/phoneMethods/0/id").stringValue()).isEqualTo(phone(KIM, MOBILE));
    assertThat(results.get(1).at("/errors/0/existing/id").stringValue()).isEqualTo(phone(MEGAN, MOBILE));
    assertThat(results.get(2).at("/errors/0/existing/id").stringValue()).isEqualTo(phone(ALEX, MOBILE));
    assertThat(namesLookedUp(sandbox)).hasSize(2);
  }

  private static Map<String, ?> item(String user) {
    return Map.of("user", ref(user), "phoneType", "MOBILE", "phoneNumber", NUMBER);
  }

  @Nested
  class WhenAMutationIsRepeated {

    @Test
    void isTheSame(Gateway gateway) {
      var adding = add("kim@contoso.com", "MOBILE", NUMBER).keyed("one-identity-repeated");
      assertThat(gateway.as(ADMIN, adding).phone("id")).isEqualTo(phone(KIM, MOBILE));
      var again = gateway.as(ADMIN, adding);
      assertThat(again.text("replayed")).isEqualTo("true");
      assertThat(again.phone("id")).isEqualTo(phone(KIM, MOBILE));
    }

    @Test
    void isTheSameWhereItWasNotAskedForAtFirst(Gateway gateway) {
      var adding = add("kim@contoso.com", "MOBILE", NUMBER).keyed("one-identity-asked-later");
      mutate(gateway, adding, "phoneMethod { methodId }");
      assertThat(gateway.as(ADMIN, adding).phone("id")).isEqualTo(phone(KIM, MOBILE));
    }
  }

  @Nested
  class LedThroughTheNameBefore {

    private static final String NODE = "query ($id: ID!) { node(id: $id) { id ... on PhoneMethod { phoneType } } }";

    @Test
    void isStillRead(Gateway gateway) {
      var reply = gateway.as(ADMIN, NODE, Map.of("id", encoded("PhoneMethod/" + MOBILE + "/megan@contoso.com")));
      assertThat(reply.textAt("/data/node/id")).isEqualTo(phone(MEGAN, MOBILE));
      assertThat(reply.textAt("/data/node/phoneType")).isEqualTo("MOBILE");
    }

    @ParameterizedTest
    @ValueSource(strings = { "nobody@contoso.com", "kim@contoso.com" })
    void leadsToNothingWhereThereIsNothing(String name, Gateway gateway) {
      var reply = gateway.as(ADMIN, NODE, Map.of("id", encoded("PhoneMethod/" + MOBILE + "/" + name)));
      assertThat(reply.text()).isEqualTo("{\"data\":{\"node\":null}}");
    }
  }

  @Nested
  class CostsNothing {

    @ParameterizedTest
    @ValueSource(
      strings = {
        "phoneMethod { methodId }",
        "phoneMethod { methodId id @skip(if: true) }",
        "phoneMethod { id: methodId }",
        "phoneMethod { methodId ... @include(if: false) { id } }",
        "phoneMethod @skip(if: true) { id } replayed",
        "errors { ... on PhoneTypeAlreadyRegisteredError { existing { id } } }",
        "__typename",
      }
    )
    void whenItIsNotSelected(String selection, Gateway gateway, SandboxControl sandbox) {
      mutate(gateway, add("kim@contoso.com", "MOBILE", NUMBER), selection);
      assertThat(sandbox.asked()).singleElement().asString().startsWith("POST /users/kim");
    }

    @Test
    void whenTheUserIsNamedByTheObjectId(Gateway gateway, SandboxControl sandbox) {
      mutate(gateway, add(KIM, "MOBILE", NUMBER), "phoneMethod { id }");
      assertThat(sandbox.asked()).hasSize(1);
    }

    @Test
    void whenNothingIsSent(Gateway gateway, SandboxControl sandbox) {
      mutate(gateway, add("kim@contoso.com", "MOBILE", "1"), "phoneMethod { id }");
      assertThat(sandbox.asked()).isEmpty();
    }

    @Test
    void whenOnlyTheRulesAreRun(Gateway gateway, SandboxControl sandbox) {
      mutate(gateway, add("kim@contoso.com", "MOBILE", NUMBER).validateOnly(), "phoneMethod { id }");
      assertThat(namesLookedUp(sandbox)).isEmpty();
    }
  }

  @Nested
  class IsLookedUpBesideTheWrite {

    @ParameterizedTest
    @ValueSource(
      strings = {
        "phoneMethod { id }",
        "phoneMethod { key: id }",
        "phoneMethod { ... on Node { id } }",
        "...Payload",
        "phoneMethod @include(if: true) { ... @skip(if: false) { id } }",
        "phoneMethod { id } user { id phoneMethods { id } }",
      }
    )
    void onceHoweverItIsSelected(String selection, Gateway gateway, SandboxControl sandbox) {
      mutate(gateway, add("kim@contoso.com", "MOBILE", NUMBER), selection);
      assertThat(namesLookedUp(sandbox)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("dev.authmethods.gateway.OneIdentityTests#changesByName")
    void whileNeitherWaitsForTheOther(PhoneMutation change, Gateway gateway, SandboxControl sandbox) {
      sandbox.fault("{\"match\":{\"path\":\"batch\"},\"times\":1,\"delayMs\":%d}".formatted(HELD.toMillis()));
      assertThat(gateway.as(ADMIN, change).errors()).isEmpty();
      var requests = sandbox.requests();
      assertThat(requests).hasSizeGreaterThan(1);
      assertThat(Duration.between(at(requests.getFirst()), at(requests.getLast()))).isLessThan(HELD);
    }

    private static Instant at(JsonNode request) {
      return Instant.parse(request.path("at").stringValue());
    }

    @Test
    void andOnceMoreWhenThatFailed(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault("{\"match\":{\"method\":\"GET\",\"path\":\"/users/kim\"},\"times\":1,\"status\":404}");
      var reply = mutate(gateway, add("kim@contoso.com", "MOBILE", NUMBER), "phoneMethod { id }");
      assertThat(reply.textAt("/data/payload/phoneMethod/id")).isEqualTo(phone(KIM, MOBILE));
      assertThat(namesLookedUp(sandbox)).hasSize(2);
    }

    @Test
    void andHidesNoOutcomeWhenItCannotBeFoundOut(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault("{\"match\":{\"method\":\"GET\",\"path\":\"/users/kim\"},\"times\":99,\"status\":404}");
      var adding = add("kim@contoso.com", "MOBILE", NUMBER);
      var reply = mutate(gateway, adding, "confirmation phoneMethod { id phoneNumber } errors { __typename }");
      assertThat(reply.textAt("/data/payload/confirmation")).isEqualTo("UPSTREAM");
      assertThat(reply.at("/data/payload/phoneMethod").isNull()).isTrue();
      assertThat(reply.listAt("/data/payload/errors")).isEmpty();
      assertThat(reply.listAt("/errors"))
        .singleElement()
        .satisfies(error ->
          assertThat(error.path("path").toString()).isEqualTo("[\"payload\",\"phoneMethod\",\"id\"]")
        );
      assertThat(sandbox.phones("kim@contoso.com")).hasSize(1);
    }
  }

  private static Reply mutate(Gateway gateway, PhoneMutation mutation, String selection) {
    var document =
      "mutation ($input: AddPhoneMethodInput!) { payload: addPhoneMethod(input: $input) { %s } } %s".formatted(
        selection,
        selection.contains("...Payload") ? "fragment Payload on AddPhoneMethodPayload { phoneMethod { id } }" : ""
      );
    return gateway.as(ADMIN, document, Map.of("input", mutation.input()));
  }

  private static List<String> namesLookedUp(SandboxControl sandbox) {
    return sandbox
      .asked()
      .stream()
      .filter(call -> call.contains("%40contoso.com?"))
      .toList();
  }

  private static String phone(String user, String methodId) {
    return encoded("PhoneMethod/" + methodId + "/" + user);
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
