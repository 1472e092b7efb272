package dev.authmethods.sandbox.phone;

import static dev.authmethods.sandbox.fixtures.Phones.number;
import static dev.authmethods.sandbox.fixtures.Phones.phone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.sandbox.fixtures.Answer;
import dev.authmethods.sandbox.fixtures.LocalEntra;
import dev.authmethods.sandbox.fixtures.Phones;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Microsoft Graph: phoneAuthenticationMethod: enableSmsSignIn, disableSmsSignIn, and what saving a number attempts. */
class SmsSignInTests {

  @RegisterExtension
  static final LocalEntra entra = new LocalEntra();

  static final String ADMIN = "privileged-auth-admin";
  static final String TAKEN = "+1 2065550155";

  static String stateOf(String name) {
    return entra
      .get(ADMIN, Phones.of(name) + Phones.MOBILE)
      .json()
      .path("smsSignInState")
      .asString();
  }

  static Answer action(String name, String phone, String action) {
    return entra.post(ADMIN, Phones.of(name) + phone + "/" + action, "");
  }

  @Nested
  class SavingANumber {

    @Test
    void makesItReadyInTheScopeOfThePolicy() {
      var answer = entra.post(ADMIN, Phones.of("kim"), phone("mobile", "+1 2065550199"));

      assertThat(answer.json().path("smsSignInState").asString()).isEqualTo("ready");
    }

    @Test
    void leavesItOutsideOfThePolicy() {
      var answer = entra.post(ADMIN, Phones.of("adele"), phone("mobile", TAKEN));

      assertThat(answer.status()).isEqualTo(201);
      assertThat(answer.json().path("smsSignInState").asString()).isEqualTo("notAllowedByPolicy");
    }

    @Test
    void saysThatTheNumberIsTakenAndKeepsItAllTheSame() {
      var answer = entra.post(ADMIN, Phones.of("kim"), phone("mobile", TAKEN));

      assertThat(answer.status()).isEqualTo(409);
      assertThat(answer.code()).isEqualTo("phoneNumberNotUnique");
      assertThat(answer.body()).doesNotContain("2065550155");
      assertThat(stateOf("kim")).isEqualTo("phoneNumberNotUnique");
    }

    @Test
    void comparesTheNumberHoweverItWasWritten() {
      assertThat(entra.post(ADMIN, Phones.of("kim"), phone("mobile", "+12065550155")).status()).isEqualTo(409);
    }

    @Test
    void attemptsItAgainOnUpdate() {
      assertThat(entra.patch(ADMIN, Phones.of("patti") + Phones.MOBILE, number("+1 2065550199")).status()).isEqualTo(
        204
      );
      assertThat(stateOf("patti")).isEqualTo("ready");
      assertThat(entra.patch(ADMIN, Phones.of("patti") + Phones.MOBILE, number(TAKEN)).status()).isEqualTo(409);
      assertThat(stateOf("patti")).isEqualTo("phoneNumberNotUnique");
    }

    @Test
    void givesOneNumberToOneUserHoweverManyAskAtOnce() {
      var token = entra.graphToken(ADMIN);
      entra.delete(ADMIN, Phones.of("lee") + Phones.MOBILE);

      var statuses = Stream.of("kim", "patti", "pradeep")
        .parallel()
        .map(name -> save(name, token))
        .toList();

      assertThat(statuses).containsExactlyInAnyOrder(true, false, false);
    }

    private boolean save(String name, String token) {
      entra.graph("POST", Phones.of(name), token, phone("mobile", TAKEN));
      return entra.graph("PATCH", Phones.of(name) + Phones.MOBILE, token, number(TAKEN)).status() == 204;
    }
  }

  @Nested
  class Enabling {

    @Test
    void makesANumberReady() {
      assertThat(action("patti", Phones.MOBILE, "enableSmsSignIn").status()).isEqualTo(204);
      assertThat(stateOf("patti")).isEqualTo("ready");
    }

    @Test
    void isRefusedOutsideOfThePolicy() {
      var answer = action("megan", Phones.MOBILE, "enableSmsSignIn");

      assertThat(answer.status()).isEqualTo(405);
      assertThat(answer.code()).isEqualTo("disabledByPolicy");
    }

    @Test
    void isRefusedForATakenNumber() {
      var answer = action("pradeep", Phones.MOBILE, "enableSmsSignIn");

      assertThat(answer.status()).isEqualTo(409);
      assertThat(answer.code()).isEqualTo("phoneNumberNotUnique");
    }

    @Test
    void worksOnceTheOtherHasLetGo() {
      action("lee", Phones.MOBILE, "disableSmsSignIn");

      assertThat(action("pradeep", Phones.MOBILE, "enableSmsSignIn").status()).isEqualTo(204);
      assertThat(stateOf("pradeep")).isEqualTo("ready");
    }

    @Test
    void isForMobilesOnly() {
      assertThat(action("diego", Phones.OFFICE, "enableSmsSignIn").status()).isEqualTo(400);
      assertThat(action("diego", Phones.ALTERNATE, "enableSmsSignIn").code()).isEqualTo("badRequest");
    }

    @Test
    void needsAPhone() {
      assertThat(action("kim", Phones.MOBILE, "enableSmsSignIn").status()).isEqualTo(404);
    }
  }

  @Nested
  class Disabling {

    @Test
    void turnsItOff() {
      assertThat(action("lee", Phones.MOBILE, "disableSmsSignIn").status()).isEqualTo(204);
      assertThat(stateOf("lee")).isEqualTo("notEnabled");
    }

    @Test
    void isForMobilesOnly() {
      assertThat(action("diego", Phones.OFFICE, "disableSmsSignIn").status()).isEqualTo(400);
    }
  }
}
