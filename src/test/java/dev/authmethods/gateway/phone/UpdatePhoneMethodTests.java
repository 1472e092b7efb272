package dev.authmethods.gateway.phone;

import static dev.authmethods.gateway.fixtures.PhoneMutation.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class UpdatePhoneMethodTests {

  private static final String ADMIN = "privileged-auth-admin";
  private static final String MEGAN = "megan@contoso.com";
  private static final String GRADY = "grady@contoso.com";

  @Nested
  class ChangesTheNumber {

    @Test
    void answersWithThePhoneAsItIsNow(Gateway gateway) {
      var payload = gateway.as(ADMIN, update(MEGAN, "MOBILE", "+1 2065550123"));
      assertThat(payload.errors()).isEmpty();
      assertThat(payload.phone("phoneNumber")).isEqualTo("+1 2065550123");
      assertThat(payload.phone("methodId")).isEqualTo("3179e48a-750b-4051-897c-87b9720928f7");
      assertThat(gateway.phonesOf(MEGAN)).containsExactly(Map.entry("MOBILE", "+1 2065550123"));
    }

    @Test
    void leavesTheOtherPhonesAlone(Gateway gateway) {
      gateway.as(ADMIN, update(GRADY, "OFFICE", "+1 2065550123x9"));
      assertThat(gateway.phonesOf(GRADY)).containsOnly(
        Map.entry("MOBILE", "+1 2065550108"),
        Map.entry("OFFICE", "+1 2065550123x9")
      );
    }

    @Test
    void looksBeforeItWritesAndAfter(Gateway gateway, SandboxControl sandbox) {
      gateway.as(ADMIN, update(MEGAN, "MOBILE", "+1 2065550123").withoutIds());
      assertThat(sandbox.asked()).hasSize(3).element(1).asString().startsWith("PATCH ");
    }

    @Test
    void isDoneAlsoWhenTheLookFails(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault(
        "{\"match\":{\"method\":\"GET\",\"path\":\"/phoneMethods\"},\"skip\":1,\"times\":9,\"status\":403}"
      );
      var payload = gateway.as(ADMIN, update(MEGAN, "MOBILE", "+1 2065550123"));
      assertThat(payload.errors()).isEmpty();
      assertThat(payload.phone("phoneType")).isEqualTo("MOBILE");
      assertThat(payload.phone("phoneNumber")).isEmpty();
    }
  }

  @Nested
  class ThePhoneIsHeld {

    @Test
    void listsTheTypesThatTheUserHas(Gateway gateway, SandboxControl sandbox) {
      var payload = gateway.as(ADMIN, update(GRADY, "ALTERNATE_MOBILE", "+1 2065550123").withoutIds());
      assertThat(payload.error("__typename")).isEqualTo("PhoneMethodNotFoundError");
      assertThat(payload.error("registeredTypes")).isEqualTo("MOBILE,OFFICE");
      assertThat(payload.error("path")).isEqualTo("input,phoneType");
      assertThat(sandbox.asked()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void addsNone(Gateway gateway) {
      gateway.as(ADMIN, update("kim@contoso.com", "MOBILE", "+1 2065550123"));
      assertThat(gateway.phonesOf("kim@contoso.com")).isEmpty();
    }
  }

  @Nested
  class TheInputIsRight {

    @Test
    void refusesAMalformedNumberAndAMissingTypeTogether(Gateway gateway, SandboxControl sandbox) {
      var payload = gateway.as(ADMIN, update(MEGAN, "MOBILE", "+12065550123").without("phoneType"));
      assertThat(payload.types()).containsExactly("InvalidPhoneNumberError", "PhoneTypeRequiredError");
      assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void saysThatMicrosoftRefusedANumberOfTheRightForm(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault("{\"match\":{\"method\":\"PATCH\"},\"status\":400,\"code\":\"badRequest\"}");
      assertThat(gateway.as(ADMIN, update(MEGAN, "MOBILE", "+1 2065550123")).error("reason")).isEqualTo(
        "REFUSED_UPSTREAM"
      );
    }
  }

  @Nested
  class NotTheOwnAccount {

    @ParameterizedTest
    @ValueSource(strings = { "parker@contoso.com", "a0000000-0000-4000-8000-000000000002" })
    void refusesTheCallersOwn(String parker, Gateway gateway, SandboxControl sandbox) {
      assertThat(gateway.as(ADMIN, update(parker, "MOBILE", "+1 2065550123")).types()).containsExactly(
        "OwnAccountNotAllowedError"
      );
      assertThat(sandbox.requests()).isEmpty();
    }
  }

  @Nested
  class TheUserExists {

    @Test
    void namesTheFieldOfAUserWhoDoesNot(Gateway gateway) {
      var payload = gateway.as(ADMIN, update("nobody@contoso.com", "MOBILE", "+1 2065550123"));
      assertThat(payload.error("__typename")).isEqualTo("UserNotFoundError");
      assertThat(payload.error("path")).isEqualTo("input,user");
    }
  }

  @Nested
  class TheCallerMay {

    @Test
    void refusesAGlobalReader(Gateway gateway) {
      assertThat(gateway.as("global-reader", update(MEGAN, "MOBILE", "+1 2065550123")).types()).containsExactly(
        "PermissionDeniedError"
      );
      assertThat(gateway.phonesOf(MEGAN)).containsExactly(Map.entry("MOBILE", "+1 2065550101"));
    }
  }

  @Nested
  class ANumberThatSomebodyElseSignsInWith {

    @Test
    void isSavedWithoutSignIn(Gateway gateway) {
      var payload = gateway.as(ADMIN, update("patti@contoso.com", "MOBILE", "+1 2065550155"));
      assertThat(payload.errors()).isEmpty();
      assertThat(payload.phone("smsSignInState")).isEqualTo("PHONE_NUMBER_NOT_UNIQUE");
    }
  }

  @Nested
  class AnAnswerThatIsLost {

    @Test
    void isSettledByLookingAtTheUser(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault("{\"match\":{\"method\":\"PATCH\"},\"apply\":true,\"drop\":true}");
      assertThat(gateway.as(ADMIN, update(MEGAN, "MOBILE", "+1 2065550123")).errors()).isEmpty();
      assertThat(sandbox.writes()).hasSize(1);
    }

    @Test
    void isTriedOnceMoreWhenTheOldNumberIsStillThere(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault("{\"match\":{\"method\":\"PATCH\"},\"status\":503}");
      assertThat(gateway.as(ADMIN, update(MEGAN, "MOBILE", "+1 2065550123")).errors()).isEmpty();
    }

    @Test
    void isOpenWhenThatFailsToo(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault("{\"match\":{\"method\":\"PATCH\"},\"status\":503,\"times\":2}");
      assertThat(gateway.as(ADMIN, update(MEGAN, "MOBILE", "+1 2065550123")).types()).containsExactly(
        "OutcomeUnknownError"
      );
    }
  }
}
