package dev.authmethods.gateway.phone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import org.junit.jupiter.api.Test;

@GatewayTest
class SeveralMutationsTests {

  private static final String TWO_PHONES = """
    mutation {
      first: addPhoneMethod(
        input: {user: {userPrincipalName: "adele@contoso.com"}, phoneNumber: "+1 2065550171", phoneType: MOBILE}
      ) { ...Phones }
      second: addPhoneMethod(
        input: {user: {userPrincipalName: "adele@contoso.com"}, phoneNumber: "+1 2065550172", phoneType: OFFICE}
      ) { ...Phones }
    }
    fragment Phones on MutationPayload { user { phoneMethods { phoneType } } }
    """;

  @Test
  void showEachWhatIsTrueAfterIt(Gateway gateway) {
    var reply = gateway.as("auth-admin", TWO_PHONES);
    assertThat(reply.listAt("/data/first/user/phoneMethods")).hasSize(1);
    assertThat(reply.listAt("/data/second/user/phoneMethods")).hasSize(2);
  }
}
