package dev.authmethods.gateway.phone;

import static dev.authmethods.gateway.fixtures.PhoneMutation.add;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.Payload;
import dev.authmethods.gateway.fixtures.PhoneMutation;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@GatewayTest("gateway.api.limits.mutations=2")
class AddPhoneMethodTests {

  private static final String ADMIN = "auth-admin";
  private static final String KIM = "kim@contoso.com";
  private static final String ADELE = "adele@contoso.com";
  private static final String MEGAN = "megan@contoso.com";

  @Nested
  class AddsAPhone {

    @Test
    void answersWithThePhone(Gateway gateway) {
      var payload = gateway.as(ADMIN, add(KIM, "MOBILE", "+1 2065550123"));
      assertThat(payload.errors()).isEmpty();
      assertThat(payload.phone("methodId")).isEqualTo("3179e48a-750b-4051-897c-87b9720928f7");
      assertThat(payload.phone("phoneNumber")).isEqualTo("+1 2065550123");
      assertThat(payload.phone("phoneType")).isEqualTo("MOBILE");
      assertThat(gateway.phonesOf(KIM)).containsExactly(Map.entry("MOBILE", "+1 2065550123"));
    }

    @ParameterizedTest
    @ValueSource(strings = { KIM, "10000000-0000-4000-8000-000000000001" })
    void costsOneUpstreamCall(String user, Gateway gateway, SandboxControl sandbox) {
      gateway.as(ADMIN, add(user, "MOBILE", "+1 2065550123").withoutIds());
      assertThat(sandbox.asked()).singleElement().asString().startsWith("POST /users/").endsWith("/phoneMethods");
    }

    @ParameterizedTest
    @CsvSource({ KIM + ", MOBILE", MEGAN + ", ALTERNATE_MOBILE", ADELE + ", OFFICE" })
    void addsEveryType(String user, String type, Gateway gateway) {
      assertThat(gateway.as(ADMIN, add(user, type, "+1 2065550123")).errors()).isEmpty();
      assertThat(gateway.phonesOf(user)).containsEntry(type, "+1 2065550123");
    }

    @ParameterizedTest
    @ValueSource(strings = { "+1 5555551234", "+1 5555551234x123" })
    void takesTheDocumentedExamples(String number, Gateway gateway) {
      assertThat(gateway.as(ADMIN, add(ADELE, "OFFICE", number)).phone("phoneNumber")).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({ KIM + ", READY", ADELE + ", NOT_ALLOWED_BY_POLICY" })
    void tellsWhetherTheUserCanSignInWithIt(String user, String state, Gateway gateway) {
      assertThat(gateway.as(ADMIN, add(user, "MOBILE", "+1 2065550123")).phone("smsSignInState")).isEqualTo(state);
    }
  }

  @Nested
  class OnePhoneOfEachType {

    @Test
    void refusesASecondMobile(Gateway gateway) {
      var payload = gateway.as(ADMIN, add(MEGAN, "MOBILE", "+1 2065550123"));
      assertThat(payload.error("__typename")).isEqualTo("PhoneTypeAlreadyRegisteredError");
      assertThat(payload.error("path")).isEqualTo("input,phoneType");
      assertThat(payload.phone().isNull()).isTrue();
      assertThat(gateway.phonesOf(MEGAN)).containsExactly(Map.entry("MOBILE", "+1 2065550101"));
    }

    @Test
    void showsThePhoneHeld(Gateway gateway) {
      var existing = gateway
        .as("privileged-auth-admin", add(MEGAN, "MOBILE", "+1 2065550123"))
        .error()
        .path("existing");
      assertThat(existing.path("phoneType").stringValue()).isEqualTo("MOBILE");
      assertThat(existing.path("phoneNumber").stringValue()).isEqualTo("+1 2065550101");
    }

    @Test
    void costsTwoUpstreamCalls(Gateway gateway, SandboxControl sandbox) {
      gateway.as(ADMIN, add(MEGAN, "MOBILE", "+1 2065550123").withoutIds());
      assertThat(sandbox.asked()).hasSize(2);
    }

    @Test
    void letsOneOfTwoAtTheSameTimeWin(Gateway gateway) {
      var payloads = together(
        () -> gateway.as(ADMIN, add(KIM, "MOBILE", "+1 2065550123")),
        () -> gateway.as(ADMIN, add(KIM, "MOBILE", "+1 2065550124"))
      );
      assertThat(payloads).flatExtracting(Payload::types).containsExactly("PhoneTypeAlreadyRegisteredError");
      var winner = payloads
        .stream()
        .filter(payload -> payload.errors().isEmpty())
        .toList();
      assertThat(winner).hasSize(1);
      assertThat(gateway.phonesOf(KIM)).containsExactly(Map.entry("MOBILE", winner.getFirst().phone("phoneNumber")));
    }

