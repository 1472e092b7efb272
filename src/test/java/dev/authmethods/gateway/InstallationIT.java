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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The gateway as the build lays it out, started by the documented command. */
@GatewayTest
@DisabledIfSystemProperty(named = "skipAot", matches = "true", disabledReason = "The build was told to lay nothing out")
class InstallationIT {

  private static final Path INSTALLATION = Path.of("target", "gateway");
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Lets the JDK refuse to start without a cache that it can use. */
  private static final Map<String, String> ONLY_WITH_CACHE = Map.of("JAVA_TOOL_OPTIONS", "-XX:AOTMode=on");

  private final SandboxControl sandbox;

  InstallationIT(SandboxControl sandbox) {
    this.sandbox = sandbox;
  }

  private String[] settings() {
    return PackagedGateway.settingsFor(
      sandbox,
      "gateway.entra.credential.client-secret=" + sandbox.running().clientSecret()
    );
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
