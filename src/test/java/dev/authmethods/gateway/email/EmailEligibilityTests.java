package dev.authmethods.gateway.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.util.Map;
import org.junit.jupiter.api.Test;

@GatewayTest
class EmailEligibilityTests {

  private static final String QUERY = """
  query ($name: String!) {
    user(by: { userPrincipalName: $name }) {
      emailMethod { id emailAddress }
      methodEligibility {
        addEmailMethod { isAllowed blockedBy { __typename } }
        setEmailMethod { isAllowed wouldAdd blockedBy { __typename } }
        updateEmailMethod { isAllowed blockedBy { __typename } }
        deleteEmailMethod { isAllowed blockedBy { __typename } }
      }
    }
  }
  """;

  @Test
  void aUserWithAnAddressCanHaveItChanged(Gateway gateway) {
    var reply = ask(gateway, "privileged-auth-admin", "miriam@contoso.com");
    assertThat(reply.textAt("/data/user/emailMethod/emailAddress")).isEqualTo("miriam@example.com");
    assertThat(blockedBy(reply, "addEmailMethod")).isEqualTo("EmailMethodAlreadyRegisteredError");
    assertThat(allowed(reply, "setEmailMethod", "updateEmailMethod", "deleteEmailMethod")).isTrue();
    assertThat(reply.textAt("/data/user/methodEligibility/setEmailMethod/wouldAdd")).isEqualTo("false");
  }

  @Test
  void aUserWithoutAnAddressCanGetOne(Gateway gateway) {
    var reply = ask(gateway, "privileged-auth-admin", "adele@contoso.com");
    assertThat(reply.at("/data/user/emailMethod").isNull()).isTrue();
    assertThat(allowed(reply, "addEmailMethod", "setEmailMethod")).isTrue();
    assertThat(blockedBy(reply, "updateEmailMethod")).isEqualTo("EmailMethodNotFoundError");
    assertThat(reply.textAt("/data/user/methodEligibility/setEmailMethod/wouldAdd")).isEqualTo("true");
  }

  @Test
  void theAddressIsReadInTheWaveOfTheUser(Gateway gateway, SandboxControl sandbox) {
    ask(gateway, "privileged-auth-admin", "miriam@contoso.com");
    assertThat(sandbox.requests("POST", "/$batch")).isEqualTo(2);
  }

  private static Reply ask(Gateway gateway, String persona, String name) {
    return gateway.as(persona, QUERY, Map.of("name", name));
  }

  private static boolean allowed(Reply reply, String... mutations) {
    for (var mutation : mutations) {
      if (!reply.textAt("/data/user/methodEligibility/" + mutation + "/isAllowed").equals("true")) {
        return false;
      }
    }
    return true;
  }

  private static String blockedBy(Reply reply, String mutation) {
    return reply.textAt("/data/user/methodEligibility/" + mutation + "/blockedBy/0/__typename");
  }
}
