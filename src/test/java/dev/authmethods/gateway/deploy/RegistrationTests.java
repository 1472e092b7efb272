package dev.authmethods.gateway.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The registration of the gateway in a tenant, by a stand-in for Azure CLI that refuses what Microsoft Graph refuses. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "The script is one of bash.")
class RegistrationTests {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String TENANT = "11111111-2222-3333-4444-555555555555";
  private static final String AZURE_CLI = "04b07795-8ddb-461a-bbee-02f9e1bf7b46";
  private static final long PATIENCE_SECONDS = 60;

  private final Path directory;
  private final Map<String, String> environment = new HashMap<>();

  RegistrationTests(@TempDir Path directory) {
    this.directory = directory;
  }

  /** What the script said and how it ended. */
  private record Run(int status, String output) {}

  @BeforeEach
  void putTheStandInFirstOnThePath() throws IOException {
    var standIn = directory.resolve("az");
    var script = Path.of("src/test/resources/registration/az.mjs").toAbsolutePath();
    Files.writeString(standIn, "#!/bin/sh\nexec node '" + script + "' \"$@\"\n");
    assertThat(standIn.toFile().setExecutable(true)).isTrue();
    environment.put("AZ_STATE", directory.resolve("state.json").toString());
    environment.put("PATH", directory + File.pathSeparator + System.getenv("PATH"));
  }

  @Test
  void makesTheApiWithOneScopeForTokensOfTheSecondVersion() throws Exception {
    var run = register("--azure-cli");
    var app = application("authmethods-gateway");
    assertThat(run.status()).as(run.output()).isZero();
    assertThat(app.at("/signInAudience").stringValue()).isEqualTo("AzureADMyOrg");
    assertThat(app.at("/groupMembershipClaims").stringValue()).isEqualTo("DirectoryRole");
    assertThat(app.at("/api/requestedAccessTokenVersion").intValue()).isEqualTo(2);
    assertThat(app.at("/api/oauth2PermissionScopes/0/value").stringValue()).isEqualTo("access_as_user");
    assertThat(app.at("/identifierUris/0").stringValue()).isEqualTo("api://" + app.at("/appId").stringValue());
    assertThat(app.at("/api/preAuthorizedApplications/0/appId").stringValue()).isEqualTo(AZURE_CLI);
    assertThat(state().at("/principals").size()).isEqualTo(1);
  }

  @Test
  void printsTheSettingsAndHowToGetAFirstToken() throws Exception {
    var output = register().output();
    var client = application("authmethods-gateway").at("/appId").stringValue();
    assertThat(output)
      .contains("gateway.entra.tenant-id=" + TENANT + "\n", "gateway.entra.client-id=" + client + "\n")
      .contains("--scope api://" + client + "/access_as_user", "/adminconsent?client_id=" + client)
      .doesNotContain("acting-as", "gateway.playground");
  }

  @Test
  void changesNothingTheSecondTime() throws Exception {
    String[] options = {
      "--azure-cli",
      "--playground",
      "https://gateway.contoso.com",
      "--federated",
      "https://i/",
      "a:b",
    };
    var first = register(options);
    var state = state();
    var second = register(options);
    assertThat(second).isEqualTo(first);
    assertThat(state()).isEqualTo(state);
  }

  /** The least that the offer needs, and no permission of the other kind. */
  @ParameterizedTest
  @CsvSource({
    "phone,caller,2,Scope",
    "'phone,email',caller,3,Scope",
    "all,caller,7,Scope",
    "phone,application,5,Role",
  })
  void asksForThePermissionsOfWhatIsOffered(String offer, String actingAs, int permissions, String type)
    throws Exception {
    var run = register("--offer", offer, "--acting-as", actingAs);
    assertThat(run.status()).as(run.output()).isZero();
    var asked = application("authmethods-gateway").at("/requiredResourceAccess/0/resourceAccess");
    assertThat(asked.size()).isEqualTo(permissions);
    assertThat(asked).allSatisfy(each -> assertThat(each.at("/type").stringValue()).isEqualTo(type));
  }

