package dev.authmethods.gateway.phone;

import static dev.authmethods.gateway.fixtures.PhoneMutation.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.SandboxControl;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@GatewayTest
class SetPhoneMethodTests {

  private static final String ADMIN = "auth-admin";
  private static final String PRIVILEGED = "privileged-auth-admin";
  private static final String KIM = "kim@contoso.com";
  private static final String MEGAN = "megan@contoso.com";
  private static final String NUMBER = "+1 2065550123";

  @Nested
  class AddsWhatIsNotThere {

    @Test
    void andSaysSo(Gateway gateway) {
      var payload = gateway.as(ADMIN, set(KIM, "MOBILE", NUMBER));
      assertThat(payload.errors()).isEmpty();
      assertThat(payload.text("effect")).isEqualTo("ADDED");
      assertThat(payload.text("confirmation")).isEqualTo("UPSTREAM");
      assertThat(gateway.phonesOf(KIM)).containsEntry("MOBILE", NUMBER);
    }

    @Test
    void aMobilePhoneBeforeAnAlternateOne(Gateway gateway) {
      assertThat(gateway.as(ADMIN, set(KIM, "ALTERNATE_MOBILE", NUMBER)).types()).containsExactly(
        "MobilePhoneRequiredError"
      );
    }
  }

  @Nested
  class UpdatesWhatIsOtherwise {

    @Test
    void andSaysSo(Gateway gateway) {
      var payload = gateway.as(PRIVILEGED, set(MEGAN, "MOBILE", NUMBER));
      assertThat(payload.text("effect")).isEqualTo("UPDATED");
      assertThat(payload.phone("phoneNumber")).isEqualTo(NUMBER);
    }

    @Test
    void alsoWhatCannotBeSeenWhole(Gateway gateway) {
      var payload = gateway.as(ADMIN, set(MEGAN, "MOBILE", "+1 2065550101"));
      assertThat(payload.text("effect")).isEqualTo("UPDATED");
    }
  }

  @Nested
  class LeavesWhatIsThere {

    @Test
    void andSaysSo(Gateway gateway, SandboxControl sandbox) {
      var payload = gateway.as(PRIVILEGED, set(MEGAN, "MOBILE", "+1 2065550101"));
      assertThat(payload.errors()).isEmpty();
      assertThat(payload.text("effect")).isEqualTo("UNCHANGED");
      assertThat(payload.text("confirmation")).isEqualTo("READ_BACK");
      assertThat(payload.phone("phoneNumber")).isEqualTo("+1 2065550101");
      assertThat(sandbox.writes()).isEmpty();
    }
  }

  /** Somebody else is quicker, and nothing of this was done. */
  @Nested
  class DecidesAgain {

    private static final String MOBILE = "3179e48a-750b-4051-897c-87b9720928f7";
    private static final String PHONES = "/users/%s/authentication/phoneMethods";

    private void meanwhile(SandboxControl sandbox, String method, String change) {
      sandbox.fault(
        "{\"match\":{\"method\":\"%s\",\"path\":\"/phoneMethods\"},\"meanwhile\":{\"when\":\"before\",%s}}".formatted(
          method,
          change
        )
      );
    }

    private void isAddedMeanwhile(SandboxControl sandbox, String user, String number) {
      var body = "{\"phoneNumber\":\"%s\",\"phoneType\":\"mobile\"}".formatted(number);
      meanwhile(
        sandbox,
        "POST",
        "\"method\":\"POST\",\"path\":\"%s\",\"body\":%s".formatted(PHONES.formatted(user), body)
      );
    }

    private void isDeletedMeanwhile(SandboxControl sandbox, String user) {
      var path = PHONES.formatted(user) + "/" + MOBILE;
      meanwhile(sandbox, "PATCH", "\"method\":\"DELETE\",\"path\":\"%s\"".formatted(path));
    }

    @Test
    void andUpdatesWhatWasAddedMeanwhile(Gateway gateway, SandboxControl sandbox) {
      isAddedMeanwhile(sandbox, KIM, "+1 2065550177");
      var payload = gateway.as(PRIVILEGED, set(KIM, "MOBILE", NUMBER).keyed("anew"));
      assertThat(payload.types()).isEmpty();
      assertThat(payload.text("effect")).isEqualTo("UPDATED");
      assertThat(gateway.phonesOf(KIM)).containsEntry("MOBILE", NUMBER);
      assertThat(gateway.as(PRIVILEGED, set(KIM, "MOBILE", NUMBER).keyed("anew")).text("replayed")).isEqualTo("true");
    }

