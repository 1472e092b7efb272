package dev.authmethods.gateway.password;

import static dev.authmethods.gateway.password.PasswordMutation.reset;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.change.ChangeInput;
import dev.authmethods.gateway.fixtures.CapturesLog;
import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.RedisServer;
import dev.authmethods.gateway.fixtures.SandboxControl;
import dev.authmethods.gateway.method.UserRef;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;

/** A password is in the one answer that shows it, and nowhere else. */
@GatewayTest
@CapturesLog
class PasswordsStaySecretTests {

  private static final String ADMIN = "privileged-auth-admin";
  private static final String ADELE = "10000000-0000-4000-8000-000000000002";
  private static final String GIVEN = "Very-Secret-4711";

  @ParameterizedTest
  @ValueSource(
    strings = {
      "\"status\":400,\"code\":\"badRequest\"",
      "\"status\":504",
      "\"drop\":true,\"apply\":true",
      "\"status\":429,\"times\":9",
      "\"status\":202,\"body\":\"<html>\"",
      "\"status\":401,\"times\":9",
    }
  )
  void aGivenPasswordIsNeitherAnsweredNorLogged(
    String fault,
    Gateway gateway,
    SandboxControl sandbox,
    CapturedOutput log
  ) {
    sandbox.fault("{\"match\":{\"path\":\"/resetPassword\"}," + fault + "}");

    var reply = reset(ADELE, GIVEN).with("waitSeconds", 0).keyed(UUID.randomUUID().toString()).sendAs(ADMIN, gateway);

    assertThat(reply.reply().text()).doesNotContain(GIVEN);
    assertThat(log.getAll()).doesNotContain(GIVEN);
    assertThat(meters(gateway)).doesNotContain(GIVEN);
  }

  @Test
  void aGeneratedPasswordIsNotLogged(Gateway gateway, CapturedOutput log) {
    var password = reset(ADELE).sendAs(ADMIN, gateway).text("generatedPassword");

    assertThat(password).isNotEmpty();
    assertThat(log.getAll()).doesNotContain(password);
    assertThat(meters(gateway)).doesNotContain(password);
  }

  @Test
  void aPasswordOfTheWrongTypeIsNotRepeated(Gateway gateway, CapturedOutput log) {
    var inDocument = gateway.as(
      ADMIN,
      "mutation { resetPassword(input: { user: { objectId: \"" +
        ADELE +
        "\" }, newPassword: 471147114711 }) { errors { __typename } } }"
    );
    var inVariables = new PasswordMutation(reset(ADELE).with("newPassword", 471147114711L).input()).sendAs(
      ADMIN,
      gateway
    );

    assertThat(inDocument.text()).doesNotContain("471147114711");
    assertThat(inVariables.reply().text()).doesNotContain("471147114711");
    assertThat(log.getAll()).doesNotContain("471147114711");
  }

  @Test
  void noTextOfAnObjectShowsIt() {
    var input = new ResetPassword.Input(new UserRef(null, null, null), GIVEN, 0, false, null, null);
    ChangeInput asInput = input;

    assertThat(asInput.toString()).doesNotContain(GIVEN);
    assertThat(new NewPassword(GIVEN)).asString().doesNotContain(GIVEN);
  }

  @Test
  void noKeyKeepsIt(SandboxControl sandbox) {
    try (
      var redis = RedisServer.start();
      var gateway = Gateway.start(sandbox, redis.settings("a secret that is long enough for a gateway"))
    ) {
      var given = reset(ADELE, GIVEN).keyed(UUID.randomUUID().toString()).sendAs(ADMIN, gateway);
      var made = reset("10000000-0000-4000-8000-000000000001")
        .keyed(UUID.randomUUID().toString())
        .sendAs(ADMIN, gateway);

      assertThat(given.types()).isEmpty();
      assertThat(redis.content()).isNotEmpty().doesNotContain(GIVEN).doesNotContain(made.text("generatedPassword"));
    }
  }

  private static String meters(Gateway gateway) {
    return gateway
      .bean(MeterRegistry.class)
      .getMeters()
      .stream()
      .map(meter -> meter.getId().toString())
      .toList()
      .toString();
  }
}
