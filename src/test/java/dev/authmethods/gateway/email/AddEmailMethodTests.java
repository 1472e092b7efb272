package dev.authmethods.gateway.email;

import static dev.authmethods.gateway.email.EmailMutation.add;
import static dev.authmethods.gateway.email.EmailMutation.address;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.SandboxControl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class AddEmailMethodTests {

  private static final String ADMIN = "privileged-auth-admin";
  private static final String ADELE = "adele@contoso.com";
  private static final String ADELE_ID = "10000000-0000-4000-8000-000000000002";
  private static final String MIRIAM = "miriam@contoso.com";

  @Nested
  class ARightOne {

    @ParameterizedTest
    @ValueSource(strings = { ADELE, ADELE_ID })
    void isAddedAndShownUnderItsFixedId(String adele, Gateway gateway, SandboxControl sandbox) {
      var payload = add(adele, "Adele.Vance@example.com").sendAs(ADMIN, gateway);
      assertThat(payload.types()).isEmpty();
      assertThat(payload.text("confirmation")).isEqualTo("UPSTREAM");
      assertThat(address(payload)).isEqualTo("Adele.Vance@example.com");
      assertThat(payload.text("emailMethod/methodId")).isEqualTo("3ddfcfc8-9383-446f-83cc-3ab9be4be18f");
      assertThat(StoredEmails.of(sandbox, ADELE)).containsExactly("Adele.Vance@example.com");
    }

    @Test
    void costsOneCall(Gateway gateway, SandboxControl sandbox) {
      add(ADELE_ID, "adele@example.com").sendAs(ADMIN, gateway);
      assertThat(sandbox.asked()).singleElement().asString().startsWith("POST ");
    }

    @Test
    void isOnlyCheckedWhenNothingIsToBeWritten(Gateway gateway, SandboxControl sandbox) {
      assertThat(add(ADELE, "adele@example.com").with("validateOnly", true).sendAs(ADMIN, gateway).types()).isEmpty();
      assertThat(StoredEmails.of(sandbox, ADELE)).isEmpty();
    }
  }

  @Nested
  class ASecondOne {

    @Test
    void isRefusedAndTheExistingOneShown(Gateway gateway, SandboxControl sandbox) {
      var payload = add(MIRIAM, "other@example.com").sendAs(ADMIN, gateway);
      assertThat(payload.types()).containsExactly("EmailMethodAlreadyRegisteredError");
      assertThat(payload.error("sameAddress")).isEqualTo("false");
      assertThat(payload.error().at("/existingEmailMethod/emailAddress").asString()).isEqualTo("miriam@example.com");
      assertThat(StoredEmails.of(sandbox, MIRIAM)).containsExactly("miriam@example.com");
    }

    @Test
    void isTheSameInUpperAndLowerCase(Gateway gateway) {
      var payload = add(MIRIAM, "MIRIAM@example.com").sendAs(ADMIN, gateway);
      assertThat(payload.error("sameAddress")).isEqualTo("true");
    }
  }

  @Nested
  class AfterTheOneInTheWayIsDeleted {

    @BeforeEach
    void anotherAdministratorDeletesItOnceItHasBeenInTheWay(SandboxControl sandbox) {
      var path = "/users/" + MIRIAM + "/authentication/emailMethods/3ddfcfc8-9383-446f-83cc-3ab9be4be18f";
      sandbox.fault(
        """
        {"match": {"method": "POST", "path": "/emailMethods"},
          "meanwhile": {"when": "after", "method": "DELETE", "path": "%s"}}""".formatted(path)
      );
    }

    @Test
    void itIsAdded(Gateway gateway, SandboxControl sandbox) {
      assertThat(add(MIRIAM, "other@example.com").sendAs(ADMIN, gateway).types()).isEmpty();
      assertThat(StoredEmails.of(sandbox, MIRIAM)).containsExactly("other@example.com");
    }

    @Test
    void itIsSentAgainOnceAndAfterALook(Gateway gateway, SandboxControl sandbox) {
      add(MIRIAM, "other@example.com").sendAs(ADMIN, gateway);
      var asked = sandbox
        .asked()
        .stream()
        .filter(call -> call.endsWith("/emailMethods"))
        .map(call -> call.replaceFirst(" .*", ""));
      assertThat(asked).containsExactly("POST", "GET", "POST");
    }
  }

  @Nested
  class AWrongOne {

    @ParameterizedTest
    @CsvSource({
      "kim.example.com, MISSING_AT",
      "kim@home@example.com, MISSING_AT",
      "kim akers@example.com, INVALID_LOCAL_PART",
      "kim@localhost, INVALID_DOMAIN",
    })
    void isRefusedWithoutACall(String address, String reason, Gateway gateway, SandboxControl sandbox) {
      var payload = add(ADELE, address).sendAs(ADMIN, gateway);
      assertThat(payload.types()).containsExactly("InvalidEmailAddressError");
      assertThat(payload.error("emailAddressReason")).isEqualTo(reason);
      assertThat(payload.error("message")).doesNotContain(address);
      assertThat(sandbox.asked()).isEmpty();
    }

    @Test
    void isRefusedByMicrosoftWhereOnlyMicrosoftKnows(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault("{\"match\": {\"method\": \"POST\", \"path\": \"/emailMethods\"}, \"times\": 2, \"status\": 400}");
      var payload = add(ADELE, "adele@example.com").sendAs(ADMIN, gateway);
      assertThat(payload.types()).hasSize(1);
      assertThat(StoredEmails.of(sandbox, ADELE)).isEmpty();
    }
  }

  @Nested
  class TheCaller {

    @Test
    void cannotAddOneToTheirOwnAccount(Gateway gateway, SandboxControl sandbox) {
      var payload = add("parker@contoso.com", "me@example.com").sendAs(ADMIN, gateway);
      assertThat(payload.errors()).hasSize(1);
      assertThat(StoredEmails.of(sandbox, ADELE)).isEmpty();
    }

    @Test
    void needsARole(Gateway gateway) {
      var payload = add(ADELE, "adele@example.com").sendAs("global-reader", gateway);
      assertThat(payload.types()).containsExactly("PermissionDeniedError");
    }
  }

  @Nested
  class AfterAFault {

    @Test
    void itIsReadBack(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault(
        "{\"match\": {\"method\": \"POST\", \"path\": \"/emailMethods\"}, \"status\": 504, \"apply\": true}"
      );
      var payload = add(ADELE, "adele@example.com").sendAs(ADMIN, gateway);
      assertThat(payload.types()).isEmpty();
      assertThat(payload.text("confirmation")).isEqualTo("READ_BACK");
      assertThat(StoredEmails.of(sandbox, ADELE)).containsExactly("adele@example.com");
    }
  }

  @Test
  void aKeyRepeatsTheResultWithTheAddressMasked(Gateway gateway, SandboxControl sandbox) {
    var keyed = add(ADELE, "adele@example.com").with("idempotencyKey", "add-adele");
    keyed.sendAs(ADMIN, gateway);
    var repeated = keyed.sendAs(ADMIN, gateway);
    assertThat(repeated.text("replayed")).isEqualTo("true");
    assertThat(address(repeated)).isEqualTo("a***@example.com");
    assertThat(StoredEmails.of(sandbox, ADELE)).containsExactly("adele@example.com");
  }
}
