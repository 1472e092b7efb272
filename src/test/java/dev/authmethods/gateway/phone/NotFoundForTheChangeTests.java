package dev.authmethods.gateway.phone;

import static dev.authmethods.gateway.fixtures.PhoneMutation.add;
import static dev.authmethods.gateway.fixtures.PhoneMutation.delete;
import static dev.authmethods.gateway.fixtures.PhoneMutation.disableSmsSignIn;
import static dev.authmethods.gateway.fixtures.PhoneMutation.enableSmsSignIn;
import static dev.authmethods.gateway.fixtures.PhoneMutation.set;
import static dev.authmethods.gateway.fixtures.PhoneMutation.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.PhoneMutation;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Microsoft Graph answers a write with 404: what is new does not reach all of it at once. */
@GatewayTest
class NotFoundForTheChangeTests {

  private static final String ADMIN = "auth-admin";
  private static final String KIM = "kim@contoso.com";
  private static final String MEGAN = "megan@contoso.com";
  private static final String NUMBER = "+1 2065550123";

  static Stream<PhoneMutation> changes() {
    return Stream.of(
      add(KIM, "MOBILE", NUMBER),
      set(KIM, "MOBILE", NUMBER),
      set(MEGAN, "MOBILE", NUMBER),
      update(MEGAN, "MOBILE", NUMBER),
      delete(MEGAN, "MOBILE"),
      enableSmsSignIn("patti@contoso.com"),
      disableSmsSignIn("lee@contoso.com")
    );
  }

  private static void writesAreNotFound(SandboxControl sandbox) {
    for (var method : new String[] { "POST", "PATCH", "DELETE" }) {
      sandbox.fault(
        "{\"match\": {\"method\": \"%s\", \"path\": \"/phoneMethods\"}, \"status\": 404, \"code\": \"resourceNotFound\"}".formatted(
          method
        )
      );
    }
  }

  @ParameterizedTest
  @MethodSource("changes")
  void canBeTriedAgainWhileTheUserCanBeRead(PhoneMutation change, Gateway gateway, SandboxControl sandbox) {
    writesAreNotFound(sandbox);
    var keyed = change.keyed("late " + change.input());
    var payload = gateway.as(ADMIN, keyed);
    assertThat(payload.types()).containsExactly("UserNotReadyError");
    assertThat(payload.error("retryable")).isEqualTo("true");
    assertThat(payload.error().path("retryAfterSeconds").asDouble(0)).isPositive();
    assertThat(payload.error("message")).contains("New users").doesNotContain("did not answer");
    assertThat(sandbox.ledger()).isEmpty();
    sandbox.call("DELETE", "/faults", "");
    var again = gateway.as(ADMIN, keyed);
    assertThat(again.types()).isEmpty();
    assertThat(again.text("replayed")).isEqualTo("false");
  }

  @ParameterizedTest
  @ValueSource(ints = { 403, 404 })
  void isAnUnknownUserWhoCannotBeReadEither(int status, Gateway gateway, SandboxControl sandbox) {
    writesAreNotFound(sandbox);
    sandbox.fault(
      "{\"match\": {\"method\": \"GET\", \"path\": \"/phoneMethods\"}, \"status\": %d, \"times\": 9}".formatted(status)
    );
    assertThat(gateway.as(ADMIN, add(KIM, "MOBILE", NUMBER)).types()).containsExactly("UserNotFoundError");
  }

  @Test
  void canBeTriedAgainWhenItCannotBeSeenWhetherThereIsTheUser(Gateway gateway, SandboxControl sandbox) {
    writesAreNotFound(sandbox);
    sandbox.fault("{\"match\": {\"method\": \"GET\", \"path\": \"/phoneMethods\"}, \"status\": 503, \"times\": 9}");
    assertThat(gateway.as(ADMIN, add(KIM, "MOBILE", NUMBER)).error("retryable")).isEqualTo("true");
  }

  @Test
  void isAnUnknownPhoneWhenItIsNotThereAnyMore(Gateway gateway, SandboxControl sandbox) {
    sandbox.fault(
      """
      {"match": {"method": "PATCH"}, "meanwhile": {"when": "before", "method": "DELETE",
       "path": "/users/%s/authentication/phoneMethods/3179e48a-750b-4051-897c-87b9720928f7"}}
      """.formatted(MEGAN)
    );
    assertThat(gateway.as(ADMIN, update(MEGAN, "MOBILE", NUMBER)).types()).containsExactly("PhoneMethodNotFoundError");
  }
}
