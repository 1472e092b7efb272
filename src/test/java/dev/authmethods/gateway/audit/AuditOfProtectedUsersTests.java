package dev.authmethods.gateway.audit;

import static dev.authmethods.gateway.fixtures.PhoneMutation.add;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.AnyMutation;
import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.PhoneMutation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A gateway that acts as an application refuses access itself: each refusal has a line. */
@GatewayTest({
  "gateway.entra.acting-as=application",
  "gateway.access.accept-applications=true",
  "gateway.access.application-role=access_as_application",
  "gateway.audit.sink=file",
  "gateway.audit.file=target/protected.audit",
  "gateway.audit.key=" + AuditFile.KEY,
  "gateway.access.protected-group=20000000-0000-4000-8000-000000000003",
})
class AuditOfProtectedUsersTests {

  private static final String NUMBER = "+1 2065550123";
  private static final String HENRIETTA = "henrietta@contoso.com";

  private final AuditFile audit = AuditFile.fromNow(Path.of("target/protected.audit"));

  private List<String> errors() {
    return audit
      .events("denied")
      .stream()
      .flatMap(line -> line.path("errors").valueStream())
      .map(JsonNode::asString)
      .toList();
  }

  @Test
  void aProtectedUserIsInTheTrailOfWhoTriedToChangeThem(Gateway gateway) {
    gateway.as("auth-admin", add(HENRIETTA, "OFFICE", NUMBER).with("reason", "Asked by phone"));

    assertThat(errors()).containsExactly("PERMISSION_DENIED");
    assertThat(audit.events())
      .singleElement()
      .satisfies(line -> {
        assertThat(line.path("actingAs").asString()).isEqualTo("application");
        assertThat(line.path("reason").asString()).isEqualTo("Asked by phone");
        assertThat(line.path("rule").asString()).isEqualTo("protected");
      });
  }

  /** Of every mutation that applications can make, of each item and of a reset as a whole. */
  @Test
  void theRuleOfTheProtectedGroupIsInTheTrail(Gateway gateway) {
    var mutations = AnyMutation.all("user0992@contoso.com")
      .stream()
      .filter(mutation -> !mutation.field().equals("resetPassword"))
      .toList();
    mutations.forEach(mutation -> gateway.as("auth-admin", mutation.document(), Map.of("input", mutation.input())));

    var denied = audit.events("denied");
    assertThat(denied.stream().map(line -> line.path("mutation").asString())).containsExactlyElementsOf(
      mutations.stream().map(AnyMutation::field).toList()
    );
    assertThat(denied).allMatch(line -> line.path("rule").asString().equals("protected_group"));
    assertThat(audit.events()).hasSameSizeAs(denied);
  }

  @Test
  void aCallerWithoutARoleIsInTheTrail(Gateway gateway) {
    gateway.as("user", add("kim@contoso.com", "OFFICE", NUMBER));
    gateway.as("user", PhoneMutation.resetMfa("kim@contoso.com"));

    assertThat(errors()).containsExactly("PERMISSION_DENIED", "PERMISSION_DENIED");
    assertThat(audit.events("attempt")).isEmpty();
  }

  @Test
  void theTargetIsNamedByTheObjectIdThatTheGatewayFinds(Gateway gateway) {
    gateway.as("auth-admin", add("kim@contoso.com", "OFFICE", NUMBER));

    assertThat(audit.events("attempt"))
      .singleElement()
      .satisfies(line -> assertThat(line.path("target").asString()).isEqualTo("10000000-0000-4000-8000-000000000001"));
  }
}