    private static List<Payload> together(Supplier<Payload> first, Supplier<Payload> second) {
      var start = new CyclicBarrier(2);
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var calls = List.of(first, second)
          .stream()
          .map(call -> CompletableFuture.supplyAsync(() -> after(start, call), threads))
          .toList();
        return calls.stream().map(CompletableFuture::join).toList();
      }
    }

    private static Payload after(CyclicBarrier start, Supplier<Payload> call) {
      try {
        start.await();
      } catch (Exception e) {
        throw new AssertionError(e);
      }
      return call.get();
    }
  }

  @Nested
  class MobileBeforeAlternateMobile {

    @Test
    void refusesAnAlternateMobileWithoutAMobile(Gateway gateway, SandboxControl sandbox) {
      var payload = gateway.as(ADMIN, add(ADELE, "ALTERNATE_MOBILE", "+1 2065550123").withoutIds());
      assertThat(payload.error("__typename")).isEqualTo("MobilePhoneRequiredError");
      assertThat(payload.error("path")).isEqualTo("input,phoneType");
      assertThat(payload.error("requiredType")).isEqualTo("MOBILE");
      assertThat(sandbox.asked()).hasSize(2);
    }
  }

  @Nested
  class TheNumberHasTheForm {

    @ParameterizedTest
    @CsvSource({ "+12065550123, MISSING_SPACE, +1 2065550123", "2065550123, MISSING_PLUS, ''" })
    void refusesOtherForms(String number, String reason, String suggestion, Gateway gateway) {
      var payload = gateway.as(ADMIN, add(ADELE, "MOBILE", number));
      assertThat(payload.error("__typename")).isEqualTo("InvalidPhoneNumberError");
      assertThat(payload.error("path")).isEqualTo("input,phoneNumber");
      assertThat(payload.error("reason")).isEqualTo(reason);
      assertThat(payload.error("suggestion")).isEqualTo(suggestion);
      assertThat(payload.error("expectedFormat")).isEqualTo("+{country code} {number}x{extension}");
    }

    @Test
    void takesItsOwnSuggestion(Gateway gateway) {
      var suggestion = gateway.as(ADMIN, add(ADELE, "MOBILE", "+1 (206) 555-0123")).error("suggestion");
      assertThat(gateway.as(ADMIN, add(ADELE, "MOBILE", suggestion)).errors()).isEmpty();
    }

    @Test
    void asksNothingUpstream(Gateway gateway, SandboxControl sandbox) {
      gateway.as(ADMIN, add(ADELE, "MOBILE", "+12065550123"));
      assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void doesNotRepeatTheNumberInTheMessage(Gateway gateway) {
      assertThat(gateway.as(ADMIN, add(ADELE, "MOBILE", "+12065550123")).error("message")).doesNotContain("2065550123");
    }

    /** A phone that somebody deletes just then is in the way of the first sending only. */
    @Test
    void isNotBlamedWhenMicrosoftGraphDidNotTakeTheSecondSending(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault(
        "{\"match\":{\"method\":\"POST\",\"path\":\"/phoneMethods\"},\"status\":400,\"code\":\"badRequest\"}"
      );
      sandbox.fault("{\"match\":{\"method\":\"POST\",\"path\":\"/phoneMethods\"},\"status\":429,\"retryAfter\":60}");
      var add = add(KIM, "MOBILE", "+1 2065550120").keyed("not to blame");
      assertThat(gateway.as("auth-admin", add).types()).containsExactly("UpstreamThrottledError");
      sandbox.call("DELETE", "/faults", "");
      assertThat(gateway.as("auth-admin", add).types()).isEmpty();
    }

    @Test
    void saysThatMicrosoftRefusedANumberOfTheRightForm(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault(
        "{\"match\":{\"method\":\"POST\",\"path\":\"/phoneMethods\"},\"times\":2,\"status\":400,\"code\":\"badRequest\"}"
      );
      var payload = gateway.as(ADMIN, add(ADELE, "MOBILE", "+1 2065550123"));
      assertThat(payload.error("reason")).isEqualTo("REFUSED_UPSTREAM");
      assertThat(payload.error("suggestion")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "+1", "+1 2065550123000000000000000000000000000000000000000000000000000000000" })
    void reportsItsLengthOnceAndAsItsForm(String number, Gateway gateway) {
      assertThat(gateway.as(ADMIN, add(ADELE, "MOBILE", number)).types()).containsExactly("InvalidPhoneNumberError");
    }
  }

  @Nested
  class TheTypeIsGiven {

