package dev.authmethods.sandbox.email;

import static dev.authmethods.sandbox.fixtures.Emails.email;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.authmethods.sandbox.SandboxSettings;
import dev.authmethods.sandbox.fixtures.Emails;
import dev.authmethods.sandbox.fixtures.LocalEntra;
import dev.authmethods.sandbox.fixtures.Phones;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Microsoft Graph: emailAuthenticationMethod. */
class EmailMethodsTests {

  @RegisterExtension
  static final LocalEntra entra = new LocalEntra();

  static final String ADMIN = "privileged-auth-admin";
  static final String MINE = "me@example.com";
  static final String THEIRS = "them@example.com";
  static final String ADELE_ID = "10000000-0000-4000-8000-000000000002";

  /** The addresses as they are. */
  static List<String> emails(String name) {
    return entra
      .control("GET", "/users/" + name + "@contoso.com/emailMethods", "")
      .json()
      .valueStream()
      .map(email -> email.path("emailAddress").asString())
      .toList();
  }

  @Nested
  class Reads {

    @Test
    void listTheOneThatAUserHas() {
      var answer = entra.get(ADMIN, Emails.of("miriam"));

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.values("id")).containsExactly(RegisteredEmail.ID);
      assertThat(answer.values("emailAddress")).containsExactly("miriam@example.com");
      assertThat(answer.json().path("@odata.context").asString()).endsWith("/authentication/emailMethods");
    }

    @Test
    void listNothingForAUserWithout() {
      assertThat(entra.get(ADMIN, Emails.of("adele")).json().path("value").isEmpty()).isTrue();
    }

