package dev.authmethods.gateway.email;

import static dev.authmethods.gateway.email.EmailMutation.address;
import static dev.authmethods.gateway.email.EmailMutation.delete;
import static dev.authmethods.gateway.email.EmailMutation.set;
import static dev.authmethods.gateway.email.EmailMutation.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.SandboxControl;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@GatewayTest
class ChangeEmailMethodTests {

  private static final String ADMIN = "privileged-auth-admin";
  private static final String ADELE = "adele@contoso.com";
  private static final String MIRIAM = "miriam@contoso.com";

  /** What somebody else does after the write, and before the gateway looks. */
  private static final String CHANGED_MEANWHILE = """
  "meanwhile": {"when": "after", "method": "PATCH", "body": {"emailAddress": "third@example.com"}, "path":
    "/users/10000000-0000-4000-8000-000000000023/authentication/emailMethods/3ddfcfc8-9383-446f-83cc-3ab9be4be18f"}
  """;

  @Nested
  class Setting {

    @Test
    void addsWhereThereIsNone(Gateway gateway, SandboxControl sandbox) {
      var payload = set(ADELE, "adele@example.com").sendAs(ADMIN, gateway);
      assertThat(payload.types()).isEmpty();
      assertThat(payload.text("emailEffect")).isEqualTo("ADDED");
      assertThat(StoredEmails.of(sandbox, ADELE)).containsExactly("adele@example.com");
    }

    @Test
    void updatesWhereThereIsAnother(Gateway gateway, SandboxControl sandbox) {
      var payload = set(MIRIAM, "other@example.com").sendAs(ADMIN, gateway);
      assertThat(payload.text("emailEffect")).isEqualTo("UPDATED");
      assertThat(address(payload)).isEqualTo("other@example.com");
      assertThat(StoredEmails.of(sandbox, MIRIAM)).containsExactly("other@example.com");
    }

    @Test
    void writesNothingWhereTheAddressIsThere(Gateway gateway, SandboxControl sandbox) {
      var payload = set(MIRIAM, "miriam@example.com").sendAs(ADMIN, gateway);
      assertThat(payload.text("emailEffect")).isEqualTo("UNCHANGED");
      assertThat(sandbox.asked()).noneMatch(call -> call.startsWith("PATCH"));
    }

    @Test
    void isReadBackAfterAFault(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault("{\"match\": {\"method\": \"PATCH\"}, \"status\": 504, \"apply\": true}");
      var payload = set(MIRIAM, "other@example.com").sendAs(ADMIN, gateway);
      assertThat(payload.text("confirmation")).isEqualTo("READ_BACK");
      assertThat(payload.text("emailEffect")).isEqualTo("UPDATED");
    }
  }

  @Nested
  class Updating {

    @Test
    void answersWithTheNewAddress(Gateway gateway, SandboxControl sandbox) {
      var payload = update(MIRIAM, "other@example.com").sendAs(ADMIN, gateway);
      assertThat(payload.types()).isEmpty();
      assertThat(address(payload)).isEqualTo("other@example.com");
      assertThat(StoredEmails.of(sandbox, MIRIAM)).containsExactly("other@example.com");
    }

    @Test
    void needsAnAddressThatIsThere(Gateway gateway) {
      assertThat(update(ADELE, "adele@example.com").sendAs(ADMIN, gateway).types()).containsExactly(
        "EmailMethodNotFoundError"
      );
    }

    @Test
    void tellsThatSomebodyElseChangedIt(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault("{\"match\": {\"method\": \"PATCH\"}, %s}".formatted(CHANGED_MEANWHILE));
      assertThat(update(MIRIAM, "other@example.com").sendAs(ADMIN, gateway).types()).containsExactly(
        "EmailMethodChangedError"
      );
    }

    @Test
    void isUnknownWhenSomebodyElseChangedItAndItMayStillCome(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault("{\"match\": {\"method\": \"PATCH\"}, \"status\": 504, %s}".formatted(CHANGED_MEANWHILE));
      assertThat(update(MIRIAM, "other@example.com").sendAs(ADMIN, gateway).types()).containsExactly(
        "OutcomeUnknownError"
      );
      assertThat(StoredEmails.of(sandbox, MIRIAM)).containsExactly("third@example.com");
    }

    @Test
    void isUnknownWhenNobodyCanTell(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault("{\"match\": {\"method\": \"PATCH\"}, \"times\": 9, \"status\": 204}");
      assertThat(update(MIRIAM, "other@example.com").sendAs(ADMIN, gateway).types()).containsExactly(
        "OutcomeUnknownError"
      );
    }
  }

  @Nested
  class Deleting {

    @Test
    void answersWithTheIdOfTheAddressThatIsGone(Gateway gateway, SandboxControl sandbox) {
      var payload = delete(MIRIAM).sendAs(ADMIN, gateway);
      assertThat(payload.types()).isEmpty();
      assertThat(payload.text("deletedEmailMethodId")).isNotEmpty();
      assertThat(StoredEmails.of(sandbox, MIRIAM)).isEmpty();
    }

    @Test
    void needsAnAddressThatIsThere(Gateway gateway) {
      assertThat(delete(ADELE).sendAs(ADMIN, gateway).types()).containsExactly("EmailMethodNotFoundError");
    }

    @Test
    void isReadBackAfterAFault(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault("{\"match\": {\"method\": \"DELETE\"}, \"status\": 504, \"apply\": true}");
      var payload = delete(MIRIAM).sendAs(ADMIN, gateway);
      assertThat(payload.text("confirmation")).isEqualTo("READ_BACK");
    }
  }
}