    @Test
    void asksForTheType(Gateway gateway, SandboxControl sandbox) {
      var payload = gateway.as(ADMIN, add(ADELE, "MOBILE", "+1 2065550123").without("phoneType"));
      assertThat(payload.error("__typename")).isEqualTo("PhoneTypeRequiredError");
      assertThat(payload.error("allowedTypes")).isEqualTo("MOBILE,ALTERNATE_MOBILE,OFFICE");
      assertThat(sandbox.requests()).isEmpty();
    }
  }

  @Nested
  class NotTheOwnAccount {

    @ParameterizedTest
    @ValueSource(
      strings = {
        "avery@contoso.com",
        "AVERY@Contoso.com",
        "a0000000-0000-4000-8000-000000000001",
        "A0000000-0000-4000-8000-000000000001",
      }
    )
    void refusesTheCallersOwn(String avery, Gateway gateway, SandboxControl sandbox) {
      var payload = gateway.as(ADMIN, add(avery, "MOBILE", "+1 2065550123"));
      assertThat(payload.error("__typename")).isEqualTo("OwnAccountNotAllowedError");
      assertThat(payload.error("path")).isEqualTo("input,user");
      assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void refusesTheCallersOwnByGlobalId(Gateway gateway, SandboxControl sandbox) {
      var id = gateway
        .as(ADMIN, "{ user(by: { userPrincipalName: \"avery@contoso.com\" }) { id } }")
        .textAt("/data/user/id");
      sandbox.reset();
      assertThat(gateway.as(ADMIN, add(id, "MOBILE", "+1 2065550123")).types()).containsExactly(
        "OwnAccountNotAllowedError"
      );
      assertThat(sandbox.requests()).isEmpty();
    }
  }

  @Nested
  class TheUserExists {

    @ParameterizedTest
    @ValueSource(strings = { "nobody@contoso.com", "10000000-0000-4000-8000-999999999999" })
    void namesTheFieldOfAUserWhoDoesNot(String user, Gateway gateway, SandboxControl sandbox) {
      var payload = gateway.as(ADMIN, add(user, "MOBILE", "+1 2065550123").withoutIds());
      assertThat(payload.error("__typename")).isEqualTo("UserNotFoundError");
      assertThat(payload.error("path")).isEqualTo("input,user");
      assertThat(sandbox.asked()).hasSizeLessThanOrEqualTo(2);
    }
  }

  @Nested
  class TheCallerMay {

    @Test
    void namesTheRolesThatAreMissingAndNoPermissionThatWasGranted(Gateway gateway, SandboxControl sandbox) {
      var adele = "10000000-0000-4000-8000-000000000002";
      var payload = gateway.as("global-reader", add(adele, "MOBILE", "+1 2065550123"));
      assertThat(payload.error("__typename")).isEqualTo("PermissionDeniedError");
      assertThat(payload.error("requiredPermissions")).isEmpty();
      assertThat(payload.error("message")).isEqualTo(
        "You don't have permission to do this. You need one of these roles, and it must cover this user: " +
          "Authentication Administrator, Privileged Authentication Administrator."
      );
      assertThat(payload.error("acceptedRoles")).isEqualTo(
        "Authentication Administrator,Privileged Authentication Administrator"
      );
      // A look-up by name that the answer before did not wait for may still come in.
      assertThat(sandbox.asked())
        .filteredOn(call -> call.contains(adele))
        .hasSize(1);
    }

    @Test
    void refusesAnAuthenticationAdministratorForAnAdministrator(Gateway gateway) {
      var lidia = add("lidia@contoso.com", "OFFICE", "+1 2065550123");
      assertThat(gateway.as(ADMIN, lidia).types()).containsExactly("PermissionDeniedError");
      assertThat(gateway.as("privileged-auth-admin", lidia).errors()).isEmpty();
    }

    @Test
    void refusesAnOrdinaryUser(Gateway gateway) {
      assertThat(gateway.as("user", add(ADELE, "MOBILE", "+1 2065550123")).types()).containsExactly(
        "PermissionDeniedError"
      );
    }

    @Test
    void refusesEverybodyWhileTheGatewayLacksThePermission(Gateway gateway, SandboxControl sandbox) {
      sandbox.consent("{\"delegated\":[\"User.Read.All\"],\"application\":[\"User.Read.All\"]}");
      var payload = gateway.as(ADMIN, add(ADELE, "MOBILE", "+1 2065550123"));
      assertThat(payload.types()).containsExactly("GatewayConfigurationError");
      assertThat(payload.error("missingPermissions")).isEqualTo(
        "UserAuthMethod-Phone.ReadWrite.All,UserAuthenticationMethod.ReadWrite.All"
      );
      assertThat(payload.error("message")).contains("UserAuthMethod-Phone.ReadWrite.All");
    }
  }

  @Nested
  @GatewayTest("gateway.entra.cloud=china-21vianet")
  class TheCloudOffersIt {

