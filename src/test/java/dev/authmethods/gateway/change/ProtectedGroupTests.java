package dev.authmethods.gateway.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;

import dev.authmethods.gateway.fixtures.AnyMutation;
import dev.authmethods.gateway.fixtures.CapturesLog;
import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.PhoneMutation;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import tools.jackson.databind.JsonNode;

/** Members of the protected group, direct and nested, are changed by callers with one of its roles, and by nobody else. */
class ProtectedGroupTests {

  private static final String GROUP = "gateway.access.protected-group=20000000-0000-4000-8000-000000000003";
  private static final String AS_APPLICATION = "gateway.entra.acting-as=application";
  private static final String APPLICATIONS = "gateway.access.accept-applications=true";
  private static final String APPLICATION_ROLE = "gateway.access.application-role=access_as_application";
  private static final String DIRECT = "b0000000-0000-4000-8000-000000000990";
  private static final String NESTED = "user0992@contoso.com";
  private static final String NESTED_DEEPER = "b0000000-0000-4000-8000-000000000994";
  private static final String OUTSIDE = "user0996@contoso.com";
  private static final List<String> MEMBERS = List.of(DIRECT, NESTED, NESTED_DEEPER);
  private static final String ADMIN = "auth-admin";
  private static final String PRIVILEGED = "privileged-auth-admin";
  private static final String PRIVILEGED_ROLE = "7be44c8a-adaf-4e2a-84d6-ab2649e08a13";
  private static final AnyMutation ADDING = AnyMutation.of(
    "addPhoneMethod",
    OUTSIDE,
    Map.of("phoneType", "OFFICE", "phoneNumber", "+1 2065550199")
  );

  private static List<JsonNode> errors(Gateway gateway, String persona, AnyMutation mutation) {
    return AnyMutation.errors(gateway.as(persona, mutation.document(), Map.of("input", mutation.input())));
  }

  private static List<String> types(List<JsonNode> errors) {
    return errors
      .stream()
      .map(error -> error.path("__typename").stringValue())
      .toList();
  }

  private static void assertProtected(Gateway gateway, SandboxControl sandbox) {
    for (var member : MEMBERS) {
      for (var mutation : AnyMutation.all(member)) {
        var errors = errors(gateway, ADMIN, mutation);
        if (types(errors).equals(List.of("ApplicationNotAllowedError"))) {
          continue;
        }
        assertThat(errors).as("%s %s", mutation, member).hasSize(1);
        var error = errors.getFirst();
        assertThat(error.path("code").stringValue()).as(mutation.field()).isEqualTo("PERMISSION_DENIED");
        assertThat(error.path("isTargetProtected").booleanValue()).isTrue();
        assertThat(error.path("acceptedRoles").toString()).isEqualTo("[\"Privileged Authentication Administrator\"]");
        assertThat(error.path("message").stringValue()).contains("Your organization protects this user");
      }
    }
    assertThat(sandbox.ledger()).isEmpty();
  }

  @Nested
  @GatewayTest(GROUP)
  class OnBehalfOfTheCaller {

    @Test
    void isChangedByNoMutationOfOthers(Gateway gateway, SandboxControl sandbox) {
      assertProtected(gateway, sandbox);
    }

    @Test
    void isTheDecisionOfAChangeThatIsOnlyCheckedToo(Gateway gateway) {
      for (var mutation : AnyMutation.all(DIRECT)) {
        assertThat(types(errors(gateway, ADMIN, mutation.with("validateOnly", true))))
          .as(mutation.field())
          .containsExactly("PermissionDeniedError");
      }
    }

    @Test
    void isChangedByCallersWithTheRoleWhoAreAskedNothingMore(Gateway gateway, SandboxControl sandbox) {
      for (var member : MEMBERS) {
        assertThat(errors(gateway, PRIVILEGED, with(member))).isEmpty();
      }
      assertThat(sandbox.ledger()).hasSize(3);
      assertThat(sandbox.asked()).noneMatch(call -> call.contains("transitiveMemberOf") || call.contains("/groups/"));
    }

