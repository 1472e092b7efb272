package dev.authmethods.sandbox.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.authmethods.sandbox.directory.DirectoryUser;
import dev.authmethods.sandbox.directory.Role;
import dev.authmethods.sandbox.directory.SensitiveActions;
import dev.authmethods.sandbox.fixtures.Answer;
import dev.authmethods.sandbox.fixtures.LocalEntra;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Microsoft Graph: authenticationMethod: resetPassword, and Get longRunningOperation. */
class ResetPasswordTests {

  @RegisterExtension
  static final LocalEntra entra = new LocalEntra();

  static final String ADMIN = "privileged-auth-admin";
  static final String ADELE_ID = "10000000-0000-4000-8000-000000000002";
  static final String METHOD = "28c10230-6103-485e-b985-444c60001490";
  static final String GOOD = "Cuyo5459";
  static final Instant NEVER_CHANGED = Instant.parse("2024-01-15T08:00:00Z");

  private static String of(String name) {
    return "/users/" + name + "@contoso.com/authentication/methods/" + METHOD + "/resetPassword";
  }

  private static Answer reset(String persona, String name, String password) {
    return entra.post(persona, of(name), password.isEmpty() ? "{}" : "{\"newPassword\":\"" + password + "\"}");
  }

  /** Where an answer says that the operation is, relative to the version root. */
  private static String operation(Answer accepted) {
    var location = accepted.header("Location");
    return location.substring(location.indexOf("/users/"));
  }

  private static Answer follow(String persona, Answer accepted) {
    return entra.get(persona, operation(accepted));
  }

  private static String status(Answer accepted) {
    return follow(ADMIN, accepted).json().path("status").asString();
  }

  private static void awaitStatus(Answer accepted, String status) {
    await().untilAsserted(() -> assertThat(status(accepted)).isEqualTo(status));
  }

  private static Instant lastChange(String name) {
    var path = "/users/" + name + "@contoso.com?$select=lastPasswordChangeDateTime";
    return Instant.parse(entra.get(ADMIN, path).json().path("lastPasswordChangeDateTime").asString());
  }

  private static boolean hasPassword(String name, String password) {
    var path = "/users/" + name + "@contoso.com/signIn";
    return entra.control("POST", path, "{\"password\":\"" + password + "\"}").status() == 200;
  }

  private static void settings(String passwordReset) {
    assertThat(entra.control("POST", "/settings", "{\"passwordReset\":{" + passwordReset + "}}").status()).isEqualTo(
      204
    );
  }

  @Nested
  class Answers {

    @Test
    void acceptAGivenPasswordAndSayWhereTheOperationIs() {
      var before = Instant.now().truncatedTo(ChronoUnit.SECONDS);
      assertThat(lastChange("adele")).isEqualTo(NEVER_CHANGED);

      var answer = reset(ADMIN, "adele", GOOD);

      assertThat(answer.status()).isEqualTo(202);
      assertThat(answer.body()).isEqualTo("{}");
      assertThat(answer.header("Retry-After")).isEmpty();
      assertThat(answer.header("Location")).matches(
        "http://localhost:\\d+/v1.0/users/" +
          ADELE_ID +
          "/authentication/operations/[0-9a-f-]{36}\\?aadgdc=DUB02P&aadgsu=ssprprod-a"
      );
      awaitStatus(answer, "succeeded");
      assertThat(hasPassword("adele", GOOD)).isTrue();
      assertThat(lastChange("adele")).isBetween(before, Instant.now());
      assertThat(lastChange("kim")).isEqualTo(NEVER_CHANGED);
    }

    @Test
    void makeAPasswordUpAndShowItOnce() {
      var answer = reset(ADMIN, "adele", "");

      var password = answer.json().path("newPassword").asString();
      assertThat(password).matches("[A-Z][a-z]{3}\\d{4}");
      assertThat(answer.json().path("@odata.context").asString()).endsWith("#microsoft.graph.passwordResetResponse");
      awaitStatus(answer, "succeeded");
      assertThat(hasPassword("adele", password)).isTrue();
      assertThat(follow(ADMIN, answer).body()).doesNotContain(password);
    }

    @ParameterizedTest
    @CsvSource({ "GET, {}, 405", "DELETE, {}, 405", "POST, [], 400", "POST, '', 400", "POST, {\"force\":true}, 400" })
    void refuseAnythingElse(String verb, String body, int status) {
      assertThat(entra.graph(verb, of("adele"), entra.graphToken(ADMIN), body).status()).isEqualTo(status);
      assertThat(lastChange("adele")).isEqualTo(NEVER_CHANGED);
    }