    @Test
    void refusesWhereItDoesNot(Gateway gateway, SandboxControl sandbox) {
      var payload = gateway.as(ADMIN, add(ADELE, "MOBILE", "+1 2065550123"));
      assertThat(payload.error("__typename")).isEqualTo("CloudNotSupportedError");
      assertThat(payload.error("cloud")).isEqualTo("CHINA_21VIANET");
      assertThat(payload.error("supportedClouds")).isEqualTo("GLOBAL,US_GOVERNMENT_L4,US_GOVERNMENT_L5");
      assertThat(sandbox.requests()).isEmpty();
    }
  }

  @Nested
  class ANumberThatSomebodyElseSignsInWith {

    @ParameterizedTest
    @ValueSource(strings = { ADMIN, "privileged-auth-admin" })
    void isSavedWithoutSignIn(String persona, Gateway gateway) {
      var payload = gateway.as(persona, add(KIM, "MOBILE", "+1 2065550155"));
      assertThat(payload.errors()).isEmpty();
      assertThat(payload.phone("smsSignInState")).isEqualTo("PHONE_NUMBER_NOT_UNIQUE");
      assertThat(gateway.phonesOf(KIM)).containsExactly(Map.entry("MOBILE", "+1 2065550155"));
    }
  }

  @Nested
  class AnAnswerThatIsLost {

    @Test
    void isSettledByLookingAtTheUser(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault("{\"match\":{\"method\":\"POST\",\"path\":\"/phoneMethods\"},\"apply\":true,\"status\":504}");
      var payload = gateway.as("privileged-auth-admin", add(KIM, "MOBILE", "+1 2065550123"));
      assertThat(payload.errors()).isEmpty();
      assertThat(payload.phone("phoneNumber")).isEqualTo("+1 2065550123");
      assertThat(sandbox.writes()).hasSize(1);
    }

    @Test
    void isSettledByAMaskedNumberWithAnExtension(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault("{\"match\":{\"method\":\"POST\",\"path\":\"/phoneMethods\"},\"apply\":true,\"status\":504}");
      assertThat(gateway.as(ADMIN, add(KIM, "OFFICE", "+1 2065550123x45")).errors()).isEmpty();
    }

    @Test
    void isOpenWhenNothingWasSaved(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault("{\"match\":{\"method\":\"POST\",\"path\":\"/phoneMethods\"},\"status\":504,\"times\":2}");
      assertThat(gateway.as(ADMIN, add(KIM, "MOBILE", "+1 2065550123")).types()).containsExactly("OutcomeUnknownError");
      assertThat(gateway.phonesOf(KIM)).isEmpty();
    }
  }

  @Nested
  class ViolationsOfOneStage {

    private static final String TWICE = """
    mutation ($input: AddPhoneMethodInput!) {
      theFirst: addPhoneMethod(input: $input) { errors { __typename ... on ExpectedError { path } } }
      theSecond: addPhoneMethod(input: $input) { errors { __typename ... on ExpectedError { path } } }
    }
    """;

    @Test
    void comeTogether(Gateway gateway, SandboxControl sandbox) {
      var payload = gateway.as(ADMIN, threeTimesWrong());
      assertThat(payload.errors().stream().map(ViolationsOfOneStage::typeAndPath)).containsExactlyInAnyOrder(
        "InvalidInputError input/clientMutationId",
        "InvalidPhoneNumberError input/phoneNumber",
        "PhoneTypeRequiredError input/phoneType"
      );
      assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void haveTheSamePathsUnderAnyAlias(Gateway gateway) {
      var reply = gateway.as(ADMIN, TWICE, Map.of("input", threeTimesWrong().input()));
      var first = reply.listAt("/data/theFirst/errors").stream().map(ViolationsOfOneStage::typeAndPath).toList();
      assertThat(first)
        .hasSize(3)
        .allMatch(path -> path.contains(" input/"));
      assertThat(reply.listAt("/data/theSecond/errors").stream().map(ViolationsOfOneStage::typeAndPath)).isEqualTo(
        first
      );
    }

    @Test
    void comeBeforeThoseOfTheNext(Gateway gateway) {
      var ownAndMalformed = add("avery@contoso.com", "MOBILE", "+12065550123");
      assertThat(gateway.as(ADMIN, ownAndMalformed).types()).containsExactly("InvalidPhoneNumberError");
    }

    private static PhoneMutation threeTimesWrong() {
      return add(ADELE, "MOBILE", "2065550120").without("phoneType").with("clientMutationId", "a".repeat(129));
    }

    private static String typeAndPath(JsonNode error) {
      var path = new ArrayList<String>();
      error.path("path").forEach(segment -> path.add(segment.stringValue()));
      return error.path("__typename").stringValue() + " " + String.join("/", path);
    }
  }
}