    @Test
    void andLeavesWhatWasAddedMeanwhileWhenItIsTheSame(Gateway gateway, SandboxControl sandbox) {
      isAddedMeanwhile(sandbox, KIM, NUMBER);
      var payload = gateway.as(PRIVILEGED, set(KIM, "MOBILE", NUMBER));
      assertThat(payload.text("effect")).isEqualTo("UNCHANGED");
      assertThat(sandbox.writes()).hasSize(1);
    }

    @Test
    void andAddsWhatWasDeletedMeanwhile(Gateway gateway, SandboxControl sandbox) {
      isDeletedMeanwhile(sandbox, MEGAN);
      var payload = gateway.as(PRIVILEGED, set(MEGAN, "MOBILE", NUMBER));
      assertThat(payload.text("effect")).isEqualTo("ADDED");
      assertThat(gateway.phonesOf(MEGAN)).containsEntry("MOBILE", NUMBER);
    }

    @Test
    void andSeesTheSecondWriteThrough(Gateway gateway, SandboxControl sandbox) {
      isAddedMeanwhile(sandbox, KIM, "+1 2065550177");
      sandbox.fault("{\"match\":{\"method\":\"PATCH\"},\"status\":504,\"apply\":true}");
      sandbox.fault(
        "{\"match\":{\"method\":\"GET\",\"path\":\"/phoneMethods\"},\"skip\":2,\"times\":9,\"status\":403}"
      );
      var setting = set(KIM, "MOBILE", NUMBER).keyed("second");
      assertThat(gateway.as(PRIVILEGED, setting).types()).containsExactly("OutcomeUnknownError");
      sandbox.call("DELETE", "/faults", "");
      var payload = gateway.as(PRIVILEGED, setting);
      assertThat(payload.types()).isEmpty();
      assertThat(payload.text("effect")).isEqualTo("UPDATED");
      assertThat(payload.text("replayed")).isEqualTo("true");
    }

    @Test
    void andDoesNotTouchTheOthersWhereItsOwnMayYetCome(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault(
        """
        {"match":{"method":"POST","path":"/phoneMethods"},"status":504,"meanwhile":{"when":"after","method":"POST",
         "path":"%s","body":{"phoneNumber":"+1 2065550177","phoneType":"mobile"}}}
        """.formatted(PHONES.formatted(KIM))
      );
      var payload = gateway.as(PRIVILEGED, set(KIM, "MOBILE", NUMBER));
      assertThat(payload.types()).containsExactly("OutcomeUnknownError");
      assertThat(sandbox.writes()).hasSize(1);
      assertThat(gateway.phonesOf(KIM)).containsEntry("MOBILE", "+1 2065550177");
    }
  }

  @Nested
  class IsSeenThrough {

    @Test
    void whenItWasAddedAndNotAnswered(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault("{\"match\":{\"method\":\"POST\",\"path\":\"/phoneMethods\"},\"status\":504,\"apply\":true}");
      var payload = gateway.as(PRIVILEGED, set(KIM, "MOBILE", NUMBER));
      assertThat(payload.text("effect")).isEqualTo("ADDED");
      assertThat(payload.text("confirmation")).isEqualTo("READ_BACK");
    }

    @Test
    void alsoByALaterRequest(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault("{\"match\":{\"method\":\"POST\",\"path\":\"/phoneMethods\"},\"status\":504,\"apply\":true}");
      sandbox.fault(
        "{\"match\":{\"method\":\"GET\",\"path\":\"/phoneMethods\"},\"skip\":1,\"times\":9,\"status\":403}"
      );
      var setting = set(KIM, "MOBILE", NUMBER).keyed("set later");
      assertThat(gateway.as(PRIVILEGED, setting).types()).containsExactly("OutcomeUnknownError");
      sandbox.call("DELETE", "/faults", "");
      var payload = gateway.as(PRIVILEGED, setting);
      assertThat(payload.errors()).isEmpty();
      assertThat(payload.text("effect")).isEqualTo("ADDED");
      assertThat(payload.text("replayed")).isEqualTo("true");
      assertThat(sandbox.ledger()).hasSize(1);
    }
  }

  @Test
  void writesNothingWhenItIsOnlyValidated(Gateway gateway, SandboxControl sandbox) {
    assertThat(gateway.as(ADMIN, set(MEGAN, "MOBILE", NUMBER).validateOnly()).errors()).isEmpty();
    assertThat(gateway.as(ADMIN, set(KIM, "ALTERNATE_MOBILE", NUMBER).validateOnly()).types()).containsExactly(
      "MobilePhoneRequiredError"
    );
    assertThat(sandbox.writes()).isEmpty();
  }
}
