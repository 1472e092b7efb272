package dev.authmethods.sandbox.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.authmethods.sandbox.directory.DirectoryUser;
import dev.authmethods.sandbox.directory.Role;
import dev.authmethods.sandbox.directory.SensitiveActions;
import dev.authmethods.sandbox.fixtures.LocalEntra;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Microsoft Graph: user: revokeSignInSessions. */
class RevokeSignInSessionsTests {

  @RegisterExtension
  static final LocalEntra entra = new LocalEntra();

  static final String ADMIN = "privileged-auth-admin";
  static final String ADELE_ID = "10000000-0000-4000-8000-000000000002";
  static final Instant NEVER_REVOKED = Instant.parse("2024-01-15T08:00:00Z");

  private static String of(String name) {
    return "/users/" + name + "@contoso.com/revokeSignInSessions";
  }

  private static Instant validFrom(String name) {
    var property = "signInSessionsValidFromDateTime";
    var user = entra.get(ADMIN, "/users/" + name + "@contoso.com?$select=" + property).json();
    return Instant.parse(user.path(property).asString());
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }

  private static void consent(String delegated, String application) {
    var body = "{\"delegated\":[%s],\"application\":[%s]}".formatted(delegated, application);
    assertThat(entra.control("POST", "/consent", body).status()).isEqualTo(204);
  }

  @Nested
  class Answers {

    @Test
    void sayTrueAndMoveTheDate() {
      assertThat(validFrom("adele")).isEqualTo(NEVER_REVOKED);
      var before = now();

      var answer = entra.post(ADMIN, of("adele"), "");

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.json().path("value").asBoolean()).isTrue();
      assertThat(answer.json().path("@odata.context").asString()).endsWith("/v1.0/$metadata#Edm.Boolean");
      assertThat(validFrom("adele")).isBetween(before, now());
      assertThat(validFrom("kim")).isEqualTo(NEVER_REVOKED);
    }

    @ParameterizedTest
    @ValueSource(
      strings = {
        "/users/" + ADELE_ID + "/revokeSignInSessions",
        "/users('adele@contoso.com')/microsoft.graph.revokeSignInSessions",
        "/users/adele@contoso.com/REVOKESIGNINSESSIONS",
      }
    )
    void areTheSameForEveryFormOfTheAddress(String path) {
      assertThat(entra.post(ADMIN, path, "{}").status()).isEqualTo(200);
      assertThat(validFrom("adele")).isAfter(NEVER_REVOKED);
    }

    @Test
    void canBeAnotherStatus() {
      entra.control("POST", "/settings", "{\"revokeStatus\":204}");

      var answer = entra.post(ADMIN, of("adele"), "");

      assertThat(answer.status()).isEqualTo(204);
      assertThat(answer.body()).isEmpty();
      assertThat(validFrom("adele")).isAfter(NEVER_REVOKED);
    }

    @Test
    void canBeAheadOfTheDirectory() {
      entra.control("POST", "/settings", "{\"revokeDelayMs\":60000}");
      assertThat(entra.post(ADMIN, of("adele"), "").status()).isEqualTo(200);
      assertThat(validFrom("adele")).isEqualTo(NEVER_REVOKED);

      entra.control("POST", "/settings", "{\"revokeDelayMs\":60000,\"clockAheadSeconds\":61}");

      assertThat(validFrom("adele")).isBetween(now().minusSeconds(60), now());
    }

    @ParameterizedTest
    @CsvSource({ "GET, '', 405", "DELETE, '', 405", "POST, [], 400", "POST, {\"force\":true}, 400" })
    void refuseAnythingElse(String verb, String body, int status) {
      assertThat(entra.graph(verb, of("adele"), entra.graphToken(ADMIN), body).status()).isEqualTo(status);
    }

    @Test
    void doNotFindAnUnknownUser() {
      assertThat(entra.post(ADMIN, of("nobody"), "").code()).isEqualTo("Request_ResourceNotFound");
      assertThat(entra.post(ADMIN, of("adele") + "/more", "").status()).isEqualTo(400);
    }

