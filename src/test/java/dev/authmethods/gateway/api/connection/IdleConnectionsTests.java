package dev.authmethods.gateway.api.connection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.io.IOException;
import java.net.Socket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody keeps a connection for nothing. */
@GatewayTest("server.netty.idle-timeout=500ms")
class IdleConnectionsTests {

  @ParameterizedTest
  @ValueSource(strings = { "", "POST /graphql HTTP/1.1\r\nHost: x\r\n" })
  void areClosed(String begun, Gateway gateway) throws IOException {
    try (var client = new Socket("localhost", gateway.origin().getPort())) {
      client.setSoTimeout(10_000);
      client.getOutputStream().write(begun.getBytes(UTF_8));
      assertThat(client.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void areNoneThatWaitForAnAnswer(Gateway gateway, SandboxControl sandbox) {
    sandbox.fault("{\"match\": {\"path\": \"getByIds\"}, \"delayMs\": 1500}");
    var query = "{ user(by: {objectId: \"10000000-0000-4000-8000-000000000001\"}) { displayName } }";
    assertThat(
      gateway.execute(sandbox.token("auth-admin"), query, Map.of()).textAt("/data/user/displayName")
    ).isEqualTo("Kim Akers");
  }
}
