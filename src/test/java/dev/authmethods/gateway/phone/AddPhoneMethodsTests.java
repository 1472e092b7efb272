package dev.authmethods.gateway.phone;

import static dev.authmethods.gateway.fixtures.PhoneMutation.ref;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@GatewayTest
class AddPhoneMethodsTests {

  private static final String ADMIN = "privileged-auth-admin";
  private static final String KIM = "kim@contoso.com";
  private static final String ADELE = "adele@contoso.com";
  private static final String DOCUMENT = """
  mutation ($input: AddPhoneMethodsInput!) {
    addPhoneMethods(input: $input) {
      results {
        index clientKey replayed confirmation
        phoneMethod { phoneType phoneNumber }
        user { userPrincipalName }
        errors { __typename ... on ExpectedError { path message } }
      }
      errors { __typename ... on ExpectedError { path } }
      clientMutationId
      query { viewer { objectId } }
    }
  }
  """;

  private static Map<String, Object> item(String user, String type, String number) {
    return new HashMap<>(Map.of("user", ref(user), "phoneType", type, "phoneNumber", number));
  }

  /** A phone at work, which the users of the seed that have only a number do not have. */
  private static Map<String, Object> itemOf(int number) {
    return item("user%04d@contoso.com".formatted(number), "OFFICE", "+1 206555%04d".formatted(number));
  }

  private static Reply add(Gateway gateway, List<Map<String, Object>> items) {
    return gateway.as(ADMIN, DOCUMENT, Map.of("input", Map.of("items", items)));
  }

  private static List<String> errors(Reply reply, int index) {
    return reply.typesAt("/data/addPhoneMethods/results/" + index + "/errors");
  }

  @Nested
  class EachItem {

    @Test
    void hasASeparateResult(Gateway gateway) {
      var reply = add(
        gateway,
        List.of(
          item(KIM, "MOBILE", "+1 2065550123"),
          item("megan@contoso.com", "MOBILE", "+1 2065550124"),
          item(ADELE, "OFFICE", "206"),
          item("nobody@contoso.com", "MOBILE", "+1 2065550125")
        )
      );
      assertThat(errors(reply, 0)).isEmpty();
      assertThat(errors(reply, 1)).containsExactly("PhoneTypeAlreadyRegisteredError");
      assertThat(errors(reply, 2)).containsExactly("InvalidPhoneNumberError");
      assertThat(errors(reply, 3)).containsExactly("UserNotFoundError");
      assertThat(reply.textAt("/data/addPhoneMethods/results/0/user/userPrincipalName")).isEqualTo(KIM);
      assertThat(reply.textAt("/data/addPhoneMethods/results/0/confirmation")).isEqualTo("UPSTREAM");
    }

    @Test
    void isNamedInThePathsOfItsErrors(Gateway gateway) {
      var wrong = item(ADELE, "OFFICE", "206");
      wrong.put("clientKey", "k".repeat(129));
      var reply = add(gateway, List.of(item(KIM, "MOBILE", "+1 2065550123"), wrong));
      var paths = reply
        .listAt("/data/addPhoneMethods/results/1/errors")
        .stream()
        .map(error ->
          error
            .path("path")
            .valueStream()
            .map(part -> part.stringValue())
            .toList()
        )
        .toList();
      assertThat(paths).containsExactlyInAnyOrder(
        List.of("input", "items", "1", "clientKey"),
        List.of("input", "items", "1", "phoneNumber")
      );
    }

    @Test
    void comesBackWithTheKeyThatTheClientGaveIt(Gateway gateway) {
      var first = item(KIM, "MOBILE", "+1 2065550123");
      first.put("clientKey", "row 7");
      var reply = add(gateway, List.of(first, item(ADELE, "MOBILE", "+1 2065550124")));
      assertThat(reply.textAt("/data/addPhoneMethods/results/0/clientKey")).isEqualTo("row 7");
      assertThat(reply.at("/data/addPhoneMethods/results/1/index").intValue()).isEqualTo(1);
    }
  }

  @Nested
  class TheItemsOfOneUser {

    @Test
    void areAddedInTheirOrder(Gateway gateway, SandboxControl sandbox) {
      var reply = add(
        gateway,
        List.of(
          item(KIM, "MOBILE", "+1 2065550123"),
          item(KIM, "ALTERNATE_MOBILE", "+1 2065550124"),
          item(KIM, "MOBILE", "+1 2065550125")
        )
      );
      assertThat(errors(reply, 0)).isEmpty();
      assertThat(errors(reply, 1)).isEmpty();
      assertThat(errors(reply, 2)).containsExactly("PhoneTypeAlreadyRegisteredError");
      assertThat(sandbox.phones(KIM)).hasSize(2);
      assertThat(sandbox.writes()).hasSize(2);
    }

    @Test
    void areValidatedInViewOfThoseBefore(Gateway gateway, SandboxControl sandbox) {
      var items = List.of(item(KIM, "MOBILE", "+1 2065550123"), item(KIM, "ALTERNATE_MOBILE", "+1 2065550124"));
      var reply = gateway.as(ADMIN, DOCUMENT, Map.of("input", Map.of("items", items, "validateOnly", true)));
      assertThat(errors(reply, 0)).isEmpty();
      assertThat(errors(reply, 1)).isEmpty();
      assertThat(sandbox.writes()).isEmpty();
    }
  }

