package dev.authmethods.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.PackagedGateway;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The gateway as the build lays it out, started by the documented command. */
@GatewayTest
@DisabledIfSystemProperty(named = "skipAot", matches = "true", disabledReason = "The build was told to lay nothing out")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "The build lays nothing out there")
class InstallationIT {

  private static final Path INSTALLATION = Path.of("target", "gateway");
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Lets the JDK refuse to start without a cache that it can use. */
  private static final Map<String, String> ONLY_WITH_CACHE = Map.of("JAVA_TOOL_OPTIONS", "-XX:AOTMode=on");

  private final SandboxControl sandbox;

  InstallationIT(SandboxControl sandbox) {
    this.sandbox = sandbox;
  }

  private String[] settings(String... more) {
    var secret = "gateway.entra.credential.client-secret=" + sandbox.running().clientSecret();
    var settings = Stream.concat(Stream.of(secret), Stream.of(more)).toArray(String[]::new);
    return PackagedGateway.settingsFor(sandbox, settings);
  }

  private static PackagedGateway start(String... settings) {
    return PackagedGateway.startIn(INSTALLATION, Map.of(), settings);
  }

  private void answers(PackagedGateway gateway) {
    assertThat(gateway.query(sandbox.token("auth-admin"), "{ viewer { objectId } }").text()).contains("a0000000");
  }

  @Test
  void usesItsCache() {
    try (var gateway = PackagedGateway.startIn(INSTALLATION, ONLY_WITH_CACHE, settings())) {
      answers(gateway);
      gateway.stop();
      assertThat(gateway.awaitExit(PATIENCE)).isIn(0, 143);
    }
  }

  @Test
  void isAsQuietAsTheJar() {
    try (var gateway = PackagedGateway.startIn(INSTALLATION, Map.of(), settings())) {
      answers(gateway);
      assertThat(gateway.output()).doesNotContain(" WARN ", " ERROR ", "\tat ", "WARNING:", "[warning]", "[error]");
    }
  }

  @Test
  void holdsNoSandbox() throws IOException {
    try (var libraries = Files.list(INSTALLATION.resolve("lib"))) {
      assertThat(libraries.map(file -> file.getFileName().toString())).noneMatch(name -> name.contains("pkitesting"));
    }
  }

  /** Which beans there are was decided by the build; these settings come later. */
  @Nested
  class WithSettings {

    private static final String METRICS = "/actuator/metrics";

    @Test
    void itUsesTheBeansOfTheBuild() {
      try (var gateway = start(settings())) {
        answers(gateway);
        assertThat(gateway.output()).contains("Starting AOT-processed GatewayApplication");
      }
    }

    @Test
    void itNamesWhatIsMissing() {
      try (var gateway = start()) {
        assertThat(gateway.awaitExit(PATIENCE)).isPositive();
        assertThat(gateway.output()).contains("- gateway.entra.tenant-id").doesNotContain("\tat ");
      }
    }

    @Test
    void itServesThePlaygroundAndTheSchema() {
      try (var gateway = start(settings("gateway.playground.enabled=true", "gateway.api.introspection=true"))) {
        assertThat(gateway.get("/").status()).isEqualTo(200);
        assertThat(gateway.query(sandbox.token("auth-admin"), "{ __schema { queryType { name } } }").text()).contains(
          "\"Query\""
        );
      }
    }

    @Test
    void itServesNeitherUnlessTold() {
      try (var gateway = start(settings())) {
        assertThat(gateway.get("/").status()).isIn(401, 404);
        assertThat(gateway.get(METRICS, sandbox.token("auth-admin")).status()).isEqualTo(404);
        assertThat(gateway.query(sandbox.token("auth-admin"), "{ __schema { queryType { name } } }").text()).contains(
          "INTROSPECTION_DISABLED"
        );
      }
    }

    @Test
    void itExposesMetricsToCallers() {
      try (var gateway = start(settings("management.endpoints.web.exposure.include=health,metrics"))) {
        assertThat(gateway.get(METRICS).status()).isEqualTo(401);
        assertThat(gateway.get(METRICS, sandbox.token("auth-admin")).status()).isEqualTo(200);
      }
    }

    @Test
    void itServesTheActuatorAtAnotherPort() {
      var exposed = "management.endpoints.web.exposure.include=health,prometheus,loggers";
      try (var gateway = start(settings("management.server.port=0", exposed))) {
        answers(gateway);
        assertThat(gateway.getManagement("/actuator/health/readiness").status()).isEqualTo(200);
        assertThat(gateway.getManagement("/actuator/prometheus").text()).contains("graphql_requests_seconds_count");
        assertThat(gateway.getManagement("/actuator/loggers").status()).isEqualTo(401);
        assertThat(gateway.get("/actuator/prometheus", sandbox.token("auth-admin")).status()).isEqualTo(404);
        assertThat(gateway.output())
          .contains("Starting AOT-processed GatewayApplication")
          .doesNotContain(" WARN ", " ERROR ", "\tat ", "WARNING:", "[warning]", "[error]");
        gateway.stop();
        assertThat(gateway.awaitExit(PATIENCE)).isIn(0, 143);
      }
    }
  }

  @Nested
  class WithoutItsCache {

    private static final String JAR = "authmethods-gateway.jar";

    @TempDir
    private Path directory;

    @BeforeEach
    void layOut() throws IOException {
      var arguments = Files.readString(INSTALLATION.resolve("gateway.args"));
      Files.writeString(directory.resolve("gateway.args"), arguments.replace(JAR, jar()));
    }

    private static String jar() {
      return INSTALLATION.resolve(JAR).toAbsolutePath().toString();
    }

    @Test
    void itStarts() {
      try (var gateway = PackagedGateway.startIn(directory, Map.of(), settings())) {
        answers(gateway);
      }
    }

    @Test
    void itStartsBesideAnotherFileOfThatName() throws IOException {
      Files.writeString(directory.resolve("gateway.aot"), "not a cache");
      try (var gateway = PackagedGateway.startIn(directory, Map.of(), settings())) {
        answers(gateway);
      }
    }

    @Test
    void itDoesNotPassForOneThatHasIt() {
      try (var gateway = PackagedGateway.startIn(directory, ONLY_WITH_CACHE, settings())) {
        assertThat(gateway.awaitExit(PATIENCE)).isPositive();
      }
    }
  }
}
