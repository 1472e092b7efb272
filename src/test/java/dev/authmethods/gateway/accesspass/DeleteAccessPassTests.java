package dev.authmethods.gateway.accesspass;

import static dev.authmethods.gateway.accesspass.AccessPassMutation.createPass;
import static dev.authmethods.gateway.accesspass.AccessPassMutation.deletePass;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.SandboxControl;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class DeleteAccessPassTests {

  private static final String ADMIN = "auth-admin";
  private static final String DELIA = "delia@contoso.com";
  private static final String DELIA_ID = "10000000-0000-4000-8000-000000000024";
  private static final String PASSES = "/users/" + DELIA_ID + "/authentication/temporaryAccessPassMethods";

  private static String fault(String effect) {
    return "{\"match\": {\"method\": \"DELETE\", \"path\": \"/temporaryAccessPassMethods\"}, %s}".formatted(effect);
  }

  @Nested
  class APass {

    @ParameterizedTest
    @ValueSource(strings = { DELIA, DELIA_ID })
    void isDeletedByItsUser(String delia, Gateway gateway, SandboxControl sandbox) {
      var id = gateway
        .as(ADMIN, "{ user(by: {userPrincipalName: \"%s\"}) { temporaryAccessPass { id } } }".formatted(DELIA))
        .textAt("/data/user/temporaryAccessPass/id");
      var payload = deletePass(delia).sendAs(ADMIN, gateway);
      assertThat(payload.types()).isEmpty();
      assertThat(payload.text("confirmation")).isEqualTo("UPSTREAM");
      assertThat(payload.text("deletedTemporaryAccessPassId")).isEqualTo(id).isNotEmpty();
      assertThat(StoredPasses.of(sandbox, DELIA)).isEmpty();
    }

    @Test
    void thatIsNotThereIsNotFound(Gateway gateway) {
      var payload = deletePass("adele@contoso.com").sendAs(ADMIN, gateway);
      assertThat(payload.types()).containsExactly("AccessPassNotFoundError");
    }

    @Test
    void isOnlyLookedAtWhenNothingIsToBeWritten(Gateway gateway, SandboxControl sandbox) {
      var payload = deletePass(DELIA).with("validateOnly", true).sendAs(ADMIN, gateway);
      assertThat(payload.types()).isEmpty();
      assertThat(payload.reply().at("/data/payload/deletedTemporaryAccessPassId").isNull()).isTrue();
      assertThat(StoredPasses.of(sandbox, DELIA)).hasSize(1);
    }

    @Test
    void isNotDeletedTwiceByOneKey(Gateway gateway, SandboxControl sandbox) {
      var deletion = deletePass(DELIA).keyed("deleted once");
      var first = deletion.sendAs(ADMIN, gateway);
      createPass(DELIA).sendAs(ADMIN, gateway);
      var again = deletion.sendAs(ADMIN, gateway);
      assertThat(again.text("replayed")).isEqualTo("true");
      assertThat(again.text("deletedTemporaryAccessPassId")).isEqualTo(first.text("deletedTemporaryAccessPassId"));
      assertThat(StoredPasses.of(sandbox, DELIA)).hasSize(1);
    }
  }

  @Nested
  class AfterAFault {

    @Test
    void itsDeletionIsReadBack(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault(fault("\"status\": 504, \"apply\": true"));
      var payload = deletePass(DELIA).sendAs(ADMIN, gateway);
      assertThat(payload.types()).isEmpty();
      assertThat(payload.text("confirmation")).isEqualTo("READ_BACK");
      assertThat(payload.text("deletedTemporaryAccessPassId")).isNotEmpty();
    }

    @Test
    void itIsDeletedAfterALook(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault(fault("\"status\": 503"));
      assertThat(deletePass(DELIA).sendAs(ADMIN, gateway).types()).isEmpty();
      assertThat(StoredPasses.of(sandbox, DELIA)).isEmpty();
    }

    @Test
    void aNewPassOfOthersStays(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault(
        fault(
          "\"meanwhile\": {\"when\": \"before\", \"method\": \"POST\", \"path\": \"%s\", \"body\": {}}".formatted(
            PASSES
          )
        )
      );
      var payload = deletePass(DELIA).sendAs(ADMIN, gateway);
      assertThat(payload.types()).containsExactly("AccessPassChangedError");
      assertThat(StoredPasses.of(sandbox, DELIA)).hasSize(1);
      assertThat(payload.error().at("/currentTemporaryAccessPass/methodId").asString()).isEqualTo(
        StoredPasses.of(sandbox, DELIA).getFirst().path("id").asString()
      );
    }
  }
}
