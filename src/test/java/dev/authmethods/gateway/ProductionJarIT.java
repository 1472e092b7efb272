package dev.authmethods.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.PackagedGateway;
import dev.authmethods.gateway.fixtures.SandboxControl;
import dev.authmethods.gateway.fixtures.StubServer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The jar that goes into production, as it was packaged, in a process of its own. */
@GatewayTest
class ProductionJarIT {

  private static final String TENANT = "gateway.entra.tenant-id=8a1c2f60-5d3e-4b7a-9c41-2f0e6d7b3a15";
  private static final String CLIENT = "gateway.entra.client-id=c7b5e1d4-0f92-4a6b-b83d-5e216f9a7c08";
  private static final String SECRET = "gateway.entra.credential.client-secret=not-a-secret";

  private static final String MOBILE = "3179e48a-750b-4051-897c-87b9720928f7";
  private static final String ADDED = "/data/addPhoneMethod/phoneMethod/methodId";
  private static final String ADD = """
  mutation {
    addPhoneMethod(input: {
      user: { objectId: "10000000-0000-4000-8000-000000000001" }, phoneNumber: "+1 2065550188", phoneType: MOBILE
    }) { phoneMethod { methodId } errors { __typename } }
  }
  """;

  private final SandboxControl sandbox;

  ProductionJarIT(SandboxControl sandbox) {
    this.sandbox = sandbox;
  }

  @Nested
  class ItsContent {

    private static List<String> names() throws IOException {
      try (var jar = new JarFile(PackagedGateway.jar().toFile())) {
        return jar.stream().map(ZipEntry::getName).toList();
      }
    }

    @Test
    void isTheGateway() throws IOException {
      assertThat(names()).contains("BOOT-INF/classes/dev/authmethods/gateway/GatewayApplication.class");
    }

    @ParameterizedTest
    @ValueSource(
      strings = {
        "dev/authmethods/sandbox",
        "dev/authmethods/training",
        "netty-pkitesting",
        "junit",
        "assertj",
        "mockito",
        "archunit",
        "-test-",
      }
    )
    void isNothingForTests(String part) throws IOException {
      assertThat(names()).noneMatch(name -> name.contains(part));
    }

    /** Starters are empty; the tools for extracting the jar come with Spring Boot's plugin. */
    @Test
    void isListedInItsBillOfMaterials() throws IOException {
      try (var jar = new JarFile(PackagedGateway.jar().toFile())) {
        var bill = new JsonMapper().readTree(jar.getInputStream(jar.getEntry("META-INF/sbom/application.cdx.json")));
        var shipped = bill
          .path("components")
          .valueStream()
          .filter(component -> component.path("scope").asString("").equals("required"))
          .map(component -> component.path("name").asString() + "-" + component.path("version").asString())
          .filter(name -> !name.startsWith("spring-boot-starter-"));
        var libraries = names()
          .stream()
          .filter(name -> name.startsWith("BOOT-INF/lib/") && name.endsWith(".jar"))
          .map(name -> name.replaceFirst("^BOOT-INF/lib/(.*?)(-(linux|osx|windows)-[a-z0-9_]+)?\\.jar$", "$1"))
          .filter(name -> !name.startsWith("spring-boot-jarmode-tools-"))
          .distinct();
        assertThat(shipped.distinct()).containsExactlyInAnyOrderElementsOf(libraries.toList());
        assertThat(bill.path("components").valueStream()).allSatisfy(component ->
          assertThat(component.path("licenses").isEmpty()).as(component.path("name").asString()).isFalse()
        );
      }
    }

    @Test
    void isNoTest() throws IOException {
      assertThat(names()).noneMatch(
        name -> name.startsWith("BOOT-INF/classes/") && name.matches(".*(Tests|IT)(\\$.*)?\\.class")
      );
    }
  }

  @Nested
  class WithoutSettings {

    private static PackagedGateway refusing(String... settings) {
      var gateway = PackagedGateway.start(Map.of(), settings);
      assertThat(gateway.awaitExit(Duration.ofMinutes(1))).isPositive();
      assertThat(gateway.output()).doesNotContain("\tat ");
      return gateway;
    }

    @Test
    void itNamesEverythingThatIsMissing() {
      assertThat(refusing().output()).contains(
        "gateway.entra.tenant-id",
        "gateway.entra.client-id",
        "gateway.entra.credential.client-secret",
        ".certificate",
        ".federated-token-file",
        ".managed-identity"
      );
    }

