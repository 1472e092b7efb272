package dev.authmethods.gateway.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import dev.authmethods.gateway.method.ObjectId;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@GatewayTest
class PasswordEligibilityTests {

  private static final String QUERY = """
  query ($name: String!) {
    user(by: { userPrincipalName: $name }) {
      methodEligibility {
        resetPassword { isAllowed isNewPasswordRequired blockedBy { __typename ... on ExpectedError { message } } }
      }
    }
  }
  """;
  private static final String ADMIN = "privileged-auth-admin";

  @Test
  void aUserOfTheCloudCanGetAGeneratedPassword(Gateway gateway) {
    var reply = ask(gateway, ADMIN, "adele@contoso.com");
    assertThat(text(reply, "isAllowed")).isEqualTo("true");
    assertThat(text(reply, "isNewPasswordRequired")).isEqualTo("false");
  }

  @Test
  void aUserOfAnOnPremisesDirectoryNeedsANewOne(Gateway gateway) {
    var reply = ask(gateway, ADMIN, "hadar@contoso.com");
    assertThat(text(reply, "isAllowed")).isEqualTo("true");
    assertThat(text(reply, "isNewPasswordRequired")).isEqualTo("true");
  }

  @Test
  void anExternalUserHasNoneHere(Gateway gateway) {
    var reply = ask(gateway, ADMIN, "ext_user_fabrikam.com#EXT#@contoso.com");
    assertThat(text(reply, "isAllowed")).isEqualTo("false");
    assertThat(blockedBy(reply)).isEqualTo("ExternalUserError");
  }

  @Test
  void nobodyResetsTheirOwn(Gateway gateway) {
    assertThat(blockedBy(ask(gateway, ADMIN, "parker@contoso.com"))).isEqualTo("OwnAccountNotAllowedError");
  }

  @Nested
  @GatewayTest("gateway.entra.acting-as=application")
  class AsAnApplication {

    @Test
    void nothingIsResetAndNothingIsSent(Gateway gateway, SandboxControl sandbox) {
      var payload = PasswordMutation.reset("adele@contoso.com").sendAs(ADMIN, gateway);
      assertThat(payload.types()).containsExactly("ApplicationNotAllowedError");
      assertThat(sandbox.asked()).isEmpty();
    }

    @Test
    void itIsSaidBeforehand(Gateway gateway) {
      assertThat(blockedBy(ask(gateway, ADMIN, "adele@contoso.com"))).isEqualTo("ApplicationNotAllowedError");
    }

    @Test
    void noOperationIsRead(Gateway gateway, SandboxControl sandbox) {
      var user = new ObjectId("10000000-0000-4000-8000-000000000002");
      var id = new OperationAddress(user, "1", "DUB02P", "ssprprod-a").id().toString();
      var node = gateway.as(ADMIN, "query ($id: ID!) { node(id: $id) { id } }", Map.of("id", id));
      assertThat(node.at("/data/node").isNull()).isTrue();
      assertThat(sandbox.asked()).isEmpty();
    }
  }

  @Nested
  @GatewayTest("gateway.entra.cloud=china-21vianet")
  class InChina {

    @Test
    void nothingIsReset(Gateway gateway, SandboxControl sandbox) {
      var payload = PasswordMutation.reset("adele@contoso.com").sendAs(ADMIN, gateway);
      assertThat(payload.types()).containsExactly("CloudNotSupportedError");
      assertThat(payload.error("supportedClouds")).doesNotContain("CHINA");
      assertThat(sandbox.asked()).isEmpty();
    }
  }

  private static Reply ask(Gateway gateway, String persona, String name) {
    return gateway.as(persona, QUERY, Map.of("name", name));
  }

  private static String text(Reply reply, String field) {
    return reply.textAt("/data/user/methodEligibility/resetPassword/" + field);
  }

  private static String blockedBy(Reply reply) {
    return String.join(" ", reply.typesAt("/data/user/methodEligibility/resetPassword/blockedBy"));
  }
}