    @Test
    void isNobodyElse(Gateway gateway, SandboxControl sandbox) {
      assertThat(errors(gateway, ADMIN, ADDING)).isEmpty();
      assertThat(sandbox.ledger()).hasSize(1);
    }

    /** Of a mutation of many each item is decided by itself, before anything of it is written. */
    @Test
    void isTakenOutOfManyUsers(Gateway gateway, SandboxControl sandbox) {
      for (var mutation : List.of("addPhoneMethods", "createTemporaryAccessPasses")) {
        var phone = mutation.equals("addPhoneMethods")
          ? Map.<String, Object>of("phoneType", "OFFICE", "phoneNumber", "+1 2065550199")
          : Map.<String, Object>of();
        var many = Stream.of(OUTSIDE, DIRECT, NESTED, NESTED_DEEPER, "user0001@contoso.com")
          .map(user -> AnyMutation.of("x", user, phone).input())
          .toList();
        var document = new AnyMutation(mutation, Map.of("items", many)).document();
        var results = gateway
          .as(ADMIN, document, Map.of("input", Map.of("items", many)))
          .listAt("/data/payload/results");
        assertThat(results.stream().map(result -> types(result.path("errors").valueStream().toList()))).containsExactly(
          List.of(),
          List.of("PermissionDeniedError"),
          List.of("PermissionDeniedError"),
          List.of("PermissionDeniedError"),
          List.of()
        );
      }
      assertThat(
        sandbox
          .ledger()
          .stream()
          .map(change -> change.path("user").stringValue())
          .distinct()
      ).containsExactlyInAnyOrder("b0000000-0000-4000-8000-000000000996", "b0000000-0000-4000-8000-000000000001");
    }

    /** A role that the caller has lost, or a group that the user has joined, counts for a repetition too. */
    @Test
    void isNotOpenedByAnEarlierAnswer(Gateway gateway, SandboxControl sandbox) {
      var keyed = with(DIRECT).with("idempotencyKey", "protected-group-1");
      var privileged = Map.of("oid", "a0000000-0000-4000-8000-000000000001", "wids", List.of(PRIVILEGED_ROLE));
      var first = gateway.execute(sandbox.token(ADMIN, privileged), keyed.document(), Map.of("input", keyed.input()));
      assertThat(AnyMutation.errors(first)).isEmpty();
      assertThat(types(errors(gateway, ADMIN, keyed))).containsExactly("PermissionDeniedError");
      assertThat(sandbox.ledger()).hasSize(1);
    }

    @Test
    void isSeenBeforeAnybodyTries(Gateway gateway) {
      var query =
        "query ($by: UserRef!) { user(by: $by) { phoneEligibility { canAdd blockedBy { __typename } } methodEligibility { addEmailMethod { isAllowed } } } }";
      for (var member : MEMBERS) {
        var reply = gateway.as(ADMIN, query, Map.of("by", PhoneMutation.ref(member)));
        assertThat(reply.listAt("/data/user/phoneEligibility"))
          .hasSize(3)
          .noneMatch(type -> type.path("canAdd").asBoolean());
        assertThat(reply.at("/data/user/methodEligibility/addEmailMethod/isAllowed").booleanValue()).isFalse();
      }
      var outside = gateway.as(ADMIN, query, Map.of("by", PhoneMutation.ref(OUTSIDE)));
      assertThat(outside.at("/data/user/methodEligibility/addEmailMethod/isAllowed").booleanValue()).isTrue();
    }

