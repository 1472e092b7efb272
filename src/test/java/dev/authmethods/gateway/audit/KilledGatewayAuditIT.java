package dev.authmethods.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.PackagedGateway;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The audit trail of the gateway as it is packaged: killed in the middle of a write, and verified by its command. */
@GatewayTest
class KilledGatewayAuditIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String ADD = """
  mutation {
    addPhoneMethod(input: {
      user: { userPrincipalName: "kim@contoso.com" }, phoneNumber: "+1 2065550123", phoneType: MOBILE, reason: "Ticket 4711"
    }) { errors { __typename } }
  }
  """;

  private final SandboxControl sandbox;

  @TempDir
  Path folder;

  KilledGatewayAuditIT(SandboxControl sandbox) {
    this.sandbox = sandbox;
  }

  private PackagedGateway start(String... audit) {
    var settings = PackagedGateway.settingsFor(sandbox, audit);
    return PackagedGateway.start(
      Map.of(
        "GATEWAY_AUDIT_KEY",
        AuditFile.KEY,
        "GATEWAY_ENTRA_CREDENTIAL_CLIENTSECRET",
        sandbox.running().clientSecret()
      ),
      settings
    );
  }

  /** The exit code of the command, and what it prints. */
  private String verify(Path file) throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command = List.of(java, "-jar", PackagedGateway.jar().toString(), "verify-audit", file.toString());
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("GATEWAY_AUDIT_KEY", AuditFile.KEY);
    var process = builder.start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() + "\n" + output;
  }

  @Test
  void leavesAnAttemptWithoutAnOutcomeThatTheCommandNames() throws Exception {
    var file = folder.resolve("audit.jsonl");
    sandbox.fault("{\"match\": {\"method\": \"POST\", \"path\": \"/phoneMethods\"}, \"apply\": true, \"hang\": true}");
    try (
      var gateway = start("gateway.audit.sink=file", "gateway.audit.file=" + file);
      var _ = gateway.send(sandbox.token("auth-admin"), ADD)
    ) {
      await()
        .atMost(PATIENCE)
        .until(() -> !sandbox.ledger().isEmpty());
    }

    assertThat(new AuditFile(file, 0).types()).containsExactly("start", "attempt");
    assertThat(verify(file))
      .startsWith("0\n")
      .contains("audit.jsonl:2: Attempt without an outcome", "addPhoneMethod by ", "on kim@contoso.com");

    Files.writeString(file, Files.readString(file).replace("Ticket 4711", "Ticket 4712"));
    assertThat(verify(file)).startsWith("1\n").contains("audit.jsonl:2: This line was changed");
  }

  @Test
  void isOnTheStandardOutputOfAGatewayWithoutSettingsForIt() throws Exception {
    try (var gateway = start()) {
      gateway.query(sandbox.token("auth-admin"), ADD);
      await()
        .atMost(PATIENCE)
        .until(() -> gateway.output().contains("\"event\":\"outcome\""));
      var lines = gateway
        .output()
        .lines()
        .filter(line -> line.startsWith("{\"chain\":"))
        .toList();

      assertThat(lines).hasSize(3);
      assertThat(verify(Files.write(folder.resolve("audit.jsonl"), lines)))
        .startsWith("0\n")
        .contains("{attempt=1, outcome=1, start=1}");
    }
  }
}
