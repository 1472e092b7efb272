package dev.authmethods.gateway.phone;

import static dev.authmethods.gateway.fixtures.PhoneMutation.disableSmsSignIn;
import static dev.authmethods.gateway.fixtures.PhoneMutation.enableSmsSignIn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class SmsSignInTests {

  private static final String ADMIN = "auth-admin";
  private static final String LEE = "lee@contoso.com";
  private static final String PATTI = "patti@contoso.com";

  @Nested
  class IsEnabled {

    @Test
    void forAMobilePhone(Gateway gateway) {
      var payload = gateway.as(ADMIN, enableSmsSignIn(PATTI));
      assertThat(payload.errors()).isEmpty();
      assertThat(payload.phone("smsSignInState")).isEqualTo("READY");
    }

    @Test
    void alsoWhenItIsAlready(Gateway gateway) {
      assertThat(gateway.as(ADMIN, enableSmsSignIn(LEE)).errors()).isEmpty();
    }

    @Test
    void alsoWhenTheAnswerIsLost(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault("{\"match\":{\"path\":\"/enableSmsSignIn\"},\"apply\":true,\"status\":504}");
      assertThat(gateway.as(ADMIN, enableSmsSignIn(PATTI)).phone("smsSignInState")).isEqualTo("READY");
      assertThat(sandbox.writes()).hasSize(1);
    }
  }

  @Nested
  class IsDisabled {

    @ParameterizedTest
    @ValueSource(strings = { LEE, PATTI })
    void andThePhoneStays(String user, Gateway gateway) {
      var payload = gateway.as(ADMIN, disableSmsSignIn(user));
      assertThat(payload.errors()).isEmpty();
      assertThat(payload.phone("smsSignInState")).isEqualTo("NOT_ENABLED");
      assertThat(gateway.phonesOf(user)).containsOnlyKeys("MOBILE");
    }

    @Test
    void andCanBeEnabledAgain(Gateway gateway) {
      gateway.as(ADMIN, disableSmsSignIn(LEE));
      assertThat(gateway.as(ADMIN, enableSmsSignIn(LEE)).phone("smsSignInState")).isEqualTo("READY");
    }

    @Test
    void andFreesTheNumber(Gateway gateway) {
      gateway.as(ADMIN, disableSmsSignIn(LEE));
      assertThat(gateway.as(ADMIN, enableSmsSignIn("pradeep@contoso.com")).types()).isEmpty();
    }
  }

  @Nested
  class IsForMobilePhonesOnly {

    @ParameterizedTest
    @ValueSource(strings = { "OFFICE", "ALTERNATE_MOBILE" })
    void refusesTheOthersWithoutAsking(String type, Gateway gateway, SandboxControl sandbox) {
      for (var change : List.of(enableSmsSignIn("diego@contoso.com"), disableSmsSignIn("diego@contoso.com"))) {
        var payload = gateway.as(ADMIN, change.with("phoneType", type));
        assertThat(payload.error("__typename")).isEqualTo("SmsSignInNotAllowedError");
        assertThat(payload.error("smsSignInNotAllowedReason")).isEqualTo("NOT_A_MOBILE_PHONE");
      }
      assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void asksForTheTypeWhenItIsTakenAway(Gateway gateway) {
      assertThat(gateway.as(ADMIN, enableSmsSignIn(PATTI).with("phoneType", null)).types()).containsExactly(
        "PhoneTypeRequiredError"
      );
    }

    @Test
    void refusesAUserWithoutOne(Gateway gateway) {
      assertThat(gateway.as(ADMIN, enableSmsSignIn("kim@contoso.com")).types()).containsExactly(
        "PhoneMethodNotFoundError"
      );
      assertThat(gateway.as(ADMIN, disableSmsSignIn("nestor@contoso.com")).error("registeredTypes")).isEqualTo(
        "OFFICE"
      );
    }
  }

  @Nested
  class IsForWhomAndWhatThePolicyAllows {

    @ParameterizedTest
    @CsvSource({ "megan@contoso.com, NOT_ALLOWED_BY_POLICY", "pradeep@contoso.com, PHONE_NUMBER_NOT_UNIQUE" })
    void refusesAllElse(String user, String reason, Gateway gateway) {
      var payload = gateway.as(ADMIN, enableSmsSignIn(user));
      assertThat(payload.error("__typename")).isEqualTo("SmsSignInNotAllowedError");
      assertThat(payload.error("smsSignInNotAllowedReason")).isEqualTo(reason);
      assertThat(payload.error("path")).isEqualTo("input,phoneType");
    }
  }

  @Nested
  class IsAddressedByObjectId {

    @Test
    void alsoWhenTheUserIsNamed(Gateway gateway, SandboxControl sandbox) {
      gateway.as(ADMIN, enableSmsSignIn(PATTI));
      assertThat(sandbox.writes()).containsExactly(
        "POST /users/10000000-0000-4000-8000-000000000032/authentication/phoneMethods/" +
          "3179e48a-750b-4051-897c-87b9720928f7/enableSmsSignIn"
      );
    }

    @Test
    void findsNobodyBehindAWrongName(Gateway gateway, SandboxControl sandbox) {
      assertThat(gateway.as(ADMIN, disableSmsSignIn("nobody@contoso.com")).types()).containsExactly(
        "UserNotFoundError"
      );
      assertThat(sandbox.writes()).isEmpty();
    }
  }

  @Nested
  class IsForThoseWhoMay {

    @Test
    void refusesAGlobalReader(Gateway gateway) {
      assertThat(gateway.as("global-reader", disableSmsSignIn(LEE)).types()).containsExactly("PermissionDeniedError");
      assertThat(gateway.as("global-reader", enableSmsSignIn(PATTI)).types()).containsExactly("PermissionDeniedError");
    }
  }

  @Nested
  @GatewayTest("gateway.entra.cloud=china-21vianet")
  class IsNotOfferedInChina {

    @Test
    void refusesWithoutAsking(Gateway gateway, SandboxControl sandbox) {
      for (var change : List.of(enableSmsSignIn(LEE), disableSmsSignIn(LEE))) {
        assertThat(gateway.as(ADMIN, change).types()).containsExactly("CloudNotSupportedError");
      }
      assertThat(sandbox.requests()).isEmpty();
    }
  }
}
