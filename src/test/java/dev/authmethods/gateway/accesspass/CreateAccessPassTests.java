package dev.authmethods.gateway.accesspass;

import static dev.authmethods.gateway.accesspass.AccessPassMutation.createPass;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest("gateway.access-pass.policy-kept-for=0s")
class CreateAccessPassTests {

  private static final String ADMIN = "auth-admin";
  private static final String ADELE = "adele@contoso.com";
  private static final String ADELE_ID = "10000000-0000-4000-8000-000000000002";
  private static final String DELIA = "delia@contoso.com";
  private static final String GUEST = "ext_user_fabrikam.com#EXT#@contoso.com";

  private static void policy(SandboxControl sandbox, String more) {
    sandbox.call("POST", "/settings", "{\"policyForAuthenticationAdministrators\": true%s}".formatted(more));
  }

  @Nested
  class ARightOne {

    @ParameterizedTest
    @ValueSource(strings = { ADELE, ADELE_ID })
    void isCreatedAndItsCodeShown(String adele, Gateway gateway, SandboxControl sandbox) {
      var payload = createPass(adele).with("lifetimeInMinutes", 90).with("isUsableOnce", true).sendAs(ADMIN, gateway);
      assertThat(payload.types()).isEmpty();
      assertThat(payload.text("confirmation")).isEqualTo("UPSTREAM");
      assertThat(payload.text("passCodeState")).isEqualTo("SHOWN");
      assertThat(StoredPasses.codes(sandbox, ADELE)).containsExactly(payload.text("passCode"));
      assertThat(payload.text("temporaryAccessPass/lifetimeInMinutes")).isEqualTo("90");
      assertThat(payload.text("temporaryAccessPass/isUsableOnce")).isEqualTo("true");
      assertThat(payload.text("temporaryAccessPass/usability")).isEqualTo("ENABLED_BY_POLICY");
      assertThat(payload.reply().at("/data/payload/replaced").isNull()).isTrue();
    }

    @Test
    void costsOneLookAndOneWrite(Gateway gateway, SandboxControl sandbox) {
      createPass(ADELE_ID).sendAs(ADMIN, gateway);
      assertThat(sandbox.asked()).hasSize(2);
      assertThat(sandbox.asked().getFirst()).startsWith("GET ").endsWith("/temporaryAccessPassMethods");
      assertThat(sandbox.asked().getLast()).startsWith("POST ").endsWith("/temporaryAccessPassMethods");
    }

    @Test
    void isUsable(Gateway gateway, SandboxControl sandbox) {
      var code = createPass(ADELE).sendAs(ADMIN, gateway).text("passCode");
      var use = sandbox.call(
        "POST",
        "/users/" + ADELE + "/signIn",
        "{\"temporaryAccessPass\": \"%s\"}".formatted(code)
      );
      assertThat(use.textAt("/methodUsabilityReason")).isEqualTo("EnabledByPolicy");
    }

    @Test
    void canBeginLaterInAnyOffset(Gateway gateway, SandboxControl sandbox) {
      var start = OffsetDateTime.now(ZoneOffset.ofHours(9)).plusHours(3).truncatedTo(ChronoUnit.SECONDS);
      var payload = createPass(ADELE).with("startDateTime", start.toString()).sendAs(ADMIN, gateway);
      assertThat(payload.types()).isEmpty();
      assertThat(payload.text("passCodeState")).isEqualTo("SHOWN");
      assertThat(payload.text("temporaryAccessPass/usability")).isEqualTo("NOT_YET_VALID");
      assertThat(OffsetDateTime.parse(payload.text("temporaryAccessPass/startDateTime"))).isEqualTo(start);
      assertThat(Instant.parse(StoredPasses.of(sandbox, ADELE).getFirst().path("startDateTime").asString())).isEqualTo(
        start.toInstant()
      );
    }