    @Test
    void sayTrueForExternalUsersTooAndMoveNothing() {
      var guest = "ext_user_fabrikam.com%23EXT%23";

      assertThat(entra.post(ADMIN, of(guest), "").json().path("value").asBoolean()).isTrue();

      assertThat(validFrom(guest)).isEqualTo(NEVER_REVOKED);
      assertThat(entra.writes("seq")).isEmpty();
    }
  }

  @Nested
  class TheDate {

    @Test
    void isInListsAndInGetByIdsWhereItIsSelected() {
      entra.post(ADMIN, of("adele"), "");
      var select = "$select=id,signInSessionsValidFromDateTime";

      var list = entra.get(ADMIN, "/users?" + select + "&$filter=id%20eq%20'" + ADELE_ID + "'");
      var byIds = entra.post(ADMIN, "/directoryObjects/getByIds?" + select, "{\"ids\":[\"" + ADELE_ID + "\"]}");

      var expected = validFrom("adele").toString();
      assertThat(list.values("signInSessionsValidFromDateTime")).containsExactly(expected);
      assertThat(byIds.values("signInSessionsValidFromDateTime")).containsExactly(expected);
      assertThat(entra.get(ADMIN, "/users/adele@contoso.com").body()).doesNotContain("signInSessions");
    }

    @Test
    void goesBackOnReset() {
      entra.post(ADMIN, of("adele"), "");

      entra.control("POST", "/reset", "");

      assertThat(validFrom("adele")).isEqualTo(NEVER_REVOKED);
    }
  }

  @Nested
  class Permissions {

    @ParameterizedTest
    @CsvSource({
      "User.RevokeSessions.All, 200, 200",
      "User.ReadWrite.All, 200, 200",
      "Directory.ReadWrite.All, 200, 403",
      "User.Read.All, 403, 403",
      "UserAuthenticationMethod.ReadWrite.All, 403, 403",
    })
    void areThoseOfTheDirectory(String permission, int delegated, int application) {
      consent("\"" + permission + "\"", "\"" + permission + "\"");

      assertThat(entra.post(ADMIN, of("adele"), "").status()).isEqualTo(delegated);
      assertThat(entra.post("gateway", of("adele"), "").status()).isEqualTo(application);
    }

    @Test
    void areRefusedInTheWordsOfTheDirectory() {
      consent("\"User.Read.All\"", "");

      var answer = entra.post(ADMIN, of("adele"), "");

      assertThat(answer.code()).isEqualTo("Authorization_RequestDenied");
      assertThat(answer.json().at("/error/innerError").has("message")).isFalse();
    }
  }

  @Nested
  class Roles {

    @ParameterizedTest
    @CsvSource({
      "privileged-auth-admin, lidia, 200",
      "privileged-auth-admin, henrietta, 200",
      "privileged-auth-admin, christie, 403",
      "auth-admin, adele, 200",
      "auth-admin, allan, 200",
      "auth-admin, lidia, 403",
      "auth-admin, henrietta, 403",
      "global-reader, adele, 403",
      "user, adele, 403",
      "user, uma, 200",
      "gateway, lidia, 200",
    })
    void reachTheirUsers(String persona, String user, int status) {
      assertThat(entra.post(persona, of(user), "").status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
      "HELPDESK_ADMINISTRATOR, HELPDESK_ADMINISTRATOR, true",
      "HELPDESK_ADMINISTRATOR, AUTHENTICATION_ADMINISTRATOR, false",
      "HELPDESK_ADMINISTRATOR, USER_ADMINISTRATOR, false",
      "USER_ADMINISTRATOR, HELPDESK_ADMINISTRATOR, true",
      "USER_ADMINISTRATOR, USER_ADMINISTRATOR, true",
      "USER_ADMINISTRATOR, GLOBAL_ADMINISTRATOR, false",
      "AUTHENTICATION_ADMINISTRATOR, AUTHENTICATION_ADMINISTRATOR, true",
      "AUTHENTICATION_ADMINISTRATOR, HELPDESK_ADMINISTRATOR, false",
      "GLOBAL_READER, DIRECTORY_READERS, false",
    })
    void reachUsersWithLesserRoles(Role by, Role held, boolean reached) {
      var user = new DirectoryUser("u", "u@contoso.com", "U U", false, false, Set.of(held), null);

      assertThat(SensitiveActions.reach(by, user)).isEqualTo(reached);
    }

    @Test
    void areNotNeededForOwnSessions() {
      assertThat(entra.post("user", "/me/revokeSignInSessions", "").status()).isEqualTo(200);
      assertThat(validFrom("uma")).isAfter(NEVER_REVOKED);
    }
  }

  @Nested
  class Controls {

    @Test
    void logItAsAWrite() {
      entra.graph("POST", of("adele"), entra.graphToken(ADMIN), "", "my-id");

      var change = entra.control("GET", "/writes", "").json().path(0);
      assertThat(change.path("operation").asString()).isEqualTo("revokeSignInSessions");
      assertThat(change.path("user").asString()).isEqualTo(ADELE_ID);
      assertThat(change.path("by").asString()).isEqualTo("a0000000-0000-4000-8000-000000000002");
      assertThat(change.path("clientRequestId").asString()).isEqualTo("my-id");
      assertThat(change.path("signInSessionsValidFromDateTime").asString()).isEqualTo(validFrom("adele").toString());
    }

    @Test
    void needABodyInABatch() {
      var item = "{\"requests\":[{\"id\":\"1\",\"method\":\"POST\",\"url\":\"" + of("adele") + "\"%s}]}";
      var body = ",\"headers\":{\"Content-Type\":\"application/json\"},\"body\":{}";

      assertThat(entra.post(ADMIN, "/$batch", item.formatted("")).status()).isEqualTo(400);
      assertThat(validFrom("adele")).isEqualTo(NEVER_REVOKED);

      var answer = entra.post(ADMIN, "/$batch", item.formatted(body));
      assertThat(answer.json().at("/responses/0/status").asInt()).isEqualTo(200);
      assertThat(answer.json().at("/responses/0/body/value").asBoolean()).isTrue();
      assertThat(validFrom("adele")).isAfter(NEVER_REVOKED);
    }

    @Test
    void hideItOrLetItLandLate() {
      entra.fault("{\"match\":{\"path\":\"/revokeSignInSessions\"},\"status\":504,\"apply\":true}");
      assertThat(entra.post(ADMIN, of("adele"), "").status()).isEqualTo(504);
      assertThat(validFrom("adele")).isAfter(NEVER_REVOKED);

      entra.fault("{\"match\":{\"path\":\"/revokeSignInSessions\"},\"status\":504,\"lateMs\":50}");
      assertThat(entra.post(ADMIN, of("kim"), "").status()).isEqualTo(504);
      await().until(() -> validFrom("kim").isAfter(NEVER_REVOKED));
    }

    @Test
    void letASecondAdministratorRevoke() {
      entra.fault(
        "{\"match\":{\"method\":\"GET\"},\"meanwhile\":{\"when\":\"before\",\"method\":\"POST\",\"path\":\"" +
          of("adele") +
          "\",\"body\":{}}}"
      );

      assertThat(validFrom("adele")).isAfter(NEVER_REVOKED);
      assertThat(entra.writes("by")).containsExactly("second-admin");
    }

    @Test
    void throttleItAsAWrite() {
      entra.control("POST", "/throttling", "{\"profile\":\"identity-and-access\",\"writes\":1}");

      assertThat(entra.post(ADMIN, of("adele"), "").status()).isEqualTo(200);
      assertThat(entra.post(ADMIN, of("kim"), "").status()).isEqualTo(429);
    }
  }
}
