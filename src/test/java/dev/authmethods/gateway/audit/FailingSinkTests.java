package dev.authmethods.gateway.audit;

import static dev.authmethods.gateway.fixtures.PhoneMutation.add;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.authmethods.gateway.fixtures.CapturesLog;
import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.Payload;
import dev.authmethods.gateway.fixtures.PhoneMutation;
import dev.authmethods.gateway.fixtures.SandboxControl;
import dev.authmethods.gateway.settings.UnusableSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;

/** An audit trail that cannot be written stops every write where it is required, and is told to operators everywhere. */
@GatewayTest
@CapturesLog
class FailingSinkTests {

  private static final String ADMIN = "privileged-auth-admin";
  private static final String KIM = "kim@contoso.com";
  private static final String NUMBER = "+1 2065550123";

  private final SandboxControl sandbox;

  @TempDir
  Path folder;

  FailingSinkTests(SandboxControl sandbox) {
    this.sandbox = sandbox;
  }

  private Path file() {
    return folder.resolve("audit.jsonl");
  }

  private Path moved() {
    return folder.resolve("audit.jsonl.1");
  }

  private Gateway start(boolean required) {
    return Gateway.start(
      sandbox,
      "gateway.audit.sink=file",
      "gateway.audit.file=" + file(),
      "gateway.audit.key=" + AuditFile.KEY,
      "gateway.audit.required=" + required
    );
  }

  /** A directory in the place of the file. */
  private void obstruct() throws IOException {
    Files.move(file(), moved());
    Files.createDirectory(file());
  }

  private static int health(Gateway gateway) {
    return gateway.send(gateway.to("/actuator/health/audit").GET()).status();
  }

  private static double failures(Gateway gateway) {
    return gateway.bean(MeterRegistry.class).get("gateway.audit.failures").counter().count();
  }

  private static Payload change(Gateway gateway, PhoneMutation mutation) {
    return gateway.as(ADMIN, mutation);
  }

  /** Each is a change of something else: the outcome of none depends on another. */
  private static PhoneMutation anyChange() {
    return PhoneMutation.revokeSignInSessions("megan@contoso.com");
  }

  @Test
  void stopsWritesWhereItIsRequiredUntilItCanBeWrittenAgain(CapturedOutput log) throws IOException {
    try (var gateway = start(true)) {
      obstruct();
      await().until(() -> !change(gateway, anyChange()).types().isEmpty());
      sandbox.clearLedger();

      var keyed = add(KIM, "MOBILE", NUMBER).keyed(UUID.randomUUID().toString());
      assertThat(change(gateway, keyed).types()).containsExactly("GatewayConfigurationError");
      assertThat(change(gateway, anyChange()).types()).containsExactly("GatewayConfigurationError");
      assertThat(sandbox.ledger()).isEmpty();
      assertThat(sandbox.phones(KIM)).isEmpty();
      assertThat(health(gateway)).isEqualTo(503);
      assertThat(failures(gateway)).isGreaterThan(1);
      assertThat(log.getAll()).contains("The audit trail cannot be written", file().toString());

      Files.delete(file());
      assertThat(change(gateway, keyed).types()).isEmpty();
      assertThat(health(gateway)).isEqualTo(200);
      assertThat(AuditFile.verify(AuditFile.KEY, moved(), file()))
        .startsWith("0\n")
        .contains("could not write");
    }
  }

  @Test
  void stopsNoReadAndNoCheckWhereItIsRequired() throws IOException {
    try (var gateway = start(true)) {
      obstruct();
      await().until(() -> !change(gateway, anyChange()).types().isEmpty());

      assertThat(change(gateway, add(KIM, "MOBILE", NUMBER).validateOnly()).types()).isEmpty();
      assertThat(gateway.phonesOf("megan@contoso.com")).isNotEmpty();
    }
  }

  @Test
  void doesNotMakeAnOutcomeCertainThatIsNot() throws IOException {
    try (var gateway = start(true)) {
      sandbox.fault("{\"match\":{\"method\":\"POST\",\"path\":\"/phoneMethods\"},\"status\":504,\"lateMs\":600000}");
      sandbox.fault("{\"match\":{\"method\":\"GET\",\"path\":\"/phoneMethods\"},\"status\":503,\"times\":9}");
      var keyed = add(KIM, "MOBILE", NUMBER).keyed(UUID.randomUUID().toString());
      assertThat(change(gateway, keyed).types()).containsExactly("OutcomeUnknownError");
      sandbox.call("DELETE", "/faults", "");
      obstruct();
      await().until(() -> !change(gateway, anyChange()).types().isEmpty());

      assertThat(change(gateway, keyed).types()).containsExactly("OutcomeUnknownError");
      Files.delete(file());
      assertThat(change(gateway, keyed).types()).isEmpty();
    }
  }

  @Test
  void stopsNothingWhereItIsNotRequired(CapturedOutput log) throws IOException {
    try (var gateway = start(false)) {
      obstruct();
      await().until(() -> {
        assertThat(change(gateway, anyChange()).types()).isEmpty();
        return health(gateway) == 503;
      });

      assertThat(change(gateway, add(KIM, "MOBILE", NUMBER)).types()).isEmpty();
      assertThat(sandbox.phones(KIM)).hasSize(1);
      assertThat(failures(gateway)).isGreaterThan(1);
      assertThat(log.getAll()).contains("The audit trail cannot be written");
    }
  }

  @Test
  void isFoundAtTheStartWhereItIsRequired() throws IOException {
    Files.createDirectory(file());
    assertThatThrownBy(() -> start(true).close())
      .rootCause()
      .isInstanceOf(UnusableSettings.class)
      .hasMessageContaining("gateway.audit.file (cannot be written");
    try (var gateway = start(false)) {
      assertThat(health(gateway)).isEqualTo(503);
    }
  }

  @Test
  void needsSettingsThatFit() {
    assertThatThrownBy(() -> Gateway.start(sandbox, "gateway.audit.sink=file", "gateway.audit.key=short").close())
      .rootCause()
      .hasMessageContaining("gateway.audit.file (needed")
      .hasMessageContaining("gateway.audit.key (must have 32 characters at least)");
    assertThatThrownBy(() -> Gateway.start(sandbox, "gateway.audit.sink=none", "gateway.audit.required=true").close())
      .rootCause()
      .hasMessageContaining("gateway.audit.required (needs");
  }
}
