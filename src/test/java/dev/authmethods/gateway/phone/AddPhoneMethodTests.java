package dev.authmethods.gateway.phone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.util.Map;
import org.junit.jupiter.api.Test;

@GatewayTest
class AddPhoneMethodTests {

  private static final String ADD = """
  mutation ($input: AddPhoneMethodInput!) {
    addPhoneMethod(input: $input) {
      phoneMethod { methodId phoneNumber phoneType smsSignInState }
      errors { __typename ... on ExpectedError { code path } }
    }
  }
  """;

  @Test
  void addsAPhoneWithOneUpstreamCall(Gateway gateway, SandboxControl sandbox) {
    var input = Map.of(
      "user",
      Map.of("userPrincipalName", "kim@contoso.com"),
      "phoneNumber",
      "+1 2065550123",
      "phoneType",
      "MOBILE"
    );
    var reply = gateway.as("auth-admin", ADD, Map.of("input", input));
    assertThat(reply.textAt("/data/addPhoneMethod/phoneMethod/methodId")).isEqualTo(
      "3179e48a-750b-4051-897c-87b9720928f7"
    );
    assertThat(reply.listAt("/data/addPhoneMethod/errors")).isEmpty();
    assertThat(sandbox.requests()).hasSize(1);
  }
}
