package dev.authmethods.sandbox.method;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.sandbox.fixtures.LocalEntra;
import dev.authmethods.sandbox.fixtures.Phones;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Microsoft Graph: Authentication methods API, all kinds together and one by one. */
class AuthenticationMethodsTests {

  @RegisterExtension
  static final LocalEntra entra = new LocalEntra();

  static final String ADMIN = "privileged-auth-admin";
  static final String MIRIAM = "/users/miriam@contoso.com/authentication";

  @Nested
  class Lists {

    @Test
    void nameTheTypeOfEachMethodAmongAllKinds() {
      var answer = entra.get(ADMIN, MIRIAM + "/methods");

      assertThat(answer.values("@odata.type"))
        .contains("#microsoft.graph.phoneAuthenticationMethod", "#microsoft.graph.fido2AuthenticationMethod")
        .contains("#microsoft.graph.passwordAuthenticationMethod", "#microsoft.graph.emailAuthenticationMethod");
    }

    @Test
    void keepPhonesInTheOrderOfTheirTypes() {
      var phones = entra.get(ADMIN, Phones.of("diego"));

      assertThat(phones.values("phoneType")).containsExactly("mobile", "alternateMobile", "office");
      assertThat(phones.values("@odata.type")).containsOnly("");
    }

    @ParameterizedTest
    @CsvSource({
      "passwordMethods, 1",
      "emailMethods, 1",
      "fido2Methods, 1",
      "microsoftAuthenticatorMethods, 1",
      "softwareOathMethods, 1",
      "windowsHelloForBusinessMethods, 1",
      "temporaryAccessPassMethods, 0",
      "platformCredentialMethods, 0",
      "externalAuthenticationMethods, 0",
    })
    void holdOneKind(String collection, int size) {
      assertThat(entra.get(ADMIN, MIRIAM + "/" + collection).values("id")).hasSize(size);
    }
  }

  @Nested
  class Single {

    @Test
    void isFoundAmongAllKindsAndInItsOwn() {
      var password = "/28c10230-6103-485e-b985-444c60001490";

      assertThat(entra.get(ADMIN, MIRIAM + "/methods" + password).body()).contains("passwordAuthenticationMethod");
      assertThat(entra.get(ADMIN, MIRIAM + "/passwordMethods" + password).status()).isEqualTo(200);
    }

    @Test
    void isNotFoundInAnotherKind() {
      assertThat(entra.get(ADMIN, MIRIAM + "/emailMethods" + Phones.MOBILE).code()).isEqualTo("resourceNotFound");
    }

    @Test
    void isFoundByAKeyInBrackets() {
      var key = "phoneMethods('3179e48a-750b-4051-897c-87b9720928f7')";

      assertThat(entra.get(ADMIN, "/users('miriam@contoso.com')/authentication/" + key).status()).isEqualTo(200);
    }
  }

  @Nested
  class Unsupported {

    @ParameterizedTest
    @ValueSource(strings = { "DELETE", "PATCH" })
    void writesOnAllKindsTogetherMeetTheServiceBehind(String verb) {
      var answer = entra.graph(verb, MIRIAM + "/methods" + Phones.MOBILE, entra.graphToken(ADMIN), "{}");

      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.code()).isEqualTo("UnknownError");
      assertThat(answer.json().at("/error/message").asString()).contains("No HTTP resource was found");
    }

    @Test
    void verbsAreNotAllowed() {
      assertThat(entra.post(ADMIN, MIRIAM + "/fido2Methods", "{}").status()).isEqualTo(405);
      assertThat(
        entra.delete(ADMIN, MIRIAM + "/passwordMethods/28c10230-6103-485e-b985-444c60001490").status()
      ).isEqualTo(405);
    }

    @Test
    void segmentsAreNotFound() {
      var answer = entra.get(ADMIN, MIRIAM + "/requirements");

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.json().at("/error/message").asString()).contains("segment 'requirements'");
    }
  }

  @Test
  void hideAnUnknownUserInTheWordsOfTheService() {
    var answer = entra.get(ADMIN, Phones.of("nobody"));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("resourceNotFound");
    assertThat(answer.json().at("/error/innerError/message").isString()).isTrue();
  }

  @Test
  void areASingletonPerUser() {
    assertThat(entra.get(ADMIN, MIRIAM).json().path("id").isString()).isTrue();
  }
}