    /** What cannot be read protects everybody, and operators read why. */
    @ParameterizedTest
    @CsvSource({
      "transitiveMemberOf, 403, PermissionDeniedError",
      "transitiveMemberOf, 500, UpstreamUnavailableError",
      "transitiveMemberOf, 429, UpstreamThrottledError",
      "/groups/, 404, GatewayConfigurationError",
      "/groups/, 403, PermissionDeniedError",
      "/groups/, 503, UpstreamUnavailableError",
    })
    void isEverybodyWhileItCannotBeRead(
      String path,
      int status,
      String error,
      Gateway gateway,
      SandboxControl sandbox
    ) {
      sandbox.fault("{\"match\": {\"path\": \"%s\"}, \"status\": %d, \"times\": 99}".formatted(path, status));
      assertThat(types(errors(gateway, ADMIN, ADDING))).containsExactly(error);
      assertThat(sandbox.ledger()).isEmpty();
      assertThat(errors(gateway, PRIVILEGED, ADDING)).isEmpty();
    }

    @Test
    void isEverybodyWhileTheAnswerLeavesADoubt(Gateway gateway, SandboxControl sandbox) {
      for (var body : List.of("{'value': [{}]}", "{}", "{'value': [], '@odata.nextLink': 'x'}")) {
        sandbox.reset();
        var json = body.replace("'", "\\\"");
        sandbox.fault(
          "{\"match\": {\"path\": \"transitiveMemberOf\"}, \"status\": 200, \"times\": 9, \"body\": \"" + json + "\"}"
        );
        assertThat(errors(gateway, ADMIN, ADDING))
          .as(body)
          .hasSize(1);
        assertThat(sandbox.ledger()).isEmpty();
      }
    }

    @Test
    void isEverybodyWithoutThePermissionWhichOperatorsAreTold(Gateway gateway, SandboxControl sandbox) {
      sandbox.consent(
        "{\"delegated\": [\"User.Read.All\", \"UserAuthenticationMethod.ReadWrite.All\"], \"application\": []}"
      );
      var errors = errors(gateway, ADMIN, ADDING);
      assertThat(types(errors)).containsExactly("GatewayConfigurationError");
      assertThat(errors.getFirst().path("missingPermissions").toString()).startsWith("[\"GroupMember.Read.All\"");
      assertThat(sandbox.ledger()).isEmpty();
    }
  }

  @Nested
  @GatewayTest({ GROUP, AS_APPLICATION, APPLICATIONS, APPLICATION_ROLE })
  class AsAnApplication {

    @Test
    void isChangedByNoMutationOfOthers(Gateway gateway, SandboxControl sandbox) {
      assertProtected(gateway, sandbox);
    }

    @Test
    void isChangedByCallersWithTheRole(Gateway gateway, SandboxControl sandbox) {
      assertThat(errors(gateway, PRIVILEGED, with(NESTED_DEEPER))).isEmpty();
      assertThat(errors(gateway, ADMIN, ADDING)).isEmpty();
      assertThat(sandbox.ledger()).hasSize(2);
    }

    @Test
    void isChangedByNoApplication(Gateway gateway, SandboxControl sandbox) {
      var token = sandbox.token("app", Map.of("wids", List.of(PRIVILEGED_ROLE)));
      var mutation = with(DIRECT);
      var errors = AnyMutation.errors(gateway.execute(token, mutation.document(), Map.of("input", mutation.input())));
      assertThat(types(errors)).containsExactly("PermissionDeniedError");
      assertThat(errors.getFirst().path("acceptedRoles")).isEmpty();
      assertThat(sandbox.ledger()).isEmpty();
    }
  }

  @Nested
  @GatewayTest({ GROUP, "gateway.access.protected-group-roles=authentication administrator" })
  class OfOtherRoles {

    @Test
    void isChangedByThoseThatAreNamed(Gateway gateway) {
      assertThat(errors(gateway, ADMIN, with(DIRECT))).isEmpty();
      var errors = errors(gateway, PRIVILEGED, with(NESTED));
      assertThat(errors.getFirst().path("acceptedRoles").toString()).isEqualTo("[\"Authentication Administrator\"]");
    }
  }

  @Nested
  @GatewayTest({ GROUP, "gateway.access.protected-group-roles=" })
  class OfNoRole {

