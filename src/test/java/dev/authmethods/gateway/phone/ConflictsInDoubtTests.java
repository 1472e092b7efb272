package dev.authmethods.gateway.phone;

import static dev.authmethods.gateway.fixtures.PhoneMutation.add;
import static dev.authmethods.gateway.fixtures.PhoneMutation.delete;
import static dev.authmethods.gateway.fixtures.PhoneMutation.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.PhoneMutation;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Somebody else changes a phone at the same time: that is told only when nothing of the mutation can come after it. */
@GatewayTest("gateway.idempotency.in-doubt=4s")
class ConflictsInDoubtTests {

  private static final String ADMIN = "privileged-auth-admin";
  private static final String KIM = "10000000-0000-4000-8000-000000000001";
  private static final String MEGAN = "10000000-0000-4000-8000-000000000011";
  private static final String MOBILE = "3179e48a-750b-4051-897c-87b9720928f7";
  private static final String NUMBER = "+1 2065550123";
  private static final String OTHER = "+1 2065550177";

  /** Not answered, and carried out when the gateway has long answered. */
  private static final String LATE = "\"status\":503,\"lateMs\":3000";

  private final Gateway gateway;
  private final SandboxControl sandbox;

  ConflictsInDoubtTests(Gateway gateway, SandboxControl sandbox) {
    this.gateway = gateway;
    this.sandbox = sandbox;
  }

  private void fault(String method, String what) {
    sandbox.fault("{\"match\":{\"method\":\"%s\",\"path\":\"/phoneMethods\"},%s}".formatted(method, what));
  }

  /** Before the gateway looks for the second time, which is after the write. */
  private void isChangedBeforeTheLook() {
    fault("GET", "\"skip\":1," + changedByAnother("before"));
  }

  private static String changedByAnother(String when) {
    return "\"meanwhile\":{\"when\":\"%s\",\"method\":\"PATCH\",\"path\":\"%s/%s\",\"body\":%s}".formatted(
      when,
      phones(MEGAN),
      MOBILE,
      body()
    );
  }

  private static String addedByAnother() {
    return "\"meanwhile\":{\"when\":\"after\",\"method\":\"POST\",\"path\":\"%s\",\"body\":%s}".formatted(
      phones(KIM),
      body()
    );
  }

  private static String phones(String user) {
    return "/users/%s/authentication/phoneMethods".formatted(user);
  }

  private static String body() {
    return "{\"phoneNumber\":\"%s\",\"phoneType\":\"mobile\"}".formatted(OTHER);
  }

  private List<String> told(PhoneMutation mutation) {
    return gateway.as(ADMIN, mutation).types();
  }

  private void changesAre(int number) {
    await().until(() -> sandbox.ledger().size() == number);
  }

  @Nested
  class AreNotTold {

    @Test
    void whenTheWriteStillOverwritesWhatTheOtherDid() {
      fault("PATCH", LATE);
      isChangedBeforeTheLook();
      var updating = update(MEGAN, "MOBILE", NUMBER).keyed("late update");
      assertThat(told(updating)).containsExactly("OutcomeUnknownError");
      assertThat(told(updating)).containsExactly("OutcomeUnknownError");
      assertThat(gateway.phonesOf(MEGAN)).containsEntry("MOBILE", OTHER);
      changesAre(2);
      assertThat(gateway.phonesOf(MEGAN)).containsEntry("MOBILE", NUMBER);
      var payload = gateway.as(ADMIN, updating);
      assertThat(payload.errors()).isEmpty();
      assertThat(payload.text("confirmation")).isEqualTo("READ_BACK");
      assertThat(sandbox.writes()).hasSize(1);
    }

    @Test
    void whenTheFirstWriteStillOverwritesItThoughTheSecondWasConfirmed() {
      fault("PATCH", LATE + ",\"retryAfter\":0");
      fault("PATCH", changedByAnother("after"));
      assertThat(told(update(MEGAN, "MOBILE", NUMBER))).containsExactly("OutcomeUnknownError");
      assertThat(gateway.phonesOf(MEGAN)).containsEntry("MOBILE", OTHER);
      changesAre(3);
      assertThat(gateway.phonesOf(MEGAN)).containsEntry("MOBILE", NUMBER);
    }

    @Test
    void whenTheDeletionStillComes() {
      fault("DELETE", LATE);
      isChangedBeforeTheLook();
      var deleting = delete(MEGAN, "MOBILE").keyed("late deletion");
      assertThat(told(deleting)).containsExactly("OutcomeUnknownError");
      assertThat(gateway.phonesOf(MEGAN)).containsEntry("MOBILE", OTHER);
      changesAre(2);
      assertThat(gateway.phonesOf(MEGAN)).isEmpty();
      assertThat(told(deleting)).isEmpty();
      assertThat(sandbox.writes()).hasSize(1);
    }

    @Test
    void whenTheAdditionCouldStillComeOnceTheOthersPhoneIsGone() {
      fault("POST", "\"status\":504," + addedByAnother());
      assertThat(told(add(KIM, "MOBILE", NUMBER))).containsExactly("OutcomeUnknownError");
    }
  }

  @Nested
  class AreTold {

    @Test
    void onceTheWriteCannotComeAnyMore() {
      fault("PATCH", "\"status\":503," + changedByAnother("after"));
      var updating = update(MEGAN, "MOBILE", NUMBER).keyed("never made");
      assertThat(told(updating)).containsExactly("OutcomeUnknownError");
      await().until(() -> told(updating), types -> !types.contains("OutcomeUnknownError"));
      assertThat(told(updating)).containsExactly("PhoneMethodChangedError");
      assertThat(gateway.phonesOf(MEGAN)).containsEntry("MOBILE", OTHER);
      assertThat(sandbox.writes()).hasSize(1);
    }

    @Test
    void asRegisteredOnceTheAdditionCannotComeAnyMore() {
      fault("POST", "\"status\":504," + addedByAnother());
      var adding = add(KIM, "MOBILE", NUMBER).keyed("never added");
      await().until(() -> told(adding), types -> !types.contains("OutcomeUnknownError"));
      assertThat(told(adding)).containsExactly("PhoneTypeAlreadyRegisteredError");
      assertThat(sandbox.writes()).hasSize(1);
    }

    @Test
    void atOnceAndAgainWhenTheWriteWasConfirmed() {
      fault("PATCH", changedByAnother("after"));
      var updating = update(MEGAN, "MOBILE", NUMBER).keyed("overwritten");
      assertThat(told(updating)).containsExactly("PhoneMethodChangedError");
      assertThat(told(updating)).containsExactly("PhoneMethodChangedError");
      assertThat(sandbox.writes()).hasSize(1);
    }

    @Test
    void atOnceAndAgainWhenTheDeletionWasRefused() {
      fault("DELETE", "\"status\":409,\"code\":\"conflict\"," + changedByAnother("after"));
      var deleting = delete(MEGAN, "MOBILE").keyed("refused");
      assertThat(told(deleting)).containsExactly("PhoneMethodChangedError");
      assertThat(told(deleting)).containsExactly("PhoneMethodChangedError");
      assertThat(sandbox.writes()).hasSize(1);
    }
  }
}
