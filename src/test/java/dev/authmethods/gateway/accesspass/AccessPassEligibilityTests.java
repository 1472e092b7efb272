package dev.authmethods.gateway.accesspass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@GatewayTest("gateway.access-pass.policy-kept-for=0s")
class AccessPassEligibilityTests {

  private static final String ADMIN = "auth-admin";
  private static final String CREATE = "/data/user/methodEligibility/createTemporaryAccessPass";
  private static final String DELETE = "/data/user/methodEligibility/deleteTemporaryAccessPass";

  private static Reply of(String user, String persona, Gateway gateway) {
    var document = """
    { user(by: {userPrincipalName: "%s"}) { methodEligibility {
      createTemporaryAccessPass {
        isAllowed blockedBy { __typename } existing { methodId }
        minimumLifetimeInMinutes maximumLifetimeInMinutes defaultLifetimeInMinutes isMultiUseAllowed
      }
      deleteTemporaryAccessPass { isAllowed blockedBy { __typename } }
    } } }
    """.formatted(user);
    return gateway.as(persona, document);
  }

  @Nested
  class Creating {

    @Test
    void tellsTheBoundsOfThePolicyToThoseWhoMayReadIt(Gateway gateway, SandboxControl sandbox) {
      sandbox.call("POST", "/settings", "{\"policyForAuthenticationAdministrators\": true}");
      var reply = of("adele@contoso.com", ADMIN, gateway);
      assertThat(reply.at(CREATE + "/isAllowed").asBoolean()).isTrue();
      assertThat(reply.at(CREATE + "/minimumLifetimeInMinutes").asInt()).isEqualTo(60);
      assertThat(reply.at(CREATE + "/maximumLifetimeInMinutes").asInt()).isEqualTo(480);
      assertThat(reply.at(CREATE + "/defaultLifetimeInMinutes").asInt()).isEqualTo(60);
      assertThat(reply.at(CREATE + "/isMultiUseAllowed").asBoolean()).isTrue();
    }

    @Test
    void isAllowedWithoutBoundsForThoseWhoMayNotReadThePolicy(Gateway gateway) {
      var reply = of("adele@contoso.com", ADMIN, gateway);
      assertThat(reply.at(CREATE + "/isAllowed").asBoolean()).isTrue();
      assertThat(reply.at(CREATE + "/minimumLifetimeInMinutes").isNull()).isTrue();
      assertThat(reply.at(CREATE + "/isMultiUseAllowed").isNull()).isTrue();
      assertThat(reply.at("/errors").isMissingNode()).isTrue();
    }

    @Test
    void showsThePassThatItWouldThrowAway(Gateway gateway, SandboxControl sandbox) {
      var reply = of("delia@contoso.com", ADMIN, gateway);
      assertThat(reply.at(CREATE + "/isAllowed").asBoolean()).isTrue();
      assertThat(reply.textAt(CREATE + "/existing/methodId")).isEqualTo(
        StoredPasses.of(sandbox, "delia@contoso.com").getFirst().path("id").asString()
      );
    }

    @Test
    void isForbiddenWherePassesAreSwitchedOff(Gateway gateway, SandboxControl sandbox) {
      sandbox.call(
        "POST",
        "/settings",
        "{\"policyForAuthenticationAdministrators\": true, \"temporaryAccessPassPolicy\": {\"isEnabled\": false}}"
      );
      var reply = of("adele@contoso.com", ADMIN, gateway);
      assertThat(reply.at(CREATE + "/isAllowed").asBoolean()).isFalse();
      assertThat(reply.typesAt(CREATE + "/blockedBy")).containsExactly("MethodNotAllowedByPolicyError");
    }

    @Test
    void isForbiddenForTheOwnAccount(Gateway gateway) {
      var reply = of("avery@contoso.com", ADMIN, gateway);
      assertThat(reply.typesAt(CREATE + "/blockedBy")).containsExactly("OwnAccountNotAllowedError");
      assertThat(reply.typesAt(DELETE + "/blockedBy")).containsExactly("AccessPassNotFoundError");
    }
  }

  @Nested
  class Deleting {

    @Test
    void needsAPass(Gateway gateway) {
      assertThat(
        of("delia@contoso.com", ADMIN, gateway)
          .at(DELETE + "/isAllowed")
          .asBoolean()
      ).isTrue();
      var reply = of("adele@contoso.com", ADMIN, gateway);
      assertThat(reply.at(DELETE + "/isAllowed").asBoolean()).isFalse();
      assertThat(reply.typesAt(DELETE + "/blockedBy")).containsExactly("AccessPassNotFoundError");
    }
  }

  @Nested
  @GatewayTest({ "gateway.entra.acting-as=application", "gateway.access-pass.policy-kept-for=1m" })
  class AsAnApplication {

    @Test
    void theGatewayReadsThePolicyOnceForAll(Gateway gateway, SandboxControl sandbox) {
      var first = of("adele@contoso.com", ADMIN, gateway);
      var second = of("kim@contoso.com", "privileged-auth-admin", gateway);
      assertThat(first.at(CREATE + "/maximumLifetimeInMinutes").asInt()).isEqualTo(480);
      assertThat(second.at(CREATE + "/maximumLifetimeInMinutes").asInt()).isEqualTo(480);
      assertThat(sandbox.requests("GET", "/policies/authenticationMethodsPolicy")).isEqualTo(1);
    }
  }
}