    @Test
    void isChangedByNobody(Gateway gateway, SandboxControl sandbox) {
      var error = errors(gateway, PRIVILEGED, with(DIRECT)).getFirst();
      assertThat(error.path("message").stringValue()).contains("cannot make changes through this gateway");
      assertThat(sandbox.ledger()).isEmpty();
    }
  }

  @Nested
  @GatewayTest("gateway.access.protected-group=20000000-0000-4000-8000-0000000000ff")
  @CapturesLog
  class ThatIsGone {

    @Test
    void isEverybodyForOthersThanItsRolesAndOperatorsAreTold(
      Gateway gateway,
      SandboxControl sandbox,
      CapturedOutput log
    ) {
      assertThat(types(errors(gateway, ADMIN, ADDING))).containsExactly("GatewayConfigurationError");
      assertThat(sandbox.ledger()).isEmpty();
      assertThat(log.getAll()).contains(
        "The tenant has no group like the protected group (gateway.access.protected-group)"
      );
      assertThat(errors(gateway, PRIVILEGED, ADDING)).isEmpty();
    }
  }

  @Nested
  @GatewayTest
  class ThatIsNotSet {

    @Test
    void costsNoQuestion(Gateway gateway, SandboxControl sandbox) {
      assertThat(errors(gateway, ADMIN, with(DIRECT))).isEmpty();
      assertThat(sandbox.asked()).noneMatch(call -> call.contains("transitiveMemberOf") || call.contains("/groups/"));
    }
  }

  @Nested
  @GatewayTest
  @CapturesLog
  class AtTheStart {

    @ParameterizedTest
    @ValueSource(
      strings = {
        "gateway.access.protected-group=executives",
        "gateway.access.protected-group=",
        "gateway.access.protected-group-roles=Global Administrator",
      }
    )
    void isRefusedWhereItCannotBeMeantSo(String setting, SandboxControl sandbox, CapturedOutput log) {
      assertThat(catchException(() -> Gateway.start(sandbox, setting))).isNotNull();
      assertThat(log.getAll())
        .contains("The gateway does not know whom to protect from whom", "- gateway.access.protected-group (")
        .doesNotContain("executives", "\tat ");
    }

    @Test
    void isRefusedWithARoleThatNobodyKnows(SandboxControl sandbox, CapturedOutput log) {
      var start = catchException(() -> Gateway.start(sandbox, GROUP, "gateway.access.protected-group-roles=Chief"));
      assertThat(start).isNotNull();
      assertThat(log.getAll()).contains("- gateway.access.protected-group-roles (").doesNotContain("Chief", "\tat ");
    }

    @Test
    void isTold(SandboxControl sandbox, CapturedOutput log) {
      try (var _ = Gateway.start(sandbox, GROUP)) {
        assertThat(log.getAll()).contains(
          "Members of the protected group 20000000-0000-4000-8000-000000000003 are changed only by callers with a role among [Privileged Authentication Administrator]"
        );
      }
    }
  }

  /** A mutation that is new to the schema has to be tried here as well. */
  @Test
  void isTriedWithEveryMutationOfTheSchema() throws Exception {
    var fields = new TreeSet<String>();
    try (var files = Files.list(Path.of("schema"))) {
      for (var file : files.toList()) {
        fields.addAll(mutations(Files.readString(file)));
      }
    }
    assertThat(AnyMutation.all(DIRECT).stream().map(AnyMutation::field)).containsExactlyInAnyOrderElementsOf(fields);
  }

  private static Set<String> mutations(String schema) {
    return Pattern.compile("extend type Mutation \\{(.*?)\\n}", Pattern.DOTALL)
      .matcher(schema)
      .results()
      .flatMap(block -> Pattern.compile("\n  (\\w+)\\(").matcher(block.group(1)).results())
      .map(field -> field.group(1))
      .collect(Collectors.toSet());
  }

  private static AnyMutation with(String user) {
    return AnyMutation.of("addPhoneMethod", user, Map.of("phoneType", "OFFICE", "phoneNumber", "+1 2065550199"));
  }
}
