package dev.authmethods.sandbox.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.authmethods.sandbox.fixtures.Answer;
import dev.authmethods.sandbox.fixtures.LocalEntra;
import dev.authmethods.sandbox.http.JsonTree;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Microsoft Graph: temporaryAccessPassAuthenticationMethod. */
class TemporaryAccessPassTests {

  @RegisterExtension
  static final LocalEntra entra = new LocalEntra();

  static final String ADMIN = "privileged-auth-admin";
  static final String ADELE = of("adele");
  static final String GUID = "\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}";

  private static String of(String name) {
    return "/users/" + name + "@contoso.com/authentication/temporaryAccessPassMethods";
  }

  private static JsonNode created(String body) {
    var answer = entra.post(ADMIN, ADELE, body);
    assertThat(answer.status()).isEqualTo(201);
    return answer.json();
  }

  private static String message(Answer answer) {
    return answer.json().at("/error/message").asString();
  }

  private static void settings(String json) {
    assertThat(entra.control("POST", "/settings", json).status()).isEqualTo(204);
  }

  /** What the list of Adele's passes says now. */
  private static List<String> reasons() {
    return entra.get(ADMIN, ADELE).values("methodUsabilityReason");
  }

  private static String signIn(String code) {
    var body = JsonTree.object().put("temporaryAccessPass", code).toString();
    return entra
      .control("POST", "/users/adele@contoso.com/signIn", body)
      .json()
      .path("methodUsabilityReason")
      .asString();
  }

  private static Instant validFrom(String name) {
    var property = "signInSessionsValidFromDateTime";
    var user = entra.get(ADMIN, "/users/" + name + "@contoso.com?$select=" + property).json();
    return Instant.parse(user.path(property).asString());
  }

  @Nested
  class Create {

    @Test
    void answersWithTheCodeOnce() {
      var before = Instant.now();
      var answer = entra.post(ADMIN, ADELE, "{}");

      assertThat(answer.status()).isEqualTo(201);
      var pass = answer.json();
      assertThat(pass.path("id").asString()).matches(GUID);
      assertThat(answer.header("Location")).endsWith(
        "/temporaryAccessPassMethods('" + pass.path("id").asString() + "')"
      );
      assertThat(pass.path("temporaryAccessPass").asString()).hasSize(8);
      assertThat(pass.path("isUsable").asBoolean()).isTrue();
      assertThat(pass.path("methodUsabilityReason").asString()).isEqualTo("EnabledByPolicy");
      assertThat(pass.path("lifetimeInMinutes").asInt()).isEqualTo(60);
      assertThat(pass.path("isUsableOnce").asBoolean()).isFalse();
      assertThat(Instant.parse(pass.path("createdDateTime").asString())).isBetween(before, Instant.now());
      assertThat(pass.path("startDateTime")).isEqualTo(pass.path("createdDateTime"));

      var read = entra.get(ADMIN, ADELE + "/" + pass.path("id").asString()).json();
      assertThat(read.path("temporaryAccessPass").isNull()).isTrue();
      assertThat(entra.get(ADMIN, ADELE).json().at("/value/0/temporaryAccessPass").isNull()).isTrue();
      assertThat(entra.get(ADMIN, "/users/adele@contoso.com/authentication/methods").body()).doesNotContain(
        pass.path("temporaryAccessPass").asString()
      );
    }

    @Test
    void takesWhatIsAskedFor() {
      var start = Instant.now().plus(Duration.ofDays(2));
      var pass = created("{\"startDateTime\":\"" + start + "\",\"lifetimeInMinutes\":480,\"isUsableOnce\":true}");

      assertThat(pass.path("startDateTime").asString()).isEqualTo(start.toString());
      assertThat(pass.path("lifetimeInMinutes").asInt()).isEqualTo(480);
      assertThat(pass.path("isUsableOnce").asBoolean()).isTrue();
      assertThat(pass.path("isUsable").asBoolean()).isFalse();
      assertThat(pass.path("methodUsabilityReason").asString()).isEqualTo("NotYetValid");
    }

