package dev.authmethods.gateway.phone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@GatewayTest
class MaskedNumbersTests {

  private static final String PHONES = """
  { user(by: { userPrincipalName: "megan@contoso.com" }) { phoneMethods { phoneNumber } } }
  """;

  @ParameterizedTest
  @CsvSource({
    "auth-admin,            +1 XXXXXXXX01",
    "privileged-auth-admin, +1 2065550101",
    "global-reader,         +1 2065550101",
  })
  void areShownAsMicrosoftShowsThemToTheCaller(String persona, String number, Gateway gateway) {
    assertThat(gateway.as(persona, PHONES).textAt("/data/user/phoneMethods/0/phoneNumber")).isEqualTo(number);
  }
}
