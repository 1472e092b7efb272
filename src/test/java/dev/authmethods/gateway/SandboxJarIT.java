package dev.authmethods.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.PackagedGateway;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar for whoever writes a front end: the gateway and the sandbox in one, started with nothing but Java. */
class SandboxJarIT {

  private static final String ADD = """
  mutation {
    addPhoneMethod(
      input: { user: { userPrincipalName: "kim@contoso.com" }, phoneNumber: "+1 2065550188", phoneType: MOBILE }
    ) { phoneMethod { phoneNumber } errors { __typename } }
  }
  """;

  private static PackagedGateway gateway;

  @BeforeAll
  static void start(@TempDir Path elsewhere) {
    gateway = PackagedGateway.startSandbox(elsewhere, "sandbox.graph-port=0", "sandbox.login-port=0");
  }

  @AfterAll
  static void end() {
    gateway.close();
  }

  private static String token() {
    return gateway.post("/sandbox/personas/auth-admin/token").textAt("/access_token");
  }

  @Test
  void addsAPhone() {
    var reply = gateway.query(token(), ADD);
    assertThat(reply.textAt("/data/addPhoneMethod/phoneMethod/phoneNumber"))
      .as(reply.text())
      .isEqualTo("+1 2065550188");
  }

  @Test
  void showsThePlayground() {
    var page = gateway.get("/").text();
    assertThat(page).contains("<title>");
    var script = Pattern.compile("src=\"(/playground/assets/[^\"]+\\.js)\"").matcher(page);
    assertThat(script.find()).isTrue();
    assertThat(gateway.get(script.group(1)).status()).isEqualTo(200);
  }

  @Test
  void startsWithoutAComplaint() {
    assertThat(gateway.query(token(), "{ viewer { objectId } }").status()).isEqualTo(200);
    assertThat(gateway.output()).contains("Open the playground at").doesNotContain(" WARN ", " ERROR ", "WARNING:");
  }
}