    @ParameterizedTest
    @CsvSource({ "59, 400", "60, 201", "480, 201", "481, 400", "10, 400", "43200, 400", "-1, 400" })
    void keepsToTheLifetimesOfThePolicy(int minutes, int status) {
      var answer = entra.post(ADMIN, ADELE, "{\"lifetimeInMinutes\":" + minutes + "}");

      assertThat(answer.status()).isEqualTo(status);
      if (status == 400) {
        assertThat(answer.code()).isEqualTo("badRequest");
        assertThat(message(answer)).isEqualTo(
          "Invalid LifetimeInMinutes specified. The valid range between 60 and 480."
        );
      }
    }

    @Test
    void takesTheLifetimeAndLengthOfThePolicy() {
      settings(
        "{\"temporaryAccessPassPolicy\":{\"minimumLifetimeInMinutes\":10,\"defaultLifetimeInMinutes\":30,\"defaultLength\":12}}"
      );

      var pass = created("{}");

      assertThat(pass.path("lifetimeInMinutes").asInt()).isEqualTo(30);
      assertThat(pass.path("temporaryAccessPass").asString()).hasSize(12);
      assertThat(entra.post(ADMIN, ADELE, "{\"lifetimeInMinutes\":480}").status()).isEqualTo(201);
    }

    @Test
    void refusesAStartInThePast() {
      var past = Instant.now().minusSeconds(1);

      var answer = entra.post(ADMIN, ADELE, "{\"startDateTime\":\"" + past + "\"}");

      assertThat(answer.status()).isEqualTo(400);
      assertThat(message(answer)).isEqualTo("Invalid StartDateTime specified. It can not be a time in the past.");
    }

    @Test
    void refusesManyUsesWhereThePolicyAllowsOne() {
      settings("{\"temporaryAccessPassPolicy\":{\"isUsableOnce\":true}}");

      assertThat(created("{}").path("isUsableOnce").asBoolean()).isTrue();
      assertThat(entra.post(ADMIN, ADELE, "{\"isUsableOnce\":false}").code()).isEqualTo("badRequest");
    }

    @ParameterizedTest
    @ValueSource(
      strings = {
        "[]",
        "{\"lifetimeInMinutes\":\"60\"}",
        "{\"lifetimeInMinutes\":60.5}",
        "{\"isUsableOnce\":\"yes\"}",
        "{\"startDateTime\":\"tomorrow\"}",
        "{\"startDateTime\":\"2030-01-01T10:00:00\"}",
        "{\"emailAddress\":\"me@example.com\"}",
      }
    )
    void refusesWhatIsNotValid(String body) {
      assertThat(entra.post(ADMIN, ADELE, body).code()).isEqualTo("badRequest");
      assertThat(reasons()).isEmpty();
    }

    @Test
    void replacesTheOneThatIsThereWithoutAWord() {
      var first = created("{}").path("id").asString();
      var second = created("{}").path("id").asString();

      assertThat(entra.get(ADMIN, ADELE).values("id")).containsExactly(second);
      assertThat(entra.get(ADMIN, ADELE + "/" + first).status()).isEqualTo(404);
      assertThat(entra.delete(ADMIN, ADELE + "/" + first).code()).isEqualTo("resourceNotFound");
    }

    @Test
    void canRefuseWhileAnotherIsValid() {
      settings("{\"tapReplace\":\"refuse\"}");
      created("{}");
      assertThat(entra.post(ADMIN, ADELE, "{}").code()).isEqualTo("badRequest");

      settings("{\"tapReplace\":\"refuse\",\"clockAheadSeconds\":3601}");
      assertThat(entra.post(ADMIN, ADELE, "{}").status()).isEqualTo(201);
    }

