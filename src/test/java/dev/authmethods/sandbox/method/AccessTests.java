package dev.authmethods.sandbox.method;

import static dev.authmethods.sandbox.fixtures.Phones.phone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.sandbox.fixtures.LocalEntra;
import dev.authmethods.sandbox.fixtures.Phones;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Microsoft Graph: permissions and roles of the authentication methods API. */
class AccessTests {

  @RegisterExtension
  static final LocalEntra entra = new LocalEntra();

  static void consent(String delegated, String application) {
    var answer = entra.control(
      "POST",
      "/consent",
      "{\"delegated\":[\"" + delegated + "\"],\"application\":[\"" + application + "\"]}"
    );
    assertThat(answer.status()).isEqualTo(204);
  }

  @Nested
  class Roles {

    @ParameterizedTest
    @CsvSource({ "auth-admin, 200", "privileged-auth-admin, 200", "global-reader, 200", "gateway, 200", "user, 403" })
    void decideWhoReads(String persona, int status) {
      assertThat(entra.get(persona, Phones.of("megan")).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({ "auth-admin, 201", "privileged-auth-admin, 201", "global-reader, 403", "gateway, 201", "user, 403" })
    void decideWhoWrites(String persona, int status) {
      var answer = entra.post(persona, Phones.of("adele"), phone("mobile", "+1 2065550199"));

      assertThat(answer.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({ "auth-admin, 403", "privileged-auth-admin, 204", "gateway, 204" })
    void decideWhoActsOnAnAdministrator(String persona, int status) {
      assertThat(entra.delete(persona, Phones.of("lidia") + Phones.MOBILE).status()).isEqualTo(status);
    }

    @Test
    void areNotNeededForTheOwnAccount() {
      assertThat(entra.get("user", "/me/authentication/phoneMethods").status()).isEqualTo(200);
      assertThat(entra.get("user", Phones.of("uma")).status()).isEqualTo(200);
    }

    @Test
    void areMissedInTheWordsOfTheService() {
      var answer = entra.get("user", Phones.of("megan"));

      assertThat(answer.code()).isEqualTo("accessDenied");
      assertThat(answer.json().at("/error/message").asString()).isEqualTo("Request Authorization failed");
    }
  }

  @Nested
  class DelegatedPermissions {

    @ParameterizedTest
    @ValueSource(
      strings = {
        "UserAuthMethod-Phone.Read.All",
        "UserAuthMethod-Phone.ReadWrite.All",
        "UserAuthenticationMethod.Read.All",
        "UserAuthenticationMethod.ReadWrite.All",
      }
    )
    void openTheReadingOfOthers(String permission) {
      consent(permission, "User.Read.All");

      assertThat(entra.get("global-reader", Phones.of("megan")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
      strings = {
        "UserAuthMethod-Phone.Read",
        "UserAuthenticationMethod.ReadWrite",
        "UserAuthMethod-Email.ReadWrite.All",
        "User.Read.All",
      }
    )
    void thatAreTooNarrowDoNot(String permission) {
      consent(permission, "User.Read.All");

      assertThat(entra.get("global-reader", Phones.of("megan")).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = { "UserAuthMethod-Phone.Read", "UserAuthenticationMethod.Read" })
    void ofTheNarrowKindOpenTheOwnAccount(String permission) {
      consent(permission, "User.Read.All");

      assertThat(entra.get("user", "/me/authentication/phoneMethods").status()).isEqualTo(200);
      assertThat(entra.delete("user", "/me/authentication/phoneMethods" + Phones.MOBILE).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
      "UserAuthMethod-Phone.ReadWrite.All, 201",
      "UserAuthenticationMethod.ReadWrite.All, 201",
      "UserAuthenticationMethod.Read.All, 403",
      "UserAuthenticationMethod.ReadWrite, 403",
    })
    void decideWhoCreates(String permission, int status) {
      consent(permission, "User.Read.All");

      var answer = entra.post("privileged-auth-admin", Phones.of("adele"), phone("mobile", "+1 2065550199"));

      assertThat(answer.status()).isEqualTo(status);
    }

    @Test
    void ofOneKindDoNotOpenAllKindsTogether() {
      consent("UserAuthMethod-Phone.Read.All", "User.Read.All");

      assertThat(entra.get("global-reader", "/users/megan@contoso.com/authentication/methods").status()).isEqualTo(403);
    }
  }

  @Nested
  class ApplicationPermissions {

    @ParameterizedTest
    @CsvSource({
      "UserAuthenticationMethod.ReadWrite.All, 201",
      "UserAuthMethod-Phone.ReadWrite.All, 201",
      "UserAuthenticationMethod.Read.All, 403",
      "User.Read.All, 403",
    })
    void decideWhatAnApplicationCreates(String permission, int status) {
      consent("User.Read.All", permission);

      var answer = entra.post("gateway", Phones.of("adele"), phone("mobile", "+1 2065550199"));

      assertThat(answer.status()).isEqualTo(status);
    }

    @Test
    void doNotMakeAnApplicationSomebody() {
      assertThat(entra.get("gateway", "/me").status()).isEqualTo(400);
    }
  }

  @Nested
  class Masking {

    @Test
    void hidesNumbersFromAnAuthenticationAdministrator() {
      assertThat(entra.get("auth-admin", Phones.of("lee")).values("phoneNumber")).containsExactly("+1 XXXXXXXX55");
      assertThat(
        entra
          .get("auth-admin", Phones.of("lee") + Phones.MOBILE)
          .json()
          .path("phoneNumber")
          .asString()
      ).isEqualTo("+1 XXXXXXXX55");
    }

    @Test
    void hidesThemAmongAllKinds() {
      var answer = entra.get("auth-admin", "/users/lee@contoso.com/authentication/methods");

      assertThat(answer.body()).contains("+1 XXXXXXXX55").doesNotContain("2065550155");
    }

    @ParameterizedTest
    @ValueSource(strings = { "privileged-auth-admin", "global-reader", "gateway" })
    void sparesOthers(String persona) {
      assertThat(entra.get(persona, Phones.of("lee")).values("phoneNumber")).containsExactly("+1 2065550155");
    }

    @Test
    void keepsTheLastDigitsBeforeAnExtension() {
      assertThat(entra.get("auth-admin", Phones.of("diego")).values("phoneNumber")).contains("+1 XXXXXXXX06");
    }
  }
}
