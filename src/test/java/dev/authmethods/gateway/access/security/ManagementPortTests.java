package dev.authmethods.gateway.access.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.Environment;

class ManagementPortTests {

  private static Reply get(Gateway gateway, String origin, String path) {
    return gateway.send(gateway.to(origin + path).GET());
  }

  private static Reply withToken(Gateway gateway, SandboxControl sandbox, String address) {
    return gateway.send(
      gateway
        .to(address)
        .header("Authorization", "Bearer " + sandbox.token("auth-admin"))
        .GET()
    );
  }

  @Nested
  @GatewayTest({
    "management.server.port=0",
    "management.server.address=localhost",
    "management.endpoints.web.exposure.include=health,prometheus,metrics,env",
  })
  class Separate {

    private final Gateway gateway;
    private final String origin;

    Separate(Gateway gateway) {
      this.gateway = gateway;
      this.origin = "http://localhost:" + gateway.bean(Environment.class).getRequiredProperty("local.management.port");
    }

    @ParameterizedTest
    @ValueSource(
      strings = {
        "/actuator/health",
        "/actuator/health/readiness",
        "/actuator/prometheus",
        "/actuator/metrics",
        "/actuator/metrics/graphql.requests",
      }
    )
    void isOpenForHealthAndMetrics(String path) {
      assertThat(get(gateway, origin, path).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/actuator/env", "/actuator", "/actuator/heapdump", "/nothing" })
    void isClosedForAllElse(String path) {
      assertThat(get(gateway, origin, path).status()).isEqualTo(401);
    }

    @Test
    void letsNobodyIn() {
      var request = gateway.to(origin + "/graphql").header("Content-Type", "application/json");
      var reply = gateway.send(request.POST(BodyPublishers.ofString("{\"query\": \"{ viewer { objectId } }\"}")));
      assertThat(reply.status()).isEqualTo(401);
    }

    @Test
    void doesNotServeTheApi(SandboxControl sandbox) {
      assertThat(withToken(gateway, sandbox, origin + "/graphql").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/actuator/prometheus", "/actuator/metrics", "/actuator/env", "/actuator" })
    void leavesThePortOfClientsClosed(String path, SandboxControl sandbox) {
      var clients = gateway.origin().toString();
      assertThat(get(gateway, clients, path).status()).isEqualTo(401);
      assertThat(withToken(gateway, sandbox, clients + path).status()).isEqualTo(404);
    }
  }

  @Nested
  @GatewayTest("management.endpoints.web.exposure.include=health,prometheus")
  class SharedWithClients {

    @Test
    void showsMetricsToAClientWithAToken(Gateway gateway, SandboxControl sandbox) {
      var metrics = gateway.origin() + "/actuator/prometheus";
      assertThat(get(gateway, metrics, "").status()).isEqualTo(401);
      assertThat(withToken(gateway, sandbox, metrics).status()).isEqualTo(200);
    }
  }

  @Nested
  @GatewayTest
  class ByDefault {

    @ParameterizedTest
    @ValueSource(strings = { "/actuator/prometheus", "/actuator/metrics" })
    void showsNoMetrics(String path, Gateway gateway, SandboxControl sandbox) {
      assertThat(withToken(gateway, sandbox, gateway.origin() + path).status()).isEqualTo(404);
    }
  }
}