  @Nested
  class AHundred {

    @Test
    void costOneWaveOfReadsAndAWriteEach(Gateway gateway, SandboxControl sandbox) {
      var reply = add(gateway, IntStream.rangeClosed(401, 500).mapToObj(AddPhoneMethodsTests::itemOf).toList());
      assertThat(IntStream.range(0, 100).mapToObj(index -> errors(reply, index))).allMatch(List::isEmpty);
      assertThat(sandbox.requests("POST", "$batch")).isLessThanOrEqualTo(10);
      assertThat(sandbox.writes()).hasSize(100);
    }

    @Test
    void areTheMost(Gateway gateway, SandboxControl sandbox) {
      var reply = add(gateway, IntStream.rangeClosed(401, 501).mapToObj(AddPhoneMethodsTests::itemOf).toList());
      assertThat(reply.typesAt("/data/addPhoneMethods/errors")).containsExactly("InvalidInputError");
      assertThat(reply.listAt("/data/addPhoneMethods/results")).isEmpty();
      assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void areWrittenAtThePaceOfTheTenant(Gateway gateway, SandboxControl sandbox) {
      sandbox.throttle("{\"profile\":\"identity-and-access\",\"writes\":10,\"writeWindowMs\":1000}");
      var reply = add(gateway, IntStream.rangeClosed(401, 430).mapToObj(AddPhoneMethodsTests::itemOf).toList());
      var failed = Stream.iterate(0, index -> index + 1)
        .limit(30)
        .flatMap(index -> errors(reply, index).stream())
        .toList();
      assertThat(failed).allMatch("UpstreamThrottledError"::equals);
      assertThat(sandbox.ledger()).hasSize(30 - failed.size());
    }
  }

  @Nested
  class Repeated {

    private final String key = UUID.randomUUID().toString();

    @Test
    void areNotAddedAgain(Gateway gateway, SandboxControl sandbox) {
      var items = List.of(item(KIM, "MOBILE", "+1 2065550123"), item(ADELE, "MOBILE", "+1 2065550124"));
      var input = Map.of("items", items, "idempotencyKey", key);
      gateway.as(ADMIN, DOCUMENT, Map.of("input", input));
      var reply = gateway.as(ADMIN, DOCUMENT, Map.of("input", input));
      assertThat(reply.at("/data/addPhoneMethods/results/0/replayed").booleanValue()).isTrue();
      assertThat(reply.at("/data/addPhoneMethods/results/1/replayed").booleanValue()).isTrue();
      assertThat(sandbox.ledger()).hasSize(2);
    }

    @Test
    void areNotRefusedForWhatFailedBeforeThem(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault("{\"match\":{\"method\":\"POST\",\"path\":\"/kim\"},\"status\":429,\"retryAfter\":60}");
      var items = List.of(item(KIM, "MOBILE", "+1 2065550123"), item(KIM, "ALTERNATE_MOBILE", "+1 2065550124"));
      var input = Map.of("items", items, "idempotencyKey", key);
      var first = gateway.as(ADMIN, DOCUMENT, Map.of("input", input));
      assertThat(errors(first, 0)).containsExactly("UpstreamThrottledError");
      assertThat(errors(first, 1)).containsExactly("MobilePhoneRequiredError");
      var second = gateway.as(ADMIN, DOCUMENT, Map.of("input", input));
      assertThat(errors(second, 0)).isEmpty();
      assertThat(errors(second, 1)).isEmpty();
    }

    @Test
    void areKnownByTheirOwnKeysAlsoBesideOthers(Gateway gateway, SandboxControl sandbox) {
      var kim = item(KIM, "MOBILE", "+1 2065550123");
      kim.put("idempotencyKey", key);
      add(gateway, List.of(kim));
      var reply = add(gateway, List.of(item(ADELE, "MOBILE", "+1 2065550124"), kim));
      assertThat(reply.at("/data/addPhoneMethods/results/0/replayed").booleanValue()).isFalse();
      assertThat(reply.at("/data/addPhoneMethods/results/1/replayed").booleanValue()).isTrue();
      assertThat(sandbox.ledger()).hasSize(2);
    }
  }

  @Test
  void aFaultOfOneLeavesTheOthersAlone(Gateway gateway, SandboxControl sandbox) {
    sandbox.fault("{\"match\":{\"method\":\"POST\",\"path\":\"/adele\"},\"status\":503,\"times\":2}");
    var reply = add(gateway, List.of(item(KIM, "MOBILE", "+1 2065550123"), item(ADELE, "MOBILE", "+1 2065550124")));
    assertThat(errors(reply, 0)).isEmpty();
    assertThat(errors(reply, 1)).containsExactly("OutcomeUnknownError");
  }

  @Test
  void aChallengeAfterAWriteDoesNotHideIt(Gateway gateway, SandboxControl sandbox) {
    sandbox.fault("{\"match\":{\"method\":\"POST\",\"path\":\"/kim\"},\"skip\":1,\"claims\":true}");
    var reply = add(gateway, List.of(item(KIM, "MOBILE", "+1 2065550123"), item(KIM, "OFFICE", "+1 2065550124")));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(errors(reply, 0)).isEmpty();
    assertThat(errors(reply, 1)).containsExactly("UpstreamRefusedError");
  }
}