    @Test
    void areNotThereInChina() {
      var scope = Map.of("scope", "https://microsoftgraph.chinacloudapi.cn/.default");
      var assertion = Map.of("assertion", entra.gatewayToken(ADMIN, "{}"));
      var token = entra.onBehalfOf(LocalEntra.with(assertion, scope)).json().path("access_token").asString();

      assertThat(entra.graph("POST", of("adele"), token, "{}").status()).isEqualTo(400);
      assertThat(entra.writes("seq")).isEmpty();
    }

    @Test
    void refuseOtherMethodsThanThePassword() {
      var phone = of("adele").replace(METHOD, "3179e48a-750b-4051-897c-87b9720928f7");

      assertThat(entra.post(ADMIN, phone, "{}").status()).isEqualTo(400);
      assertThat(entra.post(ADMIN, of("nobody"), "{}").code()).isEqualTo("resourceNotFound");
    }

    @Test
    void canAskToWaitOrGiveNoAddress() {
      settings("\"retryAfterSeconds\":3,\"hasLocation\":false");

      var answer = reset(ADMIN, "adele", "");

      assertThat(answer.header("Retry-After")).isEqualTo("3");
      assertThat(answer.header("Location")).isEmpty();
    }

    @Test
    void areTheSameInABatch() {
      var request =
        "{\"requests\":[{\"id\":\"1\",\"method\":\"POST\",\"url\":\"" +
        of("adele") +
        "\",\"headers\":{\"Content-Type\":\"application/json\"},\"body\":{}}]}";

      var answer = entra.post(ADMIN, "/$batch", request);

      assertThat(answer.json().at("/responses/0/status").asInt()).isEqualTo(202);
      assertThat(answer.json().at("/responses/0/headers/Location").asString()).contains("/authentication/operations/");
    }
  }

  @Nested
  class Passwords {

    @ParameterizedTest
    @ValueSource(
      strings = { "Short12", "onlysmallletters", "ONLYCAPITALS123", "Umlaut-Ä-1234", "Contoso12345", "my Password 1" }
    )
    void areRefusedByTheRulesOfTheCloud(String password) {
      var answer = reset(ADMIN, "adele", password);

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.code()).isEqualTo("badRequest");
      assertThat(entra.writes("seq")).isEmpty();
    }

    @Test
    void areAtMost256CharactersLong() {
      assertThat(reset(ADMIN, "adele", "Aa1" + "x".repeat(253)).status()).isEqualTo(202);
      assertThat(reset(ADMIN, "kim", "Aa1" + "x".repeat(254)).status()).isEqualTo(400);
    }

    @Test
    void areRefusedWhenTheUserHasThemAlready() {
      settings("\"stepMs\":0");
      assertThat(reset(ADMIN, "adele", GOOD).status()).isEqualTo(202);

      assertThat(reset(ADMIN, "adele", GOOD).status()).isEqualTo(400);

      settings("\"stepMs\":0,\"refusesCurrentPassword\":false");
      assertThat(reset(ADMIN, "adele", GOOD).status()).isEqualTo(202);
    }

    @Test
    void haveToBeGivenForUsersOfAnOnPremisesDirectory() {
      var synced = entra.get(ADMIN, "/users/hadar@contoso.com?$select=onPremisesSyncEnabled").json();
      assertThat(synced.path("onPremisesSyncEnabled").asBoolean()).isTrue();

      assertThat(reset(ADMIN, "hadar", "").status()).isEqualTo(400);
      assertThat(reset(ADMIN, "hadar", GOOD).status()).isEqualTo(202);
    }

