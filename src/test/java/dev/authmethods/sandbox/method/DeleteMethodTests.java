package dev.authmethods.sandbox.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.authmethods.sandbox.fixtures.Answer;
import dev.authmethods.sandbox.fixtures.Emails;
import dev.authmethods.sandbox.fixtures.LocalEntra;
import dev.authmethods.sandbox.fixtures.Phones;
import dev.authmethods.sandbox.http.JsonTree;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Deletions of methods of every kind but phones and email. */
class DeleteMethodTests {

  @RegisterExtension
  static final LocalEntra entra = new LocalEntra();

  static final String ADMIN = "privileged-auth-admin";
  static final String DELIA = "/users/delia@contoso.com/authentication/";

  private static String delia(String collection) {
    return (
      DELIA +
      collection +
      "/" +
      entra
        .get(ADMIN, DELIA + collection)
        .values("id")
        .getFirst()
    );
  }

  @Nested
  class EveryKind {

    @ParameterizedTest
    @CsvSource({
      "fido2Methods, fido2AuthenticationMethod",
      "microsoftAuthenticatorMethods, microsoftAuthenticatorAuthenticationMethod",
      "platformCredentialMethods, platformCredentialAuthenticationMethod",
      "softwareOathMethods, softwareOathAuthenticationMethod",
      "windowsHelloForBusinessMethods, windowsHelloForBusinessAuthenticationMethod",
      "externalAuthenticationMethods, externalAuthenticationMethod",
    })
    void isDeletedOnceAndLogged(String collection, String type) {
      var method = delia(collection);

      var deleted = entra.delete(ADMIN, method);

      assertThat(deleted.status()).isEqualTo(204);
      assertThat(deleted.body()).isEmpty();
      assertThat(entra.get(ADMIN, DELIA + collection).values("id")).isEmpty();
      assertThat(entra.delete(ADMIN, method).code()).isEqualTo("resourceNotFound");
      assertThat(entra.writes("operation")).containsExactly("delete");
      assertThat(entra.writes("@odata.type")).containsExactly("#microsoft.graph." + type);
      assertThat(method).endsWith("/" + entra.writes("id").getFirst());
      assertThat(entra.writes("by")).containsExactly("a0000000-0000-4000-8000-000000000002");
    }

    @ParameterizedTest
    @CsvSource({
      "fido2Methods, Passkey",
      "microsoftAuthenticatorMethods, MicrosoftAuthApp",
      "platformCredentialMethods, PlatformCred",
      "softwareOathMethods, SoftwareOATH",
      "windowsHelloForBusinessMethods, WindowsHello",
      "externalAuthenticationMethods, External",
    })
    void hasItsOwnPermissions(String collection, String family) {
      var method = delia(collection);

      consent("UserAuthMethod-Phone.ReadWrite.All");
      assertThat(entra.delete(ADMIN, method).code()).isEqualTo("accessDenied");

      consent("UserAuthMethod-" + family + ".Read.All");
      assertThat(entra.get(ADMIN, method).status()).isEqualTo(200);
      assertThat(entra.delete(ADMIN, method).code()).isEqualTo("accessDenied");

      consent("UserAuthMethod-" + family + ".ReadWrite.All");
      assertThat(entra.delete(ADMIN, method).status()).isEqualTo(204);
    }

    private static void consent(String permission) {
      entra.control("POST", "/consent", "{\"delegated\":[\"" + permission + "\"],\"application\":[]}");
    }

    @ParameterizedTest
    @ValueSource(
      strings = {
        "fido2Methods",
        "microsoftAuthenticatorMethods",
        "platformCredentialMethods",
        "softwareOathMethods",
        "windowsHelloForBusinessMethods",
        "externalAuthenticationMethods",
        "passwordMethods",
      }
    )
    void cannotBeUpdated(String collection) {
      assertThat(entra.patch(ADMIN, delia(collection), "{}").status()).isEqualTo(405);
    }
  }

  @Nested
  class Refused {

    @Test
    void isThePassword() {
      assertThat(entra.delete(ADMIN, delia("passwordMethods")).status()).isEqualTo(405);
    }

    @Test
    void areKindsWithoutACollection() {
      var qr = entra.get(ADMIN, DELIA + "methods/microsoft.graph.qrCodePinAuthenticationMethod").values("id");

      var answer = entra.delete(ADMIN, DELIA + "methods/" + qr.getFirst());

      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.code()).isEqualTo("UnknownError");
      assertThat(answer.json().at("/error/message").asString()).contains("No HTTP resource was found");
      assertThat(entra.delete(ADMIN, DELIA + "qrCodePinMethod").status()).isEqualTo(400);
      assertThat(entra.writes("seq")).isEmpty();
    }