    @Test
    void isOnlyCheckedWhenNothingIsToBeWritten(Gateway gateway, SandboxControl sandbox) {
      var payload = createPass(ADELE).with("validateOnly", true).sendAs(ADMIN, gateway);
      assertThat(payload.types()).isEmpty();
      assertThat(payload.reply().at("/data/payload/passCodeState").isNull()).isTrue();
      assertThat(StoredPasses.of(sandbox, ADELE)).isEmpty();
    }

    @Test
    void isAnsweredInAWayThatNoCacheKeeps(Gateway gateway) {
      assertThat(createPass(ADELE).sendAs(ADMIN, gateway).reply().header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void isNoPartOfTheMethodThatIsReadLater(Gateway gateway) {
      var code = createPass(ADELE).sendAs(ADMIN, gateway).text("passCode");
      var read = gateway.as(
        ADMIN,
        "{ user(by: {userPrincipalName: \"%s\"}) { temporaryAccessPass %s } }".formatted(ADELE, AccessPassMutation.PASS)
      );
      assertThat(code).isNotEmpty();
      assertThat(read.textAt("/data/user/temporaryAccessPass/methodId")).isNotEmpty();
      assertThat(read.text()).doesNotContain(code);
    }
  }

  @Nested
  class AnExistingPass {

    @Test
    void thatIsStillGoodIsNotThrownAway(Gateway gateway, SandboxControl sandbox) {
      var payload = createPass(DELIA).sendAs(ADMIN, gateway);
      assertThat(payload.types()).containsExactly("AccessPassExistsError");
      assertThat(payload.error("path")).isEqualTo("input,user");
      assertThat(payload.error().at("/existingTemporaryAccessPass/methodId").asString()).isEqualTo(
        StoredPasses.of(sandbox, DELIA).getFirst().path("id").asString()
      );
      assertThat(StoredPasses.codes(sandbox, DELIA)).containsExactly("Contoso-24");
      assertThat(sandbox.requests("POST", "/temporaryAccessPassMethods")).isZero();
    }

    @Test
    void isReplacedAndShownWhenTheClientSaysSo(Gateway gateway, SandboxControl sandbox) {
      var old = StoredPasses.of(sandbox, DELIA).getFirst().path("id").asString();
      var payload = createPass(DELIA).with("replaceExisting", true).sendAs(ADMIN, gateway);
      assertThat(payload.types()).isEmpty();
      assertThat(payload.text("replaced/methodId")).isEqualTo(old);
      assertThat(payload.text("temporaryAccessPass/methodId")).isNotEqualTo(old);
      assertThat(StoredPasses.codes(sandbox, DELIA)).containsExactly(payload.text("passCode"));
    }

    @Test
    void isReplacedWhenItsTimeIsOver(Gateway gateway, SandboxControl sandbox) {
      var old = StoredPasses.of(sandbox, DELIA).getFirst().path("id").asString();
      sandbox.call("POST", "/settings", "{\"clockAheadSeconds\": 86400}");
      var payload = createPass(DELIA).sendAs(ADMIN, gateway);
      assertThat(payload.types()).isEmpty();
      assertThat(payload.text("replaced/methodId")).isEqualTo(old);
    }
  }

  @Nested
  class AWrongOne {

    @ParameterizedTest
    @ValueSource(ints = { -1, 9, 43_201 })
    void thatIsNeverAllowedIsRefusedWithoutACall(int lifetime, Gateway gateway, SandboxControl sandbox) {
      var payload = createPass(ADELE).with("lifetimeInMinutes", lifetime).sendAs(ADMIN, gateway);
      assertThat(payload.types()).containsExactly("InvalidInputError");
      assertThat(payload.error("constraint")).isEqualTo("Range");
      assertThat(payload.error("path")).isEqualTo("input,lifetimeInMinutes");
      assertThat(payload.error("message")).contains("10").contains("43");
      assertThat(sandbox.asked()).isEmpty();
    }

    @Test
    void beginsInThePast(Gateway gateway, SandboxControl sandbox) {
      var before = Instant.now();
      var payload = createPass(ADELE).with("startDateTime", before.minusSeconds(1).toString()).sendAs(ADMIN, gateway);
      assertThat(payload.types()).containsExactly("AccessPassStartError");
      assertThat(payload.error("path")).isEqualTo("input,startDateTime");
      assertThat(OffsetDateTime.parse(payload.error("earliest")).toInstant()).isBetween(before, Instant.now());
      assertThat(sandbox.requests("POST", "/temporaryAccessPassMethods")).isZero();
    }

    @Test
    void beginsInThePastByTheClockOfMicrosoft(Gateway gateway, SandboxControl sandbox) {
      sandbox.call("POST", "/settings", "{\"clockAheadSeconds\": 600}");
      var payload = createPass(ADELE)
        .with("startDateTime", Instant.now().plusSeconds(300).toString())
        .sendAs(ADMIN, gateway);
      assertThat(payload.types()).containsExactly("AccessPassStartError");
    }
  }

  @Nested
  class ThePolicy {

    @ParameterizedTest
    @CsvSource({ "true", "false" })
    void boundsTheLifetime(boolean validateOnly, Gateway gateway, SandboxControl sandbox) {
      policy(sandbox, "");
      var payload = createPass(ADELE)
        .with("lifetimeInMinutes", 59)
        .with("validateOnly", validateOnly)
        .sendAs(ADMIN, gateway);
      assertThat(payload.types()).containsExactly("AccessPassLifetimeError");
      assertThat(payload.error("minimumLifetimeInMinutes")).isEqualTo("60");
      assertThat(payload.error("maximumLifetimeInMinutes")).isEqualTo("480");
      assertThat(payload.error("message")).contains("60").contains("480");
      assertThat(StoredPasses.of(sandbox, ADELE)).isEmpty();
    }

    @Test
    void boundsTheLifetimeAlsoWhereNobodyMayReadIt(Gateway gateway) {
      var payload = createPass(ADELE).with("lifetimeInMinutes", 481).sendAs(ADMIN, gateway);
      assertThat(payload.types()).containsExactly("AccessPassLifetimeError");
      assertThat(payload.error().path("minimumLifetimeInMinutes").isNull()).isTrue();
      assertThat(payload.error().path("maximumLifetimeInMinutes").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({ "true", "false" })
    void forbidsMoreThanOneUse(boolean isReadable, Gateway gateway, SandboxControl sandbox) {
      sandbox.call(
        "POST",
        "/settings",
        "{\"policyForAuthenticationAdministrators\": %s, \"temporaryAccessPassPolicy\": {\"isUsableOnce\": true}}".formatted(
          isReadable
        )
      );
      var payload = createPass(ADELE).with("isUsableOnce", false).sendAs(ADMIN, gateway);
      assertThat(payload.types()).containsExactly("AccessPassMultiUseNotAllowedError");
      assertThat(payload.error("path")).isEqualTo("input,isUsableOnce");
    }

    @ParameterizedTest
    @CsvSource({ "true, EXCLUDED", "false, UNKNOWN" })
    void excludesAUser(boolean isReadable, String reason, Gateway gateway, SandboxControl sandbox) {
      sandbox.call("POST", "/settings", "{\"policyForAuthenticationAdministrators\": %s}".formatted(isReadable));
      var payload = createPass("ben@contoso.com").sendAs(ADMIN, gateway);
      assertThat(payload.types()).containsExactly("MethodNotAllowedByPolicyError");
      assertThat(payload.error("policyRefusal")).isEqualTo(reason);
      assertThat(payload.error("kind")).isEqualTo("TEMPORARY_ACCESS_PASS");
    }

    @ParameterizedTest
    @CsvSource({ "true", "false" })
    void switchesPassesOff(boolean validateOnly, Gateway gateway, SandboxControl sandbox) {
      policy(sandbox, ", \"temporaryAccessPassPolicy\": {\"isEnabled\": false}");
      var payload = createPass(ADELE).with("validateOnly", validateOnly).sendAs(ADMIN, gateway);
      assertThat(payload.types()).containsExactly("MethodNotAllowedByPolicyError");
      assertThat(payload.error("policyRefusal")).isEqualTo("SWITCHED_OFF");
    }

    @Test
    void isShownByThePassWhereMicrosoftCreatesItAllTheSame(Gateway gateway, SandboxControl sandbox) {
      sandbox.call("POST", "/settings", "{\"tapOutOfScope\": \"CREATE\"}");
      var payload = createPass("ben@contoso.com").sendAs(ADMIN, gateway);
      assertThat(payload.types()).isEmpty();
      assertThat(payload.text("temporaryAccessPass/usability")).isEqualTo("DISABLED_BY_POLICY");
    }
  }

  @Nested
  class TheUser {

    @Test
    void cannotSignInAtAnotherTenant(Gateway gateway, SandboxControl sandbox) {
      var payload = createPass(GUEST).sendAs(ADMIN, gateway);
      assertThat(payload.types()).containsExactly("ExternalUserError");
      assertThat(payload.error("path")).isEqualTo("input,user");
      assertThat(StoredPasses.of(sandbox, GUEST)).isEmpty();
    }

    @Test
    void cannotBeTheCaller(Gateway gateway, SandboxControl sandbox) {
      var payload = createPass("avery@contoso.com").sendAs(ADMIN, gateway);
      assertThat(payload.types()).containsExactly("OwnAccountNotAllowedError");
      assertThat(sandbox.requests("POST", "/temporaryAccessPassMethods")).isZero();
    }

    @Test
    void isNotReachedByAReader(Gateway gateway) {
      assertThat(createPass(ADELE).sendAs("global-reader", gateway).types()).containsExactly("PermissionDeniedError");
    }
  }

  @Nested
  class AfterAFault {

    @BeforeEach
    void forget(SandboxControl sandbox) {
      sandbox.call("DELETE", "/requests", "");
    }

    @Test
    void itIsFoundThoughItsCodeIsLost(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault(fault("\"status\": 504, \"apply\": true"));
      var payload = createPass(ADELE).with("lifetimeInMinutes", 90).sendAs(ADMIN, gateway);
      assertThat(payload.types()).isEmpty();
      assertThat(payload.text("confirmation")).isEqualTo("READ_BACK");
      assertThat(payload.text("passCodeState")).isEqualTo("LOST");
      assertThat(payload.reply().at("/data/payload/passCode").isNull()).isTrue();
      assertThat(sandbox.requests("POST", "/temporaryAccessPassMethods")).isEqualTo(1);
    }

    @Test
    void itIsFoundInPlaceOfTheOneThatItReplaces(Gateway gateway, SandboxControl sandbox) {
      var old = StoredPasses.of(sandbox, DELIA).getFirst().path("id").asString();
      sandbox.fault(fault("\"status\": 504, \"apply\": true"));
      var payload = createPass(DELIA).with("replaceExisting", true).sendAs(ADMIN, gateway);
      assertThat(payload.text("passCodeState")).isEqualTo("LOST");
      assertThat(payload.text("replaced/methodId")).isEqualTo(old);
      assertThat(payload.text("temporaryAccessPass/methodId")).isNotEqualTo(old);
    }

    @Test
    void itIsUnknownWhereTheOldOneWithTheSameTermsIsStillThere(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault(fault("\"status\": 504"));
      var payload = createPass(DELIA).with("replaceExisting", true).sendAs(ADMIN, gateway);
      assertThat(payload.types()).containsExactly("OutcomeUnknownError");
      assertThat(sandbox.requests("POST", "/temporaryAccessPassMethods")).isEqualTo(1);
      assertThat(StoredPasses.codes(sandbox, DELIA)).containsExactly("Contoso-24");
    }

    @Test
    void itIsNeverSentAgainWhileTheFirstMayStillLand(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault(fault("\"status\": 503, \"retryAfter\": 0"));
      var creation = createPass(ADELE).keyed("may still land");
      assertThat(creation.sendAs(ADMIN, gateway).types()).containsExactly("OutcomeUnknownError");
      assertThat(creation.sendAs(ADMIN, gateway).types()).containsExactly("OutcomeUnknownError");
      assertThat(sandbox.requests("POST", "/temporaryAccessPassMethods")).isEqualTo(1);
    }

    @Test
    void aPassOfOthersWithOtherTermsIsNotTakenForIt(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault(
        fault(
          """
          "status": 409, "code": "conflict", "meanwhile": {"when": "after", "method": "POST",
            "path": "/users/%s/authentication/temporaryAccessPassMethods", "body": {"lifetimeInMinutes": 120}}
          """.formatted(ADELE_ID)
        )
      );
      var payload = createPass(ADELE).with("lifetimeInMinutes", 90).sendAs(ADMIN, gateway);
      assertThat(payload.types()).containsExactly("AccessPassChangedError");
      assertThat(payload.error().at("/currentTemporaryAccessPass/methodId").asString()).isEqualTo(
        StoredPasses.of(sandbox, ADELE).getFirst().path("id").asString()
      );
    }

    private static String fault(String effect) {
      return "{\"match\": {\"method\": \"POST\", \"path\": \"/temporaryAccessPassMethods\"}, %s}".formatted(effect);
    }
  }

  @Nested
  class AKey {

    @Test
    void showsTheCodeOnlyOnce(Gateway gateway, SandboxControl sandbox) {
      var creation = createPass(ADELE).keyed("only once");
      var first = creation.sendAs(ADMIN, gateway);
      var again = creation.sendAs(ADMIN, gateway);
      assertThat(first.text("passCodeState")).isEqualTo("SHOWN");
      assertThat(again.types()).isEmpty();
      assertThat(again.text("replayed")).isEqualTo("true");
      assertThat(again.text("passCodeState")).isEqualTo("NOT_SHOWN_AGAIN");
      assertThat(again.reply().text()).doesNotContain(first.text("passCode"));
      assertThat(again.text("temporaryAccessPass/methodId")).isEqualTo(first.text("temporaryAccessPass/methodId"));
      assertThat(sandbox.requests("POST", "/temporaryAccessPassMethods")).isEqualTo(1);
    }

    @Test
    void tellsTheReplacedPassAgain(Gateway gateway) {
      var creation = createPass(DELIA).with("replaceExisting", true).keyed("replaced");
      var first = creation.sendAs(ADMIN, gateway);
      assertThat(first.text("replaced/methodId")).isNotEmpty();
      assertThat(creation.sendAs(ADMIN, gateway).text("replaced/methodId")).isEqualTo(first.text("replaced/methodId"));
    }

    @Test
    void isAnsweredAgainWhenTheStartHasPassed(Gateway gateway) {
      var start = Instant.now().plusMillis(1_500);
      var creation = createPass(ADELE).with("startDateTime", start.toString()).keyed("start has passed");
      assertThat(creation.sendAs(ADMIN, gateway).types()).isEmpty();
      await().until(() -> Instant.now().isAfter(start));
      assertThat(creation.sendAs(ADMIN, gateway).text("replayed")).isEqualTo("true");
    }

    @Test
    void belongsToTheStartInAnyOffset(Gateway gateway) {
      var start = OffsetDateTime.now(ZoneOffset.UTC).plusHours(1).truncatedTo(ChronoUnit.SECONDS);
      var creation = createPass(ADELE).keyed("offset");
      creation.with("startDateTime", start.toString()).sendAs(ADMIN, gateway);
      var other = start.withOffsetSameInstant(ZoneOffset.ofHours(-5)).toString();
      assertThat(creation.with("startDateTime", other).sendAs(ADMIN, gateway).text("replayed")).isEqualTo("true");
    }
  }
}
