package dev.authmethods.gateway.access.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is exposed of the actuator beside health and metrics is for operators, whoever else has a token. */
@GatewayTest({
  "management.endpoints.web.exposure.include=health,prometheus,metrics,loggers,env",
  "management.endpoint.loggers.access=unrestricted",
  "gateway.access.operator-role=Gateway.Operate",
})
class OperatorEndpointsTests {

  private static final String LOGGER = "/actuator/loggers/dev.authmethods.nothing";

  private final Gateway gateway;
  private final String caller;
  private final String operator;

  OperatorEndpointsTests(Gateway gateway, SandboxControl sandbox) {
    this.gateway = gateway;
    this.caller = sandbox.token("privileged-auth-admin");
    this.operator = sandbox.token("auth-admin", Map.of("roles", List.of("Gateway.Operate")));
  }

  private int set(String token, String level) {
    var request = gateway
      .to(LOGGER)
      .header("Content-Type", "application/json")
      .header("Authorization", "Bearer " + token);
    return gateway.send(request.POST(BodyPublishers.ofString("{\"configuredLevel\": \"" + level + "\"}"))).status();
  }

  private int get(String token, String path) {
    return gateway
      .send(
        gateway
          .to(path)
          .header("Authorization", "Bearer " + token)
          .GET()
      )
      .status();
  }

  @Test
  void changeNothingForACaller() {
    assertThat(set(caller, "ERROR")).isEqualTo(403);
    assertThat(set(operator, "ERROR")).isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(strings = { "/actuator/env", "/actuator/loggers", LOGGER })
  void showNothingToACaller(String path) {
    assertThat(get(caller, path)).isEqualTo(403);
    assertThat(get(operator, path)).isEqualTo(200);
    assertThat(gateway.send(gateway.to(path).GET()).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = { "/actuator/prometheus", "/actuator/metrics", "/actuator" })
  void areNotTheMetrics(String path) {
    assertThat(get(caller, path)).isEqualTo(200);
  }
}
