package dev.authmethods.gateway.phone;

import static dev.authmethods.gateway.fixtures.PhoneMutation.add;
import static dev.authmethods.gateway.fixtures.PhoneMutation.set;
import static dev.authmethods.gateway.fixtures.PhoneMutation.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.Payload;
import dev.authmethods.gateway.fixtures.PhoneMutation;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Microsoft Graph refuses a number for what it cannot do with it, and sometimes saves it all the same. */
@GatewayTest
class RefusedThoughSometimesSavedTests {

  private static final String ADMIN = "privileged-auth-admin";
  private static final String KIM = "kim@contoso.com";
  private static final String MEGAN = "megan@contoso.com";
  private static final String ADELE = "adele@contoso.com";
  private static final String NUMBER = "+1 2065550123";

  private static void refuse(SandboxControl sandbox, PhoneMutation of, int status, String code, String more) {
    sandbox.fault(
      "{\"match\": {\"method\": \"%s\", \"path\": \"%s\"}, \"times\": 9, \"status\": %d, \"code\": \"%s\"%s}".formatted(
        of.field().startsWith("update") ? "PATCH" : "POST",
        String.valueOf(of.input().get("user")).replaceAll(".*=|@.*", ""),
        status,
        code,
        more
      )
    );
  }

  @Test
  void isATypedRefusalWhenItIsNeverSavedAndIsSentOnce(Gateway gateway, SandboxControl sandbox) {
    var mutations = List.of(
      add(KIM, "MOBILE", NUMBER).keyed("add"),
      update(MEGAN, "MOBILE", NUMBER).keyed("update"),
      set(ADELE, "MOBILE", NUMBER).keyed("set")
    );
    mutations.forEach(each -> refuse(sandbox, each, 409, "phoneNumberNotUnique", ""));
    var answers = mutations
      .stream()
      .map(each -> CompletableFuture.supplyAsync(() -> gateway.as(ADMIN, each)))
      .toList();
    assertThat(answers)
      .extracting(CompletableFuture::join)
      .allSatisfy(payload -> {
        assertThat(payload.types()).containsExactly("SmsSignInRegistrationFailedError");
        assertThat(payload.error("smsSignInState")).isEqualTo("PHONE_NUMBER_NOT_UNIQUE");
        assertThat(payload.error("retryable")).isEqualTo("false");
      });
    assertThat(mutations).allSatisfy(each -> {
      var again = gateway.as(ADMIN, each);
      assertThat(again.types()).containsExactly("SmsSignInRegistrationFailedError");
      assertThat(again.text("replayed")).isEqualTo("true");
    });
    assertThat(sandbox.writes()).hasSize(3);
  }

  @Test
  void isOneForTheOtherReasonToo(Gateway gateway, SandboxControl sandbox) {
    var adding = add(KIM, "MOBILE", NUMBER);
    refuse(sandbox, adding, 405, "disabledByPolicy", "");
    var payload = gateway.as(ADMIN, adding);
    assertThat(payload.types()).containsExactly("SmsSignInRegistrationFailedError");
    assertThat(payload.error("smsSignInState")).isEqualTo("NOT_ALLOWED_BY_POLICY");
    assertThat(sandbox.writes()).hasSize(1);
  }

  @Test
  void isASuccessWhenItIsSeenLater(Gateway gateway, SandboxControl sandbox) {
    var adding = add(KIM, "MOBILE", NUMBER);
    refuse(sandbox, adding, 409, "phoneNumberNotUnique", ", \"lateMs\": 1000");
    assertSaved(gateway.as(ADMIN, adding));
    assertThat(sandbox.writes()).hasSize(1);
  }

  @Test
  void isASuccessWithEveryStatus(Gateway gateway, SandboxControl sandbox) {
    var adding = add(KIM, "MOBILE", NUMBER);
    refuse(sandbox, adding, 400, "disabledByPolicy", ", \"apply\": true");
    assertSaved(gateway.as(ADMIN, adding));
  }

  private static void assertSaved(Payload payload) {
    assertThat(payload.types()).isEmpty();
    assertThat(payload.phone("phoneNumber")).isEqualTo(NUMBER);
    assertThat(payload.text("confirmation")).isEqualTo("READ_BACK");
  }

  @Test
  void isATypedRefusalAtOnceWhereNothingIsEverSaved(Gateway gateway, SandboxControl sandbox) {
    var adding = add(KIM, "MOBILE", NUMBER);
    refuse(sandbox, adding, 409, "conflict", "");
    var payload = gateway.as(ADMIN, adding);
    assertThat(payload.types()).containsExactly("UpstreamRefusedError");
    assertThat(payload.error("upstreamCode")).isEqualTo("conflict");
    assertThat(sandbox.writes()).hasSize(1);
  }
}
