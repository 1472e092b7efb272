package dev.authmethods.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.CapturesLog;
import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.SandboxControl;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.system.CapturedOutput;

/** The gateway in front of the sandbox, as {@code mvn spring-boot:run} starts it. */
@GatewayTest
@CapturesLog
class StartUpTests {

  @Test
  void hasNothingToWarnOf(SandboxControl sandbox, CapturedOutput log) {
    try (var gateway = Gateway.start(sandbox)) {
      assertThat(gateway.as("auth-admin", "{ viewer { objectId } }").status()).isEqualTo(200);
      assertThat(log.getAll())
        .contains("Netty started on port")
        .doesNotContain(" WARN ", " ERROR ", "WARNING:", "\tat ");
    }
  }
}