  @Test
  void registersThePagesOfThePlaygroundForTheScopeOfTheGateway() throws Exception {
    var output = register("--playground", "https://gateway.contoso.com").output();
    var pages = application("authmethods-gateway-playground");
    assertThat(output).contains("gateway.playground.client-id=" + pages.at("/appId").stringValue());
    assertThat(pages.at("/spa/redirectUris/0").stringValue()).isEqualTo(
      "https://gateway.contoso.com/playground/redirect.html"
    );
    assertThat(pages.at("/requiredResourceAccess/0/resourceAccess/0/id")).isEqualTo(
      application("authmethods-gateway").at("/api/oauth2PermissionScopes/0/id")
    );
  }

  @Test
  void trustsTheTokensOfAWorkload() throws Exception {
    register("--federated", "https://issuer.example/", "system:serviceaccount:identity:gateway");
    var trusted = state().at("/federated/0");
    assertThat(trusted.at("/issuer").stringValue()).isEqualTo("https://issuer.example/");
    assertThat(trusted.at("/subject").stringValue()).isEqualTo("system:serviceaccount:identity:gateway");
    assertThat(trusted.at("/audiences/0").stringValue()).isEqualTo("api://AzureADTokenExchange");
  }

  @Test
  void trustsACertificateOnce() throws Exception {
    var certificate = Files.writeString(directory.resolve("gateway.pem"), "-----BEGIN CERTIFICATE-----\n");
    register("--certificate", certificate.toString());
    register("--certificate", certificate.toString());
    assertThat(state().at("/credentials").size()).isEqualTo(1);
  }

  @Test
  void keepsAPrivateKeyOut() throws Exception {
    var both = Files.writeString(
      directory.resolve("both.pem"),
      "-----BEGIN CERTIFICATE-----\n-----BEGIN PRIVATE KEY-----\n"
    );
    assertThat(register("--certificate", both.toString()).output()).contains("has a private key");
    assertThat(directory.resolve("state.json")).doesNotExist();
  }

  @Test
  void writesNothingInADryRun() throws Exception {
    var run = register("--dry-run", "--playground", "https://gateway.contoso.com");
    assertThat(run.status()).as(run.output()).isZero();
    assertThat(run.output()).contains("PATCH applications(uniqueName='authmethods-gateway')", "access_as_user");
    assertThat(state().at("/applications").size()).isZero();
  }

  @Test
  void givesConsentOnlyWhenAsked() throws Exception {
    register();
    assertThat(state().at("/consents").size()).isZero();
    register("--consent");
    assertThat(state().at("/consents").size()).isEqualTo(1);
  }

  @Test
  void saysWhoMayConsentWhenItIsRefused() throws Exception {
    environment.put("AZ_NO_CONSENT", "yes");
    var run = register("--consent");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.output()).contains("a Privileged Role Administrator may give it");
  }

  @Test
  void worksInNoOtherTenantThanTheOneNamed() throws Exception {
    var run = register("--tenant", "99999999-2222-3333-4444-555555555555");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.output()).contains("signed in to the tenant " + TENANT);
    assertThat(state().at("/applications").size()).isZero();
  }

  @Test
  void saysThatNobodyIsSignedIn() throws Exception {
    environment.put("AZ_SIGNED_OUT", "yes");
    assertThat(register().output()).contains("nobody is signed in: az login");
  }

  @ParameterizedTest
  @CsvSource({
    "--offer,tea,does not know \"tea\"",
    "--name,it's,--name cannot be",
    "--client,kim,--client cannot be",
    "--playground,http://gateway.contoso.com,--playground cannot be",
    "--acting-as,root,--acting-as cannot be",
    "--consnet,x,there is no option --consnet",
  })
  void refusesOptionsThatItDoesNotKnow(String option, String value, String reason) throws Exception {
    var run = register(option, value);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.output()).contains(reason);
    assertThat(directory.resolve("state.json")).doesNotExist();
  }

  private Run register(String... options) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("bash", "src/main/deploy/registration/register.sh"));
    command.addAll(List.of(options));
    var output = directory.resolve("output").toFile();
    var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output);
    builder.environment().putAll(environment);
    var process = builder.start();
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    return new Run(process.exitValue(), Files.readString(output.toPath(), UTF_8));
  }

  private JsonNode application(String uniqueName) throws IOException {
    return state()
      .at("/applications")
      .valueStream()
      .filter(application -> application.at("/uniqueName").stringValue().equals(uniqueName))
      .findFirst()
      .orElseThrow();
  }

  private JsonNode state() throws IOException {
    var file = directory.resolve("state.json");
    return JSON.readTree(Files.readString(file));
  }
}
