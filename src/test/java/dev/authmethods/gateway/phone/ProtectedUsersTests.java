package dev.authmethods.gateway.phone;

import static dev.authmethods.gateway.fixtures.PhoneMutation.add;
import static dev.authmethods.gateway.fixtures.PhoneMutation.delete;
import static dev.authmethods.gateway.fixtures.PhoneMutation.set;
import static dev.authmethods.gateway.fixtures.PhoneMutation.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.access.DirectoryRole;
import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.Payload;
import dev.authmethods.gateway.fixtures.PhoneMutation;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Acting as an application the gateway itself protects whom Entra protects: holders of roles, custom ones too, members and owners
 * of role-assignable groups, and users in a restricted management administrative unit.
 */
@GatewayTest({
  "gateway.entra.acting-as=application",
  "gateway.access.accept-applications=true",
  "gateway.access.application-role=access_as_application",
})
class ProtectedUsersTests {

  private static final String ADMIN = "auth-admin";
  private static final String PRIVILEGED = "privileged-auth-admin";
  private static final String NUMBER = "+1 2065550199";

  @ParameterizedTest
  @ValueSource(
    strings = {
      "lidia@contoso.com",
      "henrietta@contoso.com",
      "johanna@contoso.com",
      "lynne@contoso.com",
      "debra@contoso.com",
      "irvin@contoso.com",
    }
  )
  void areChangedByPrivilegedAuthenticationAdministratorsOnly(String user, Gateway gateway, SandboxControl sandbox) {
    for (var change : changes(user)) {
      var payload = gateway.as(ADMIN, change);
      assertThat(payload.error("__typename")).isEqualTo("PermissionDeniedError");
      assertThat(payload.error("acceptedRoles")).isEqualTo("Privileged Authentication Administrator");
      assertThat(payload.error("isTargetProtected")).isEqualTo("true");
      assertThat(payload.error("path")).isEqualTo("input,user");
    }
    assertThat(sandbox.writes()).isEmpty();
    assertThat(gateway.as(PRIVILEGED, add(user, "OFFICE", NUMBER)).errors()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = { ADMIN, PRIVILEGED })
  void inARestrictedUnitAreChangedByNobody(String persona, Gateway gateway, SandboxControl sandbox) {
    for (var change : changes("christie@contoso.com")) {
      var payload = gateway.as(persona, change);
      assertThat(payload.error("__typename")).isEqualTo("PermissionDeniedError");
      assertThat(payload.error("acceptedRoles")).isEmpty();
      assertThat(payload.error("message")).contains("restricted management administrative unit");
    }
    assertThat(sandbox.writes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = { "kim@contoso.com", "allan@contoso.com", "ben@contoso.com" })
  void areNoneOfThoseWhoOnlyLookSo(String user, Gateway gateway) {
    assertThat(gateway.as(ADMIN, add(user, "OFFICE", NUMBER)).errors()).isEmpty();
  }

  @Test
  void areChangedByNoApplicationWithAnyRole(Gateway gateway, SandboxControl sandbox) {
    var wids = Arrays.stream(DirectoryRole.values()).map(DirectoryRole::templateId).toList();
    for (var user : List.of("lidia@contoso.com", "henrietta@contoso.com", "christie@contoso.com")) {
      for (var change : changes(user)) {
        var payload = application(gateway, sandbox, wids, change);
        assertThat(payload.error("__typename")).isEqualTo("PermissionDeniedError");
        assertThat(payload.error("acceptedRoles")).isEmpty();
      }
    }
    assertThat(sandbox.writes()).isEmpty();
    assertThat(application(gateway, sandbox, List.of(), add("kim@contoso.com", "OFFICE", NUMBER)).errors()).isEmpty();
  }

  @Test
  void areExplainedToAnApplicationInOtherWords(Gateway gateway, SandboxControl sandbox) {
    var payload = application(gateway, sandbox, List.of(), delete("lidia@contoso.com", "MOBILE"));
    assertThat(payload.error("message")).startsWith("Applications can't change administrators");
  }

  /** What cannot be read protects; and whose business it is, is said. */
  @ParameterizedTest
  @ValueSource(strings = { "roleAssignments", "transitiveMemberOf", "ownedObjects" })
  void areAllWhoseProtectionCannotBeRead(String read, Gateway gateway, SandboxControl sandbox) {
    for (int status : new int[] { 403, 404, 500 }) {
      sandbox.reset();
      sandbox.fault("{\"match\": {\"path\": \"%s\"}, \"status\": %d, \"times\": 9}".formatted(read, status));
      assertThat(gateway.as(ADMIN, add("kim@contoso.com", "OFFICE", NUMBER)).errors())
        .as("%s", status)
        .hasSize(1);
      assertThat(sandbox.writes()).isEmpty();
    }
  }

  /** Where it is not certain that nothing protects a user, the user is protected. */
  @ParameterizedTest
  @CsvSource(
    delimiter = ';',
    value = {
      "transitiveMemberOf; {'value': [{'id': 'x', 'displayName': 'x', 'isAssignableToRole': true}]}",
      "transitiveMemberOf; {'value': [{'id': 'x', 'displayName': 'x'}]}",
      "transitiveMemberOf; {'value': [{'@odata.type': '#microsoft.graph.group', 'displayName': 'x', 'isAssignableToRole': 'yes'}]}",
      "transitiveMemberOf; {'value': [{'@odata.type': '#microsoft.graph.group', 'displayName': null}]}",
      "transitiveMemberOf; {'value': [{'@odata.type': '#microsoft.graph.group2', 'displayName': 'x', 'isAssignableToRole': true}]}",
      "transitiveMemberOf; {'value': [null]}",
      "transitiveMemberOf; {'value': {}}",
      "transitiveMemberOf; {'value': null}",
      "transitiveMemberOf; {'value': [], '@odata.nextLink': 5}",
      "ownedObjects; {'value': [{'displayName': 'x', 'isAssignableToRole': true}]}",
      "ownedObjects; {'error': {'code': 'x'}}",
      "roleAssignments; {'value': [{'roleDefinitionId': null, 'directoryScopeId': '/'}]}",
      "roleAssignments; {'value': [{'roleDefinitionId': '88d8e3e3-8f55-4a1e-953a-9b9898b8876b'}]}",
      "roleAssignments; {'value': [{'roleDefinitionId': '88d8e3e3-8f55-4a1e-953a-9b9898b8876b', 'directoryScopeId': ['/']}]}",
      "roleAssignments; {'value': [{}]}",
      "roleAssignments; {}",
    }
  )
  void areAllAboutWhomTheAnswerLeavesADoubt(String read, String body, Gateway gateway, SandboxControl sandbox) {
    var json = body.replace('\'', '"').replace("\"", "\\\"");
    for (var user : List.of("kim@contoso.com", "10000000-0000-4000-8000-000000000001")) {
      sandbox.reset();
      sandbox.fault(
        "{\"match\": {\"path\": \"%s\"}, \"status\": 200, \"times\": 9, \"body\": \"%s\"}".formatted(read, json)
      );
      assertThat(gateway.as(ADMIN, add(user, "OFFICE", NUMBER)).errors()).hasSize(1);
      assertThat(sandbox.writes()).isEmpty();
    }
  }

  @Test
  void areAskedForAtOnce(Gateway gateway, SandboxControl sandbox) {
    gateway.as(ADMIN, add("10000000-0000-4000-8000-000000000001", "OFFICE", NUMBER));
    assertThat(sandbox.asked()).hasSize(6).startsWith("POST /$batch");
    assertThat(sandbox.requests()).hasSize(2);
  }

  @Test
  void areSeenInTheEligibilityToo(Gateway gateway) {
    var query = "query ($by: UserRef!) { user(by: $by) { phoneEligibility { canAdd blockedBy { __typename } } } }";
    for (var user : List.of(
      "henrietta@contoso.com",
      "johanna@contoso.com",
      "lynne@contoso.com",
      "christie@contoso.com"
    )) {
      assertThat(gateway.as(ADMIN, query, Map.of("by", PhoneMutation.ref(user))).listAt("/data/user/phoneEligibility"))
        .hasSize(3)
        .noneMatch(type -> type.path("canAdd").asBoolean());
    }
    assertThat(
      gateway
        .as(PRIVILEGED, query, Map.of("by", PhoneMutation.ref("christie@contoso.com")))
        .listAt("/data/user/phoneEligibility")
    )
      .hasSize(3)
      .noneMatch(type -> type.path("canAdd").asBoolean());
  }

  private static Payload application(Gateway gateway, SandboxControl sandbox, List<String> wids, PhoneMutation change) {
    var token = sandbox.token("app", Map.of("wids", wids));
    return new Payload(gateway.execute(token, change.document(), Map.of("input", change.input())));
  }

  private static List<PhoneMutation> changes(String user) {
    return List.of(
      add(user, "OFFICE", NUMBER),
      set(user, "MOBILE", NUMBER),
      update(user, "MOBILE", NUMBER),
      delete(user, "MOBILE"),
      PhoneMutation.enableSmsSignIn(user),
      PhoneMutation.disableSmsSignIn(user)
    );
  }
}
