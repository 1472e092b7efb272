package dev.authmethods.gateway.phone;

import static dev.authmethods.gateway.fixtures.PhoneMutation.add;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.SandboxControl;
import dev.authmethods.sandbox.SandboxSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;

@GatewayTest("gateway.phone.allow-own-account=true")
class OwnAccountAllowedTests {

  private static final String AVERY = "avery@contoso.com";

  @Test
  void leavesTheDecisionToMicrosoft(Gateway gateway, SandboxControl sandbox) {
    assertThat(gateway.as("auth-admin", add(AVERY, "MOBILE", "+1 2065550123")).types()).containsExactly(
      "PermissionDeniedError"
    );
    assertThat(sandbox.writes()).hasSize(1);
  }

  @Test
  void saysThatPhonesCanBeAdded(Gateway gateway) {
    var query = "{ user(by: { userPrincipalName: \"avery@contoso.com\" }) { phoneEligibility { phoneType canAdd } } }";
    assertThat(gateway.as("auth-admin", query).at("/data/user/phoneEligibility/0/canAdd").booleanValue()).isTrue();
  }

  @Test
  void addsWhereMicrosoftDoes() {
    try (
      var sandbox = SandboxControl.start(SandboxSettings.onFreePorts().withSelfServiceCreate());
      var gateway = Gateway.start(sandbox, "gateway.phone.allow-own-account=true")
    ) {
      assertThat(gateway.as("auth-admin", add(AVERY, "MOBILE", "+1 2065550123")).errors()).isEmpty();
      assertThat(gateway.phonesOf(AVERY)).containsExactly(Map.entry("MOBILE", "+1 2065550123"));
    }
  }
}
