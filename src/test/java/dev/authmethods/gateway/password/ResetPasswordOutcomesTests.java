package dev.authmethods.gateway.password;

import static dev.authmethods.gateway.password.PasswordMutation.isPasswordOf;
import static dev.authmethods.gateway.password.PasswordMutation.reset;
import static dev.authmethods.gateway.password.PasswordMutation.sendings;
import static dev.authmethods.gateway.password.PasswordMutation.settings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Resets whose answer was lost, and resets that come twice. */
@GatewayTest
class ResetPasswordOutcomesTests {

  private static final String ADMIN = "privileged-auth-admin";
  private static final String ADELE = "10000000-0000-4000-8000-000000000002";
  private static final String GOOD = "Cuyo5459";
  private static final String RESET = "{\"match\":{\"path\":\"/resetPassword\"},";

  @Nested
  class ALostAnswer {

    @ParameterizedTest
    @ValueSource(strings = { "\"status\":504", "\"drop\":true", "\"status\":202,\"body\":\"{}\"", "\"truncate\":true" })
    void toAGeneratedPasswordLosesThePassword(String loss, Gateway gateway, SandboxControl sandbox) {
      sandbox.fault(RESET + "\"apply\":true," + loss + "}");

      var payload = reset(ADELE).sendAs(ADMIN, gateway);

      assertThat(payload.types()).isEmpty();
      assertThat(payload.text("confirmation")).isEqualTo("READ_BACK");
      assertThat(payload.text("passwordState")).isEqualTo("LOST");
      assertThat(payload.text("generatedPassword")).isEmpty();
      assertThat(payload.text("operation")).isEmpty();
      assertThat(sendings(sandbox)).isOne();
    }

    @Test
    void toAGivenPasswordIsReadBack(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault(RESET + "\"apply\":true,\"drop\":true}");

      var payload = reset(ADELE, GOOD).sendAs(ADMIN, gateway);

      assertThat(payload.types()).isEmpty();
      assertThat(payload.text("confirmation")).isEqualTo("READ_BACK");
      assertThat(payload.text("passwordState")).isEqualTo("GIVEN");
      assertThat(isPasswordOf(sandbox, ADELE, GOOD)).isTrue();
      assertThat(sendings(sandbox)).isOne();
    }

    @Test
    void isUnknownAsLongAsNothingIsSeen(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault(RESET + "\"status\":504}");

      var payload = reset(ADELE).with("waitSeconds", 1).sendAs(ADMIN, gateway);

      assertThat(payload.types()).containsExactly("OutcomeUnknownError");
      assertThat(sendings(sandbox)).isOne();
    }

    @Test
    void isUnknownWhenThePasswordWasChangedAtAnotherTime(Gateway gateway, SandboxControl sandbox) {
      sandbox.call("POST", "/settings", "{\"clockAheadSeconds\":300,\"passwordReset\":{\"stepMs\":0}}");
      sandbox.fault(RESET + "\"apply\":true,\"drop\":true}");

      var payload = reset(ADELE).with("waitSeconds", 1).sendAs(ADMIN, gateway);

      assertThat(payload.types()).containsExactly("OutcomeUnknownError");
      assertThat(sendings(sandbox)).isOne();
    }

    @Test
    void isFoundOutWithTheKeyAndNothingIsSentAgain(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault(RESET + "\"status\":504}");
      var keyed = reset(ADELE).with("waitSeconds", 0).keyed(key());
      assertThat(keyed.sendAs(ADMIN, gateway).types()).containsExactly("OutcomeUnknownError");

      assertThat(keyed.sendAs(ADMIN, gateway).types()).containsExactly("OutcomeUnknownError");
      assertThat(sendings(sandbox)).isOne();
    }

    @Test
    void isFoundOutWithTheKeyOnceItIsSeen(Gateway gateway, SandboxControl sandbox) {
      settings(sandbox, "\"stepMs\":0,\"shownAfterMs\":700");
      sandbox.fault(RESET + "\"apply\":true,\"drop\":true}");
      var keyed = reset(ADELE).keyed(key());
      assertThat(keyed.with("waitSeconds", 0).sendAs(ADMIN, gateway).types()).containsExactly("OutcomeUnknownError");

      var again = keyed.sendAs(ADMIN, gateway);
      while (!again.types().isEmpty()) {
        assertThat(again.types()).containsExactly("OutcomeUnknownError");
        again = keyed.sendAs(ADMIN, gateway);
      }

      assertThat(again.text("passwordState")).isEqualTo("LOST");
      assertThat(again.text("replayed")).isEqualTo("true");
      assertThat(sendings(sandbox)).isOne();
    }

    private static String key() {
      return UUID.randomUUID().toString();
    }
  }

  @Nested
  class ARepetition {

    @Test
    void showsAGeneratedPasswordNotAgain(Gateway gateway, SandboxControl sandbox) {
      var keyed = reset(ADELE).keyed(ALostAnswer.key());
      var first = keyed.sendAs(ADMIN, gateway);
      assertThat(first.text("passwordState")).isEqualTo("SHOWN");

      var again = keyed.sendAs(ADMIN, gateway);

      assertThat(again.types()).isEmpty();
      assertThat(again.text("replayed")).isEqualTo("true");
      assertThat(again.text("passwordState")).isEqualTo("NOT_SHOWN_AGAIN");
      assertThat(again.text("generatedPassword")).isEmpty();
      assertThat(again.text("operation/id")).isEqualTo(first.text("operation/id"));
      assertThat(again.reply().text()).doesNotContain(first.text("generatedPassword"));
      assertThat(sendings(sandbox)).isOne();
    }

    @Test
    void tellsHowFarTheOperationIsNow(Gateway gateway) {
      var keyed = reset(ADELE, GOOD).keyed(ALostAnswer.key());
      assertThat(keyed.with("waitSeconds", 0).sendAs(ADMIN, gateway).text("operation/status")).isEqualTo("RUNNING");

      var again = keyed.sendAs(ADMIN, gateway);

      assertThat(again.text("passwordState")).isEqualTo("GIVEN");
      assertThat(again.text("operation/status")).isEqualTo("SUCCEEDED");
    }

    @Test
    void tellsThatTheOperationHasFailedSince(Gateway gateway, SandboxControl sandbox) {
      settings(sandbox, "\"failure\":\"OnPremisesPolicyViolation\"");
      var keyed = reset(ADELE).keyed(ALostAnswer.key());
      assertThat(keyed.with("waitSeconds", 0).sendAs(ADMIN, gateway).types()).isEmpty();

      var again = keyed.sendAs(ADMIN, gateway);

      assertThat(again.types()).containsExactly("PasswordResetFailedError");
      assertThat(again.text("replayed")).isEqualTo("true");
      assertThat(again.text("passwordState")).isEmpty();
    }

    @Test
    void withAnotherPasswordIsAnotherMutation(Gateway gateway) {
      var key = ALostAnswer.key();
      assertThat(reset(ADELE, GOOD).keyed(key).sendAs(ADMIN, gateway).types()).isEmpty();

      assertThat(
        reset(ADELE, GOOD + "x")
          .keyed(key)
          .sendAs(ADMIN, gateway)
          .types()
      ).containsExactly("IdempotencyKeyReusedError");
      assertThat(reset(ADELE).keyed(key).sendAs(ADMIN, gateway).types()).containsExactly("IdempotencyKeyReusedError");
    }
  }
}
