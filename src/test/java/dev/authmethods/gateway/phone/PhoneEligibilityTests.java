package dev.authmethods.gateway.phone;

import static dev.authmethods.gateway.fixtures.PhoneMutation.add;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.PhoneMutation;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@GatewayTest
class PhoneEligibilityTests {

  private static final String ADMIN = "auth-admin";
  private static final String ELIGIBILITY = """
  query ($by: UserRef!) {
    user(by: $by) {
      phoneEligibility { phoneType canAdd blockedBy { __typename ... on ExpectedError { code path } } }
    }
  }
  """;

  @ParameterizedTest
  @CsvSource({
    "kim@contoso.com,    MOBILE OFFICE",
    "megan@contoso.com,  ALTERNATE_MOBILE OFFICE",
    "alex@contoso.com,   OFFICE",
    "nestor@contoso.com, MOBILE",
    "grady@contoso.com,  ALTERNATE_MOBILE",
    "diego@contoso.com,  ''",
    "avery@contoso.com,  ''",
  })
  void listsTheTypesThatCanBeAdded(String user, String types, Gateway gateway) {
    var addable = eligibility(gateway, user)
      .stream()
      .filter(type -> type.path("canAdd").booleanValue())
      .map(type -> type.path("phoneType").stringValue())
      .toList();
    assertThat(String.join(" ", addable)).isEqualTo(types);
  }

  @ParameterizedTest
  @ValueSource(
    strings = {
      "kim@contoso.com",
      "megan@contoso.com",
      "alex@contoso.com",
      "nestor@contoso.com",
      "diego@contoso.com",
      "avery@contoso.com",
    }
  )
  void saysOfEveryTypeWhatAddingItWouldBeAnswered(String user, Gateway gateway) {
    for (var type : eligibility(gateway, user)) {
      var adding = add(user, type.path("phoneType").stringValue(), "+1 2065550123").validateOnly();
      assertThat(codes(type.path("blockedBy"))).isEqualTo(codes(gateway.as(ADMIN, adding).errors()));
    }
  }

  @Test
  void readsThePhonesOnceForBothFields(Gateway gateway, SandboxControl sandbox) {
    var both = """
    { user(by: { objectId: "10000000-0000-4000-8000-000000000011" }) { phoneMethods { id } phoneEligibility { canAdd } } }
    """;
    gateway.as(ADMIN, both);
    assertThat(sandbox.asked())
      .filteredOn(call -> call.contains("/phoneMethods"))
      .hasSize(1);
  }

  @Test
  void isNullWithAnErrorForWhoMayNotReadThePhones(Gateway gateway) {
    var reply = gateway.as("user", ELIGIBILITY, Map.of("by", PhoneMutation.ref("kim@contoso.com")));
    assertThat(reply.at("/data/user/phoneEligibility").isNull()).isTrue();
    assertThat(reply.textAt("/errors/0/extensions/code")).isEqualTo("PERMISSION_DENIED");
  }

  @Nested
  @GatewayTest("gateway.entra.acting-as=application")
  class WhenTheGatewayActsAsAnApplication {

    @Test
    void isBlockedForACallerWithoutARoleThatMayWrite(Gateway gateway) {
      var reply = gateway.as("global-reader", ELIGIBILITY, Map.of("by", PhoneMutation.ref("kim@contoso.com")));
      assertThat(reply.listAt("/data/user/phoneEligibility"))
        .hasSize(3)
        .allSatisfy(type -> assertThat(codes(type.path("blockedBy"))).containsExactly("PERMISSION_DENIED"));
    }
  }

  private static List<JsonNode> eligibility(Gateway gateway, String user) {
    return gateway.as(ADMIN, ELIGIBILITY, Map.of("by", PhoneMutation.ref(user))).listAt("/data/user/phoneEligibility");
  }

  private static List<String> codes(Iterable<JsonNode> errors) {
    return StreamSupport.stream(errors.spliterator(), false)
      .map(error -> error.path("code").stringValue())
      .toList();
  }
}