    @Test
    void refusesUsersToWhomThePolicyDoesNotApply() {
      var answer = entra.post(ADMIN, of("ben"), "{}");

      assertThat(answer.status()).isEqualTo(400);
      assertThat(message(answer)).isEqualTo(
        "Converged UserCredentialPolicy does not allow creating or updating this authentication method. " +
          "AuthMethodType [TemporaryAccessPass]."
      );

      settings("{\"temporaryAccessPassPolicy\":{\"excludedGroups\":[]}}");
      assertThat(entra.post(ADMIN, of("ben"), "{}").status()).isEqualTo(201);

      settings("{\"temporaryAccessPassPolicy\":{\"isEnabled\":false}}");
      assertThat(entra.post(ADMIN, ADELE, "{}").status()).isEqualTo(400);
    }

    @Test
    void canCreateAnUnusableOneForThem() {
      settings("{\"tapOutOfScope\":\"create\"}");

      var pass = entra.post(ADMIN, of("ben"), "{}").json();

      assertThat(pass.path("isUsable").asBoolean()).isFalse();
      assertThat(pass.path("methodUsabilityReason").asString()).isEqualTo("DisabledByPolicy");
    }

    @Test
    void refusesExternalGuests() {
      var answer = entra.post(ADMIN, of("ext_user_fabrikam.com%23EXT%23"), "{}");

      assertThat(answer.status()).isEqualTo(400);
      assertThat(message(answer)).isEqualTo("Temporary Access Pass cannot be added to an external guest user.");
    }

    @Test
    void isTheOnlyWayToWriteOne() {
      var pass = created("{}").path("id").asString();

      assertThat(entra.patch(ADMIN, ADELE + "/" + pass, "{\"lifetimeInMinutes\":120}").status()).isEqualTo(405);
      var body = "{\"@odata.type\":\"#microsoft.graph.temporaryAccessPassAuthenticationMethod\"}";
      assertThat(entra.control("POST", "/users/kim@contoso.com/methods", body).status()).isEqualTo(400);
    }
  }

  @Nested
  class TheClock {

    @Test
    void decidesWhetherAPassIsUsable() {
      created("{\"startDateTime\":\"" + Instant.now().plusSeconds(600) + "\"}");
      assertThat(reasons()).containsExactly("NotYetValid");

      settings("{\"clockAheadSeconds\":601}");
      assertThat(reasons()).containsExactly("EnabledByPolicy");
      assertThat(entra.get(ADMIN, ADELE).json().at("/value/0/isUsable").asBoolean()).isTrue();

      settings("{\"clockAheadSeconds\":4201}");
      assertThat(reasons()).containsExactly("Expired");
      assertThat(entra.get(ADMIN, ADELE).json().at("/value/0/isUsable").asBoolean()).isFalse();
    }

    @Test
    void startsAgainForDelia() {
      settings("{\"clockAheadSeconds\":30000}");
      assertThat(entra.get(ADMIN, of("delia")).values("methodUsabilityReason")).containsExactly("Expired");

      entra.control("POST", "/reset", "");

      assertThat(entra.get(ADMIN, of("delia")).values("methodUsabilityReason")).containsExactly("EnabledByPolicy");
    }
  }

  @Nested
  class SignIn {

    @Test
    void usesAPassForOnce() {
      var code = created("{\"isUsableOnce\":true}").path("temporaryAccessPass").asString();

      assertThat(signIn(code)).isEqualTo("EnabledByPolicy");
      assertThat(reasons()).containsExactly("OneTimeUsed");
      assertThat(signIn(code)).isEqualTo("OneTimeUsed");
    }

    @Test
    void canBeRepeatedWithAnotherPass() {
      var code = created("{}").path("temporaryAccessPass").asString();

      assertThat(signIn(code)).isEqualTo("EnabledByPolicy");
      assertThat(signIn(code)).isEqualTo("EnabledByPolicy");
      assertThat(
        entra.control("POST", "/users/adele@contoso.com/signIn", "{\"temporaryAccessPass\":\"x\"}").status()
      ).isEqualTo(403);
    }
  }

  @Nested
  class Delete {