    @Test
    void findItByItsFixedId() {
      var answer = entra.get(ADMIN, Emails.of("miriam") + Emails.ID.toUpperCase(Locale.ROOT));

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.json().path("emailAddress").asString()).isEqualTo("miriam@example.com");
    }

    @Test
    void doNotFindItWhereThereIsNone() {
      assertThat(entra.get(ADMIN, Emails.of("adele") + Emails.ID).code()).isEqualTo("resourceNotFound");
      assertThat(entra.get(ADMIN, Emails.of("miriam") + Phones.MOBILE).status()).isEqualTo(404);
    }

    @Test
    void showItAmongAllMethods() {
      entra.post(ADMIN, Emails.of("adele"), email(MINE));

      var answer = entra.get(ADMIN, "/users/" + ADELE_ID + "/authentication/methods");

      assertThat(answer.values("@odata.type")).contains("#microsoft.graph.emailAuthenticationMethod");
      assertThat(answer.values("emailAddress")).contains(MINE);
    }

    @Test
    void honourSelectAndFilter() {
      var selected = entra.get(ADMIN, Emails.of("miriam") + "?$select=emailAddress");
      var filtered = entra.get(ADMIN, Emails.of("miriam") + "?$filter=emailAddress%20eq%20'" + MINE + "'");

      assertThat(selected.json().at("/value/0").propertyNames()).containsExactly("emailAddress");
      assertThat(filtered.json().path("value").isEmpty()).isTrue();
    }

    @Test
    void doNotMaskAddressesForAnAuthenticationAdministrator() {
      assertThat(entra.get("auth-admin", Emails.of("miriam")).values("emailAddress")).containsExactly(
        "miriam@example.com"
      );
    }

    @Test
    void maskAddressesUnderAFault() {
      entra.fault("{\"mask\":true}");

      assertThat(entra.get(ADMIN, Emails.of("miriam")).values("emailAddress")).containsExactly("m*****@example.com");
    }
  }

  @Nested
  class Create {

    @Test
    void answersWithTheNewMethod() {
      var answer = entra.post(ADMIN, Emails.of("adele"), email(MINE));

      assertThat(answer.status()).isEqualTo(201);
      assertThat(answer.json().path("id").asString()).isEqualTo(RegisteredEmail.ID);
      assertThat(answer.json().path("emailAddress").asString()).isEqualTo(MINE);
      assertThat(answer.json().has("createdDateTime")).isFalse();
      assertThat(answer.header("Location")).endsWith("/emailMethods('" + RegisteredEmail.ID + "')");
      assertThat(emails("adele")).containsExactly(MINE);
    }

    @Test
    void takesTheIdOfTheUser() {
      var path = "/users/" + ADELE_ID + "/authentication/emailMethods";

      assertThat(entra.post("gateway", path, email(MINE)).status()).isEqualTo(201);
      assertThat(emails("adele")).containsExactly(MINE);
    }

    @Test
    void refusesASecondOne() {
      var answer = entra.post(ADMIN, Emails.of("miriam"), email(MINE));

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.code()).isEqualTo("badRequest");
      assertThat(answer.json().at("/error/innerError/message").isString()).isTrue();
      assertThat(emails("miriam")).containsExactly("miriam@example.com");
    }

    @ParameterizedTest
    @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"emailAddress\":null}",
        "{\"emailAddress\":1}",
        "{\"emailAddress\":\"\"}",
        "{\"phoneNumber\":\"+1 2065550199\"}",
        "{\"@odata.type\":\"#microsoft.graph.phoneAuthenticationMethod\",\"emailAddress\":\"me@example.com\"}",
      }
    )
    void needsAnAddress(String body) {
      var answer = entra.post(ADMIN, Emails.of("adele"), body);

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.code()).isEqualTo("badRequest");
    }

    @ParameterizedTest
    @ValueSource(
      strings = {
        "nonsense",
        "@example.com",
        "me@",
        "me@example",
        "me@@example.com",
        "me@example..com",
        "me@-example.com",
        "me me@example.com",
        ".me@example.com",
        "Me <me@example.com>",
      }
    )
    void refusesTextThatIsNoAddress(String address) {
      var answer = entra.post(ADMIN, Emails.of("adele"), email(address));

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.code()).isEqualTo("badRequest");
      assertThat(answer.body()).doesNotContain(address);
    }

    @ParameterizedTest
    @CsvSource({ "64, 201", "65, 400" })
    void limitsTheLengthOfTheLocalPart(int length, int status) {
      var address = "a".repeat(length) + "@example.com";

      assertThat(entra.post(ADMIN, Emails.of("adele"), email(address)).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = { "Me.You+tag@Sub.Example.co.uk", "o'hara@example.com", "1@2.example" })
    void keepsTheAddressAsItWasSent(String address) {
      assertThat(entra.post(ADMIN, Emails.of("adele"), email(address)).status()).isEqualTo(201);
      assertThat(emails("adele")).containsExactly(address);
    }
  }

  @Nested
  class Update {

    @Test
    void changesTheAddressWithoutAnAnswer() {
      var answer = entra.patch(ADMIN, Emails.of("miriam") + Emails.ID, email(MINE));

      assertThat(answer.status()).isEqualTo(204);
      assertThat(answer.body()).isEmpty();
      assertThat(emails("miriam")).containsExactly(MINE);
      assertThat(entra.get(ADMIN, Emails.of("miriam")).values("createdDateTime")).containsExactly(
        "2024-02-01T09:30:00Z"
      );
    }

    @Test
    void doesNotFindAMethodThatIsNotThere() {
      assertThat(entra.patch(ADMIN, Emails.of("adele") + Emails.ID, email(MINE)).code()).isEqualTo("resourceNotFound");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "{}", "{\"emailAddress\":\"nonsense\"}", "{\"id\":\"x\"}" })
    void needsAnAddress(String body) {
      assertThat(entra.patch(ADMIN, Emails.of("miriam") + Emails.ID, body).code()).isEqualTo("badRequest");
    }
  }

  @Nested
  class Delete {

    @Test
    void removesIt() {
      assertThat(entra.delete(ADMIN, Emails.of("miriam") + Emails.ID).status()).isEqualTo(204);
      assertThat(emails("miriam")).isEmpty();
      assertThat(entra.delete(ADMIN, Emails.of("miriam") + Emails.ID).status()).isEqualTo(404);
    }
  }

  @Nested
  class Unsupported {

    @ParameterizedTest
    @ValueSource(strings = { "PUT", "POST" })
    void verbsAreNotAllowed(String verb) {
      var answer = entra.graph(verb, Emails.of("miriam") + Emails.ID, entra.graphToken(ADMIN), email(MINE));

      assertThat(answer.status()).isEqualTo(405);
    }

    @Test
    void actionsAreNotFound() {
      assertThat(entra.post(ADMIN, Emails.of("miriam") + Emails.ID + "/enableSmsSignIn", "").status()).isEqualTo(400);
    }
  }

  @Nested
  class Access {

    @ParameterizedTest
    @ValueSource(strings = { "UserAuthMethod-Email.ReadWrite.All", "UserAuthenticationMethod.ReadWrite.All" })
    void needsAPermissionForEmailsOrForAllMethods(String permission) {
      entra.control("POST", "/consent", "{\"delegated\":[\"" + permission + "\"],\"application\":[]}");

      assertThat(entra.get(ADMIN, Emails.of("adele")).status()).isEqualTo(200);
      assertThat(entra.post(ADMIN, Emails.of("adele"), email(MINE)).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = { "UserAuthMethod-Phone.ReadWrite.All", "UserAuthMethod-Email.ReadWrite" })
    void isNotGivenByAnotherPermission(String permission) {
      entra.control("POST", "/consent", "{\"delegated\":[\"" + permission + "\"],\"application\":[]}");

      assertThat(entra.get(ADMIN, Emails.of("adele")).code()).isEqualTo("accessDenied");
      assertThat(entra.post(ADMIN, Emails.of("adele"), email(MINE)).code()).isEqualTo("accessDenied");
    }

    @Test
    void toReadIsNotToWrite() {
      entra.control("POST", "/consent", "{\"delegated\":[\"UserAuthMethod-Email.Read.All\"],\"application\":[]}");

      assertThat(entra.get(ADMIN, Emails.of("adele")).status()).isEqualTo(200);
      assertThat(entra.delete(ADMIN, Emails.of("miriam") + Emails.ID).code()).isEqualTo("accessDenied");
    }

    @ParameterizedTest
    @CsvSource({ "auth-admin, grady, 204", "auth-admin, lidia, 403", "global-reader, grady, 403", "user, grady, 403" })
    void dependsOnTheRoleAndOnTheUser(String persona, String user, int status) {
      assertThat(entra.patch(persona, Emails.of(user) + Emails.ID, email(MINE)).status()).isEqualTo(status);
    }
  }

  @Nested
  class OwnAccount {

    @Test
    void cannotCreateOrUpdate() {
      entra.post(ADMIN, Emails.of("uma"), email(MINE));

      var own = "/me/authentication/emailMethods";
      assertThat(entra.post("auth-admin", own, email(MINE)).code()).isEqualTo("accessDenied");
      assertThat(entra.patch("user", own + Emails.ID, email(THEIRS)).code()).isEqualTo("accessDenied");
    }

    @Test
    void canReadAndDelete() {
      entra.post(ADMIN, Emails.of("uma"), email(MINE));

      var own = "/me/authentication/emailMethods";
      assertThat(entra.get("user", own).values("emailAddress")).containsExactly(MINE);
      assertThat(entra.delete("user", own + Emails.ID).status()).isEqualTo(204);
    }
  }

  @Nested
  class Settings {

    @RegisterExtension
    static final LocalEntra other = new LocalEntra(
      SandboxSettings.onFreePorts().withSelfServiceCreate().withConflictForSecondEmail().withMaskedEmailAddresses()
    );

    @Test
    void canLetUsersCreateTheirOwn() {
      var own = "/me/authentication/emailMethods";

      assertThat(other.post("user", own, email(MINE)).status()).isEqualTo(201);
      assertThat(other.patch("user", own + Emails.ID, email(THEIRS)).status()).isEqualTo(204);
    }

    @Test
    void canRefuseASecondOneWithAConflict() {
      var answer = other.post(ADMIN, Emails.of("miriam"), email(MINE));

      assertThat(answer.status()).isEqualTo(409);
      assertThat(answer.code()).isEqualTo("conflict");
    }

    @Test
    void canMaskAddresses() {
      assertThat(other.get("auth-admin", Emails.of("miriam")).values("emailAddress")).containsExactly(
        "m*****@example.com"
      );
      assertThat(other.get(ADMIN, Emails.of("miriam")).values("emailAddress")).containsExactly("miriam@example.com");
    }
  }

  @Nested
  class Controls {

    @Test
    void logEveryChange() {
      var token = entra.graphToken(ADMIN);
      entra.graph("POST", Emails.of("adele"), token, email(MINE), "first");
      entra.graph("PATCH", Emails.of("adele") + Emails.ID, token, email(THEIRS), "second");
      entra.graph("DELETE", Emails.of("adele") + Emails.ID, token, "", "third");

      assertThat(entra.writes("operation")).containsExactly("create", "update", "delete");
      assertThat(entra.writes("emailAddress")).containsExactly(MINE, THEIRS, "");
      assertThat(entra.writes("user")).containsOnly(ADELE_ID);
      assertThat(entra.writes("clientRequestId")).containsExactly("first", "second", "third");
    }

    @Test
    void answerBatches() {
      var item = "{\"id\":\"%s\",\"method\":\"%s\",\"url\":\"%s\"%s}";
      var body = ",\"headers\":{\"Content-Type\":\"application/json\"},\"body\":" + email(MINE);
      var requests =
        item.formatted("1", "POST", Emails.of("adele"), body) +
        "," +
        item.formatted("2", "GET", Emails.of("miriam"), "");

      var answer = entra.post(ADMIN, "/$batch", "{\"requests\":[" + requests + "]}");

      assertThat(answer.body()).contains("\"status\":201", "miriam@example.com");
      assertThat(emails("adele")).containsExactly(MINE);
    }

    @Test
    void letChangesLandLate() {
      entra.fault("{\"match\":{\"method\":\"DELETE\",\"path\":\"/emailMethods\"},\"status\":504,\"lateMs\":50}");

      assertThat(entra.delete(ADMIN, Emails.of("miriam") + Emails.ID).status()).isEqualTo(504);
      await().until(() -> emails("miriam").isEmpty());
    }

    @Test
    void hideAChangeThatWasMade() {
      entra.fault("{\"match\":{\"method\":\"POST\"},\"status\":504,\"apply\":true}");

      assertThat(entra.post(ADMIN, Emails.of("adele"), email(MINE)).status()).isEqualTo(504);
      assertThat(emails("adele")).containsExactly(MINE);
    }

    @Test
    void letASecondAdministratorActFirst() {
      entra.fault(
        "{\"match\":{\"method\":\"POST\"},\"meanwhile\":{\"when\":\"before\",\"method\":\"POST\",\"path\":\"" +
          Emails.of("adele") +
          "\",\"body\":" +
          email(THEIRS) +
          "}}"
      );

      assertThat(entra.post(ADMIN, Emails.of("adele"), email(MINE)).status()).isEqualTo(400);
      assertThat(emails("adele")).containsExactly(THEIRS);
      assertThat(entra.writes("by")).containsExactly("second-admin");
    }

    @Test
    void resetToTheSeed() {
      entra.delete(ADMIN, Emails.of("miriam") + Emails.ID);

      entra.control("POST", "/reset", "");

      assertThat(emails("miriam")).containsExactly("miriam@example.com");
    }

    @Test
    void throttle() {
      entra.control("POST", "/throttling", "{\"profile\":\"reports\",\"reports\":1}");

      assertThat(entra.get(ADMIN, Emails.of("miriam")).status()).isEqualTo(200);
      assertThat(entra.get(ADMIN, Emails.of("miriam")).status()).isEqualTo(429);
    }
  }
}
