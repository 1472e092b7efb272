package dev.authmethods.gateway.entra;

import static dev.authmethods.gateway.fixtures.PhoneMutation.add;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** In every national cloud the gateway asks for a token of that cloud's Microsoft Graph, and works with it. */
class CloudsTests {

  private static void addsAndReadsAPhone(Gateway gateway) {
    assertThat(gateway.as("auth-admin", add("kim@contoso.com", "MOBILE", "+1 2065550123")).errors()).isEmpty();
    assertThat(gateway.phonesOf("kim@contoso.com")).containsEntry("MOBILE", "+1 2065550123");
  }

  @Nested
  @GatewayTest("gateway.entra.cloud=us-government-l4")
  class UsGovernmentL4 {

    @Test
    void addsPhones(Gateway gateway) {
      addsAndReadsAPhone(gateway);
    }
  }

  @Nested
  @GatewayTest("gateway.entra.cloud=us-government-l5")
  class UsGovernmentL5 {

    @Test
    void addsPhones(Gateway gateway) {
      addsAndReadsAPhone(gateway);
    }
  }

  @Nested
  @GatewayTest("gateway.entra.cloud=china-21vianet")
  class China21Vianet {

    @Test
    void readsPhones(Gateway gateway) {
      assertThat(gateway.phonesOf("megan@contoso.com")).containsEntry("MOBILE", "+1 2065550101");
    }
  }
}