    @Test
    void endsTheSessionsOfTheUser() {
      var pass = created("{}").path("id").asString();
      var before = validFrom("adele");

      assertThat(entra.delete(ADMIN, ADELE + "/" + pass).status()).isEqualTo(204);

      assertThat(validFrom("adele")).isAfter(before);
      assertThat(entra.delete(ADMIN, ADELE + "/" + pass).code()).isEqualTo("resourceNotFound");
      assertThat(entra.writes("operation")).containsExactly("create", "delete");
      assertThat(entra.writes("id")).containsExactly(pass, pass);
      assertThat(entra.control("GET", "/writes", "").body()).doesNotContain("temporaryAccessPass\"");
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"clockAheadSeconds\":3601}", "{\"tapDeleteEndsSessions\":false}" })
    void canLeaveThemAlone(String settings) {
      var pass = created("{}").path("id").asString();
      var before = validFrom("adele");
      settings(settings);

      assertThat(entra.delete(ADMIN, ADELE + "/" + pass).status()).isEqualTo(204);

      assertThat(validFrom("adele")).isEqualTo(before);
    }
  }

  @Nested
  class Access {

    @ParameterizedTest
    @CsvSource({
      "UserAuthMethod-TAP.ReadWrite.All, 201",
      "UserAuthenticationMethod.ReadWrite.All, 201",
      "UserAuthMethod-TAP.Read.All, 403",
      "UserAuthMethod-Passkey.ReadWrite.All, 403",
    })
    void needsAPermission(String permission, int status) {
      var body = "{\"delegated\":[\"%s\"],\"application\":[\"%s\"]}".formatted(permission, permission);
      entra.control("POST", "/consent", body);

      assertThat(entra.post(ADMIN, ADELE, "{}").status()).isEqualTo(status);
      assertThat(entra.post("gateway", ADELE, "{}").status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({ "auth-admin, adele, 201", "auth-admin, lidia, 403", "global-reader, adele, 403", "user, adele, 403" })
    void dependsOnTheRoleAndOnTheUser(String persona, String user, int status) {
      assertThat(entra.post(persona, of(user), "{}").status()).isEqualTo(status);
    }

    @Test
    void toReadIsGivenToAGlobalReader() {
      assertThat(entra.get("global-reader", of("delia")).values("isUsable")).containsExactly("true");
    }

    @Test
    void isNotGivenToOnesOwn() {
      assertThat(entra.post("auth-admin", "/me/authentication/temporaryAccessPassMethods", "{}").code()).isEqualTo(
        "accessDenied"
      );

      var pass = entra.post(ADMIN, of("avery"), "{}").json().path("id").asString();
      var own = "/me/authentication/temporaryAccessPassMethods/" + pass;
      assertThat(entra.delete("auth-admin", own).code()).isEqualTo("accessDenied");
      assertThat(entra.delete(ADMIN, of("avery") + "/" + pass).status()).isEqualTo(204);
    }
  }

  @Nested
  class UnderFaults {

    @Test
    void canLandLateAndTheLastOneStands() {
      entra.fault("{\"match\":{\"method\":\"POST\",\"path\":\"/temporaryAccessPass\"},\"status\":504,\"lateMs\":200}");
      assertThat(entra.post(ADMIN, ADELE, "{}").status()).isEqualTo(504);
      created("{}");

      await().until(() -> entra.writes("id").size() == 2);
      assertThat(entra.get(ADMIN, ADELE).values("id")).containsExactly(entra.writes("id").getLast());
    }

    @Test
    void canBeCreatedByASecondAdministrator() {
      entra.fault(
        "{\"match\":{\"method\":\"GET\"},\"meanwhile\":{\"when\":\"before\",\"method\":\"POST\",\"path\":\"" +
          ADELE +
          "\",\"body\":{}}}"
      );

      assertThat(reasons()).containsExactly("EnabledByPolicy");
      assertThat(entra.writes("by")).containsExactly("second-admin");
    }
  }
}