    @Test
    void itNamesOnlyTheMissingSetting() {
      assertThat(refusing(TENANT, CLIENT).output())
        .contains("gateway.entra.credential.client-secret")
        .doesNotContain("- gateway.entra.tenant-id", "- gateway.entra.client-id");
    }

    @Test
    void itWantsOneCredential() {
      var both = refusing(TENANT, CLIENT, SECRET, "gateway.entra.credential.managed-identity=system");
      assertThat(both.output()).contains("gateway.entra.credential").doesNotContain("not-a-secret");
    }

    @ParameterizedTest
    @ValueSource(
      strings = {
        "gateway.entra.graph-endpoint=http://graph.example.com/v1.0",
        "gateway.entra.authority-host=http://login.example.com",
      }
    )
    void itDoesNotSpeakInTheClear(String setting) {
      assertThat(refusing(TENANT, CLIENT, SECRET, setting).output()).contains(setting.split("=", 2)[0]);
    }

    @ParameterizedTest
    @ValueSource(
      strings = {
        "gateway.entra.graph-endpoint=https://graph.example.com/beta",
        "gateway.entra.graph-endpoint=http:graph",
        "gateway.entra.tenant-id=common",
      }
    )
    void itNamesWhatCannotBeRight(String setting) {
      var tenant = setting.contains("tenant-id") ? setting : TENANT;
      assertThat(refusing(tenant, CLIENT, SECRET, setting).output()).contains("- " + setting.split("=", 2)[0]);
    }
  }

  @Nested
  class WithSettings {

    @Test
    void itWorksQuietlyAndStopsWhenAsked() {
      var settings = PackagedGateway.settingsFor(sandbox, "gateway.entra.credential.client-secret=" + secret());
      try (var gateway = PackagedGateway.start(Map.of(), settings)) {
        assertThat(gateway.query(sandbox.token("auth-admin"), "{ viewer { objectId } }").text()).contains("a0000000");
        assertThat(gateway.query(sandbox.token("auth-admin"), ADD).textAt(ADDED)).isEqualTo(MOBILE);
        assertThat(gateway.query(sandbox.token("auth-admin"), "{ __schema { types { name } } }").text())
          .contains("INTROSPECTION_DISABLED")
          .doesNotContain("PhoneMethod");
        assertThat(gateway.get("/").status()).isIn(401, 404);
        gateway.stop();
        assertThat(gateway.awaitExit(Duration.ofSeconds(40))).isIn(0, 143);
        assertThat(gateway.output()).doesNotContain(" WARN ", " ERROR ", "\tat ", "WARNING:", "2065550");
      }
    }

    private String secret() {
      return sandbox.running().clientSecret();
    }
  }

  /** The identity endpoint of the platform, played by a server that the environment points to. */
  @Nested
  class WithAManagedIdentity {

    private PackagedGateway gateway(StubServer identity, String actingAs) {
      var environment = Map.of("IDENTITY_ENDPOINT", identity.origin() + "/msi/token", "IDENTITY_HEADER", "header");
      return PackagedGateway.start(
        environment,
        PackagedGateway.settingsFor(
          sandbox,
          "gateway.entra.credential.managed-identity=system",
          "gateway.entra.acting-as=" + actingAs
        )
      );
    }

    @Test
    void itActsOnBehalfOfTheCaller() {
      var token = sandbox.call("POST", "/federated-token", "").textAt("/token");
      try (var identity = StubServer.answering(path -> granted(token)); var gateway = gateway(identity, "caller")) {
        var reply = gateway.query(sandbox.token("auth-admin"), ADD);
        assertThat(reply.textAt(ADDED)).as(reply.text()).isEqualTo(MOBILE);
        assertThat(sandbox.logins()).hasSize(1);
        assertThat(identity.requests())
          .hasSize(1)
          .allMatch(path -> path.contains("AzureADTokenExchange"));
      }
    }

    @Test
    void itActsAsTheApplication() {
      var token = sandbox.applicationToken();
      try (
        var identity = StubServer.answering(path -> granted(token));
        var gateway = gateway(identity, "application")
      ) {
        var reply = gateway.query(sandbox.token("auth-admin"), ADD);
        assertThat(reply.textAt(ADDED)).as(reply.text()).isEqualTo(MOBILE);
        assertThat(identity.requests())
          .hasSize(1)
          .allMatch(path -> path.contains("graph.microsoft.com"));
      }
    }

    private static String granted(String token) {
      var end = Instant.now().plusSeconds(3_600).getEpochSecond();
      return "{\"access_token\": \"%s\", \"expires_on\": \"%d\", \"token_type\": \"Bearer\", \"resource\": \"x\"}".formatted(
        token,
        end
      );
    }
  }
}