    @Test
    void isAWindowsHelloMethodByAGuid() {
      var guid = "/0f8fad5b-d9cb-469f-a165-70867728950e";

      var answer = entra.delete(ADMIN, DELIA + "windowsHelloForBusinessMethods" + guid);

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.code()).isEqualTo("badRequest");
      assertThat(answer.json().at("/error/message").asString()).isEqualTo("Invalid value for KeyId");
      assertThat(entra.get(ADMIN, DELIA + "windowsHelloForBusinessMethods" + guid).status()).isEqualTo(404);
      assertThat(entra.delete(ADMIN, DELIA + "fido2Methods" + guid).status()).isEqualTo(404);
    }

    @Test
    void isTheDefaultWhileOthersStand() {
      var mobile = Phones.of("isaiah") + Phones.MOBILE;
      var isaiah = "/users/isaiah@contoso.com/authentication/microsoftAuthenticatorMethods";
      var app = isaiah + "/" + entra.get(ADMIN, isaiah).values("id").getFirst();

      assertThat(entra.delete(ADMIN, mobile).body()).contains("current default authentication method");
      assertThat(entra.delete(ADMIN, app).status()).isEqualTo(204);
      assertThat(entra.delete(ADMIN, Emails.of("isaiah") + Emails.ID).status()).isEqualTo(204);
      assertThat(entra.delete(ADMIN, mobile).status()).isEqualTo(204);
    }

    @Test
    void isAnAdministratorsMethodForAnAuthenticationAdministrator() {
      var key = "{\"@odata.type\":\"#microsoft.graph.fido2AuthenticationMethod\",\"id\":\"key-of-lidia\"}";
      entra.control("POST", "/users/lidia@contoso.com/methods", key);
      var lidia = "/users/lidia@contoso.com/authentication/fido2Methods/key-of-lidia";

      assertThat(entra.delete("auth-admin", lidia).code()).isEqualTo("accessDenied");
      assertThat(entra.delete("auth-admin", delia("fido2Methods")).status()).isEqualTo(204);
      assertThat(entra.delete(ADMIN, lidia).status()).isEqualTo(204);
    }
  }

  @Nested
  class OwnKeys {

    @ParameterizedTest
    @ValueSource(strings = { "fido2", "windowsHelloForBusiness" })
    void needFreshMultifactorAuthentication(String kind) {
      var answer = delete(own(kind), "{}");

      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.code()).isEqualTo("accessDenied");
      var nested = JsonTree.read(answer.json().at("/error/message").asString());
      assertThat(nested.at("/odata.error/message/value").asString()).startsWith(
        "MFA is required for a 'RemoveKey' operation"
      );
      assertThat(entra.writes("seq")).isEmpty();
    }

    @Test
    void canBeDeletedAfterIt() {
      var now = Instant.now().getEpochSecond();

      assertThat(delete(own("fido2"), claims(now - 700)).status()).isEqualTo(403);
      assertThat(delete(own("fido2"), "{\"auth_time\":" + now + "}").status()).isEqualTo(403);
      assertThat(delete(own("fido2"), claims(now - 60)).status()).isEqualTo(204);
      assertThat(delete(own("fido2"), "{\"amr\":[\"mfa\"]}").status()).isEqualTo(204);
    }

    @Test
    void canBeRefusedWithAnotherStatus() {
      entra.control("POST", "/settings", "{\"stepUpStatus\":400}");

      var answer = delete(own("fido2"), "{}");

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.json().at("/error/message").asString()).contains("RemoveKey");
    }

    @Test
    void areTheOnlyMethodsThatNeedIt() {
      assertThat(delete(own("softwareOath"), "{}").status()).isEqualTo(204);
    }

    private static String claims(long authTime) {
      return "{\"amr\":[\"pwd\",\"mfa\"],\"auth_time\":" + authTime + "}";
    }

    /** Gives the user a method, and tells where it is. */
    private static String own(String kind) {
      var type = "#microsoft.graph." + kind + "AuthenticationMethod";
      var body = JsonTree.object().put("@odata.type", type).put("id", "my-own");
      entra.control("POST", "/users/uma@contoso.com/methods", body.toString());
      return "/me/authentication/" + kind + "Methods/my-own";
    }

    private static Answer delete(String path, String claims) {
      var token = entra
        .onBehalfOf(Map.of("assertion", entra.gatewayToken("user", claims)))
        .json()
        .path("access_token");
      return entra.graph("DELETE", path, token.asString(), "");
    }
  }

  @Nested
  class UnderFaults {

    @Test
    void landLate() {
      var method = delia("softwareOathMethods");
      entra.fault("{\"match\":{\"method\":\"DELETE\",\"path\":\"/softwareOath\"},\"status\":504,\"lateMs\":50}");

      assertThat(entra.delete(ADMIN, method).status()).isEqualTo(504);
      await().until(() -> !entra.writes("id").isEmpty());
      assertThat(entra.get(ADMIN, method).status()).isEqualTo(404);
    }
  }
}
