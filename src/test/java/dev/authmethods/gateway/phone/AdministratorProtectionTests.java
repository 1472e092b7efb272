package dev.authmethods.gateway.phone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Acting as an application, Entra no longer keeps lesser administrators from greater ones: the gateway does. */
@GatewayTest("gateway.entra.acting-as=application")
class AdministratorProtectionTests {

  private static final String ADD = """
  mutation ($input: AddPhoneMethodInput!) {
    addPhoneMethod(input: $input) {
      phoneMethod { methodId }
      errors { __typename ... on ExpectedError { path } ... on PermissionDeniedError { acceptedRoles } }
    }
  }
  """;
  private static final String ELIGIBILITY = """
  { user(by: {userPrincipalName: "lidia@contoso.com"}) { phoneEligibility { canAdd blockedBy { __typename } } } }
  """;

  @Test
  void refusesAnAuthenticationAdministratorWhoMeansAnAdministrator(Gateway gateway, SandboxControl sandbox) {
    var reply = gateway.as("auth-admin", ADD, officePhoneOf("lidia@contoso.com"));
    assertThat(reply.typesAt("/data/addPhoneMethod/errors")).containsExactly("PermissionDeniedError");
    assertThat(sandbox.requests("POST", "/phoneMethods")).isZero();
  }

  @Test
  void letsAPrivilegedAuthenticationAdministratorDoIt(Gateway gateway) {
    var reply = gateway.as("privileged-auth-admin", ADD, officePhoneOf("lidia@contoso.com"));
    assertThat(reply.textAt("/data/addPhoneMethod/phoneMethod/methodId")).isNotEmpty();
  }

  @Test
  void letsAnAuthenticationAdministratorChangeOrdinaryUsers(Gateway gateway) {
    var reply = gateway.as("auth-admin", ADD, officePhoneOf("kim@contoso.com"));
    assertThat(reply.textAt("/data/addPhoneMethod/phoneMethod/methodId")).isNotEmpty();
  }

  @Test
  void refusesWhenItCannotSeeWhoIsAnAdministrator(Gateway gateway, SandboxControl sandbox) {
    sandbox.fault("{\"match\": {\"path\": \"transitiveMemberOf\"}, \"status\": 403, \"times\": 9}");
    var reply = gateway.as("auth-admin", ADD, officePhoneOf("kim@contoso.com"));
    assertThat(reply.listAt("/data/addPhoneMethod/errors")).hasSize(1);
    assertThat(sandbox.requests("POST", "/phoneMethods")).isZero();
  }

  @Test
  void showsTheSameInTheEligibility(Gateway gateway) {
    var reply = gateway.as("auth-admin", ELIGIBILITY);
    assertThat(reply.listAt("/data/user/phoneEligibility"))
      .hasSize(3)
      .noneMatch(type -> type.path("canAdd").asBoolean());
  }

  @Test
  void comparesWholeNumbersBeforeItMasksThem(Gateway gateway, SandboxControl sandbox) {
    sandbox.fault("{\"match\": {\"method\": \"POST\", \"path\": \"/phoneMethods\"}, \"status\": 409}");
    var megan = Map.of("userPrincipalName", "megan@contoso.com");
    var other = Map.of("user", megan, "phoneNumber", "+1 4255559901", "phoneType", "MOBILE");
    var reply = gateway.as("auth-admin", ADD, Map.of("input", other));
    assertThat(reply.typesAt("/data/addPhoneMethod/errors")).containsExactly("PhoneTypeAlreadyRegisteredError");
  }

  @Test
  void doesNotTakeANameForTheOwnAccount(Gateway gateway, SandboxControl sandbox) {
    var namedLikeKim = sandbox.token("auth-admin", Map.of("preferred_username", "kim@contoso.com"));
    var reply = gateway.execute(namedLikeKim, ADD, officePhoneOf("kim@contoso.com"));
    assertThat(reply.textAt("/data/addPhoneMethod/phoneMethod/methodId")).isNotEmpty();
  }

  @Test
  void masksNumbersForAnAuthenticationAdministratorOnly(Gateway gateway) {
    var phones = "{ user(by: {userPrincipalName: \"diego@contoso.com\"}) { phoneMethods { phoneNumber } } }";
    assertThat(gateway.as("auth-admin", phones).listAt("/data/user/phoneMethods"))
      .extracting(phone -> phone.path("phoneNumber").asString(""))
      .containsExactly("+1 XXXXXXXX04", "+1 XXXXXXXX05", "+1 XXXXXXXX06");
    assertThat(gateway.as("global-reader", phones).listAt("/data/user/phoneMethods"))
      .extracting(phone -> phone.path("phoneNumber").asString(""))
      .containsExactly("+1 2065550104", "+1 2065550105", "+1 2065550106x123");
  }

  private static Map<String, Object> officePhoneOf(String name) {
    var user = Map.of("userPrincipalName", name);
    return Map.of("input", Map.of("user", user, "phoneNumber", "+1 2065550199", "phoneType", "OFFICE"));
  }
}