    @Test
    void ofExternalUsersAreWithTheirOwnTenant() {
      assertThat(reset(ADMIN, "ext_user_fabrikam.com%23EXT%23", GOOD).status()).isEqualTo(400);
    }
  }

  @Nested
  class Operations {

    @Test
    void passThroughTheirSteps() {
      settings("\"stepMs\":60000");
      var answer = reset(ADMIN, "adele", GOOD);
      assertThat(status(answer)).isEqualTo("notStarted");
      assertThat(hasPassword("adele", GOOD)).isFalse();

      entra.control("POST", "/settings", "{\"clockAheadSeconds\":61,\"passwordReset\":{\"stepMs\":60000}}");
      assertThat(status(answer)).isEqualTo("running");
      assertThat(follow(ADMIN, answer).json().path("statusDetail").isNull()).isTrue();
      assertThat(lastChange("adele")).isEqualTo(NEVER_CHANGED);

      entra.control("POST", "/settings", "{\"clockAheadSeconds\":121,\"passwordReset\":{\"stepMs\":60000}}");
      assertThat(status(answer)).isEqualTo("succeeded");
      assertThat(follow(ADMIN, answer).json().path("statusDetail").asString()).isEqualTo("ResetSuccess");
      assertThat(hasPassword("adele", GOOD)).isTrue();
      assertThat(lastChange("adele")).isAfter(NEVER_CHANGED);
    }

    @Test
    void canFailAndThenChangeNothing() {
      settings("\"failure\":\"OnPremisesPolicyViolation\",\"stepMs\":0");

      var answer = reset(ADMIN, "hadar", GOOD);

      assertThat(answer.status()).isEqualTo(202);
      assertThat(status(answer)).isEqualTo("failed");
      assertThat(follow(ADMIN, answer).json().path("statusDetail").asString()).isEqualTo("OnPremisesPolicyViolation");
      assertThat(hasPassword("hadar", GOOD)).isFalse();
      assertThat(lastChange("hadar")).isEqualTo(NEVER_CHANGED);
      assertThat(entra.writes("seq")).isEmpty();
    }

    @Test
    void canSucceedOnPremisesOnly() {
      settings("\"success\":\"OnPremisesSuccessCloudFailure\",\"stepMs\":0");

      var answer = reset(ADMIN, "hadar", GOOD);

      assertThat(status(answer)).isEqualTo("succeeded");
      assertThat(follow(ADMIN, answer).body()).contains("OnPremisesSuccessCloudFailure");
    }

    @Test
    void canBeSpelledAsOnOlderPages() {
      settings("\"stepMs\":60000,\"statusCase\":\"pascal\",\"malformedCreatedDateTime\":true");

      var answer = reset(ADMIN, "adele", "");

      assertThat(status(answer)).isEqualTo("NotStarted");
      var created = follow(ADMIN, answer).json().path("createdDateTime").asString();
      assertThat(created).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\d\\.\\d\\dZ");
    }

    @Test
    void areFoundOnlyWhereTheirLocationSays() {
      var address = operation(reset(ADMIN, "adele", ""));
      var withoutQuery = address.substring(0, address.indexOf('?'));

      assertThat(entra.get(ADMIN, address).status()).isEqualTo(200);
      assertThat(entra.get(ADMIN, withoutQuery).status()).isEqualTo(404);
      assertThat(entra.get(ADMIN, address.replace("DUB02P", "AMS06P")).status()).isEqualTo(404);
      assertThat(entra.get(ADMIN, address.replace(ADELE_ID, "kim@contoso.com")).status()).isEqualTo(404);

      settings("\"requiresRoutingParameters\":false");
      assertThat(entra.get(ADMIN, withoutQuery).status()).isEqualTo(200);
    }

    @Test
    void cannotBeListedUnlessASettingSaysSo() {
      reset(ADMIN, "adele", "");
      var list = "/users/adele@contoso.com/authentication/operations";
      assertThat(entra.get(ADMIN, list).status()).isEqualTo(405);

      settings("\"listOperations\":true");

      assertThat(entra.get(ADMIN, list).values("status")).hasSize(1);
    }

    @Test
    void areForgottenOnReset() {
      var answer = reset(ADMIN, "adele", GOOD);
      awaitStatus(answer, "succeeded");

      entra.control("POST", "/reset", "");

      assertThat(follow(ADMIN, answer).status()).isEqualTo(404);
      assertThat(lastChange("adele")).isEqualTo(NEVER_CHANGED);
    }

    @Test
    void canBeAheadOfTheDirectory() {
      settings("\"stepMs\":0,\"shownAfterMs\":60000");

      var answer = reset(ADMIN, "adele", "");

      assertThat(status(answer)).isEqualTo("succeeded");
      assertThat(lastChange("adele")).isEqualTo(NEVER_CHANGED);
    }
  }

  @Nested
  class Access {

    @ParameterizedTest
    @CsvSource({
      "privileged-auth-admin, lidia, 202",
      "privileged-auth-admin, henrietta, 202",
      "privileged-auth-admin, christie, 403",
      "privileged-auth-admin, parker, 403",
      "auth-admin, adele, 202",
      "auth-admin, allan, 202",
      "auth-admin, lidia, 403",
      "auth-admin, henrietta, 403",
      "global-reader, adele, 403",
      "user, adele, 403",
      "user, uma, 403",
      "gateway, adele, 403",
    })
    void isForPeopleWhoseRoleReachesTheUser(String persona, String user, int status) {
      assertThat(reset(persona, user, "").status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
      "HELPDESK_ADMINISTRATOR, HELPDESK_ADMINISTRATOR, true",
      "PASSWORD_ADMINISTRATOR, DIRECTORY_READERS, true",
      "PASSWORD_ADMINISTRATOR, PASSWORD_ADMINISTRATOR, true",
      "PASSWORD_ADMINISTRATOR, REPORTS_READER, false",
      "PASSWORD_ADMINISTRATOR, HELPDESK_ADMINISTRATOR, false",
    })
    void reachesUsersWithLesserRoles(Role by, Role held, boolean reached) {
      var user = new DirectoryUser("u", "u@contoso.com", "U U", false, false, Set.of(held), null);

      assertThat(SensitiveActions.reach(by, user)).isEqualTo(reached);
    }

    @ParameterizedTest
    @CsvSource({
      "10000000-0000-4000-8000-000000000055, christie, 202",
      "10000000-0000-4000-8000-000000000055, adele, 403",
      "10000000-0000-4000-8000-000000000059, ben, 202",
      "10000000-0000-4000-8000-000000000060, christie, 202",
    })
    void isAlsoForAdministratorsOfAUnit(String administrator, String user, int status) {
      var assertion = entra.gatewayToken("user", "{\"oid\":\"" + administrator + "\"}");
      var token = entra.onBehalfOf(Map.of("assertion", assertion)).json().path("access_token").asString();

      assertThat(entra.graph("POST", of(user), token, "{}").status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
      "UserAuthenticationMethod.ReadWrite.All, 202",
      "UserAuthenticationMethod.ReadWrite, 403",
      "UserAuthMethod-Password.ReadWrite.All, 403",
      "User.ReadWrite.All, 403",
    })
    void needsThePermission(String permission, int status) {
      var permissions = "[\"" + permission + "\",\"User.Read.All\"]";
      entra.control("POST", "/consent", "{\"delegated\":" + permissions + ",\"application\":" + permissions + "}");

      assertThat(reset(ADMIN, "adele", "").status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({ "auth-admin, 200", "global-reader, 200", "user, 403", "gateway, 403" })
    void toAnOperationIsForReaders(String persona, int status) {
      var answer = reset(ADMIN, "adele", "");

      assertThat(follow(persona, answer).status()).isEqualTo(status);
    }
  }

  @Nested
  class Controls {

    @Test
    void logItAsAWriteWithoutThePassword() {
      entra.graph("POST", of("adele"), entra.graphToken(ADMIN), "{\"newPassword\":\"" + GOOD + "\"}", "my-id");

      var change = entra.control("GET", "/writes", "").json().path(0);
      assertThat(change.path("operation").asString()).isEqualTo("resetPassword");
      assertThat(change.path("user").asString()).isEqualTo(ADELE_ID);
      assertThat(change.path("clientRequestId").asString()).isEqualTo("my-id");
      assertThat(change.path("isGenerated").asBoolean()).isFalse();
      assertThat(change.toString()).doesNotContain(GOOD);
      assertThat(entra.control("GET", "/requests", "").body()).doesNotContain(GOOD);
    }

    @Test
    void hideItOrLetItLandLate() {
      settings("\"stepMs\":0");
      entra.fault("{\"match\":{\"path\":\"/resetPassword\"},\"status\":504,\"apply\":true}");
      assertThat(reset(ADMIN, "adele", GOOD).status()).isEqualTo(504);
      assertThat(hasPassword("adele", GOOD)).isTrue();

      entra.fault("{\"match\":{\"path\":\"/resetPassword\"},\"status\":504,\"lateMs\":50}");
      assertThat(reset(ADMIN, "kim", GOOD).status()).isEqualTo(504);
      await().until(() -> hasPassword("kim", GOOD));
    }

    @Test
    void letASecondAdministratorReset() {
      settings("\"stepMs\":0");
      entra.fault(
        "{\"match\":{\"method\":\"GET\"},\"meanwhile\":{\"when\":\"before\",\"method\":\"POST\",\"path\":\"" +
          of("adele") +
          "\",\"body\":{\"newPassword\":\"" +
          GOOD +
          "\"}}}"
      );

      assertThat(lastChange("adele")).isAfter(NEVER_CHANGED);
      assertThat(entra.writes("by")).containsExactly("second-admin");
      assertThat(hasPassword("adele", GOOD)).isTrue();
    }
  }
}
