package dev.authmethods.sandbox.method;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.sandbox.fixtures.LocalEntra;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Microsoft Graph: authenticationMethod and its types, also those that clients do not know. */
class MethodKindsTests {

  @RegisterExtension
  static final LocalEntra entra = new LocalEntra();

  static final String ADMIN = "privileged-auth-admin";
  static final String DELIA = "/users/delia@contoso.com/authentication";
  static final String NESTOR = "/users/nestor@contoso.com/authentication";
  static final String QR_CODE_PIN = "#microsoft.graph.qrCodePinAuthenticationMethod";
  static final String HARDWARE_OATH = "#microsoft.graph.hardwareOathAuthenticationMethod";

  private static String first(String collection) {
    return (
      DELIA +
      "/" +
      collection +
      "/" +
      entra
        .get(ADMIN, DELIA + "/" + collection)
        .values("id")
        .getFirst()
    );
  }

  private static List<String> types(String user) {
    return entra.get(ADMIN, user + "/methods").values("@odata.type");
  }

  @Nested
  class Delia {

    @Test
    void hasOneOfEveryKind() {
      assertThat(types(DELIA)).contains(
        "#microsoft.graph.phoneAuthenticationMethod",
        "#microsoft.graph.emailAuthenticationMethod",
        "#microsoft.graph.fido2AuthenticationMethod",
        "#microsoft.graph.microsoftAuthenticatorAuthenticationMethod",
        "#microsoft.graph.platformCredentialAuthenticationMethod",
        "#microsoft.graph.softwareOathAuthenticationMethod",
        "#microsoft.graph.windowsHelloForBusinessAuthenticationMethod",
        "#microsoft.graph.externalAuthenticationMethod",
        "#microsoft.graph.passwordAuthenticationMethod",
        QR_CODE_PIN
      );
      assertThat(entra.phones("delia")).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
      "fido2Methods, aaGuid, de1e552d-db1d-4423-a619-566b625cdc84",
      "fido2Methods, attestationLevel, attested",
      "fido2Methods, model, Contoso Key",
      "fido2Methods, passkeyType, deviceBound",
      "microsoftAuthenticatorMethods, deviceTag, SoftwareTokenActivated",
      "microsoftAuthenticatorMethods, phoneAppVersion, 6.2401.0",
      "platformCredentialMethods, platform, macOS",
      "platformCredentialMethods, keyStrength, normal",
      "windowsHelloForBusinessMethods, keyStrength, normal",
      "externalAuthenticationMethods, displayName, Adatum MFA",
      "externalAuthenticationMethods, configurationId, 50000000-0000-4000-8000-000000000001",
    })
    void showsTheirProperties(String collection, String property, String value) {
      assertThat(entra.get(ADMIN, DELIA + "/" + collection).values(property)).containsExactly(value);
    }

    @Test
    void showsNoDateWhereGraphHasNone() {
      var password = entra
        .get(ADMIN, DELIA + "/passwordMethods")
        .json()
        .at("/value/0");
      var oath = entra
        .get(ADMIN, DELIA + "/softwareOathMethods")
        .json()
        .at("/value/0");

      assertThat(password.path("createdDateTime").isNull()).isTrue();
      assertThat(password.path("password").isNull()).isTrue();
      assertThat(oath.propertyNames()).containsExactly("id", "secretKey");
      assertThat(oath.path("secretKey").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "fido2Methods", "windowsHelloForBusinessMethods", "platformCredentialMethods" })
    void hasKeysWhoseIdsAreNoGuids(String collection) {
      var id = entra
        .get(ADMIN, DELIA + "/" + collection)
        .values("id")
        .getFirst();

      assertThat(id).matches("[\\w-]{20,}").doesNotMatch("[0-9a-f]{8}-.*");
      assertThat(entra.get(ADMIN, DELIA + "/methods/" + id).status()).isEqualTo(200);
    }
  }

  @Nested
  class Devices {

    @ParameterizedTest
    @CsvSource({
      "microsoftAuthenticatorMethods, IPhone, Workplace",
      "platformCredentialMethods, MacMDM, AzureAd",
      "windowsHelloForBusinessMethods, Windows, AzureAd",
    })
    void comeAlongWithASingleMethod(String collection, String system, String trust) {
      var device = entra
        .get(ADMIN, first(collection) + "?$expand=device")
        .json()
        .path("device");

      assertThat(device.propertyNames()).contains("id", "deviceId", "displayName", "operatingSystemVersion");
      assertThat(device.propertyNames()).contains("registrationDateTime", "approximateLastSignInDateTime");
      assertThat(device.path("operatingSystem").asString()).isEqualTo(system);
      assertThat(device.path("trustType").asString()).isEqualTo(trust);
      assertThat(device.path("accountEnabled").asBoolean()).isTrue();
      assertThat(device.path("isCompliant").asBoolean()).isTrue();
      assertThat(device.path("isManaged").asBoolean()).isTrue();
    }

    @Test
    void stayOutUnlessTheyAreAskedFor() {
      assertThat(entra.get(ADMIN, first("windowsHelloForBusinessMethods")).json().has("device")).isFalse();
      assertThat(entra.get(ADMIN, DELIA + "/windowsHelloForBusinessMethods?$expand=device").status()).isEqualTo(400);
      assertThat(entra.get(ADMIN, first("fido2Methods") + "?$expand=device").status()).isEqualTo(400);
    }

    @Test
    void areNullWhereTheMethodHasNone() {
      var isaiah = "/users/isaiah@contoso.com/authentication/microsoftAuthenticatorMethods";
      var id = entra.get(ADMIN, isaiah).values("id").getFirst();

      var authenticator = entra.get(ADMIN, isaiah + "/" + id + "?$expand=device").json();

      assertThat(authenticator.path("device").isNull()).isTrue();
      assertThat(authenticator.path("createdDateTime").isNull()).isTrue();
    }

    @Test
    void canNeedAPermission() {
      entra.control("POST", "/settings", "{\"devicePermission\":true}");
      var address = first("windowsHelloForBusinessMethods") + "?$expand=device";
      assertThat(entra.get(ADMIN, address).json().path("device").isNull()).isTrue();

      var permissions = "[\"UserAuthenticationMethod.Read.All\",\"Device.Read.All\"]";
      entra.control("POST", "/consent", "{\"delegated\":" + permissions + ",\"application\":[]}");
      assertThat(entra.get(ADMIN, address).json().path("device").isObject()).isTrue();
    }
  }

  @Nested
  class KindsWithoutACollection {

    @Test
    void areListedAsTheSettingsSay() {
      assertThat(types(DELIA)).contains(QR_CODE_PIN);
      assertThat(types(NESTOR)).doesNotContain(HARDWARE_OATH);

      entra.control("POST", "/settings", "{\"listQrCodePin\":false,\"listHardwareOath\":true}");
      assertThat(types(DELIA)).doesNotContain(QR_CODE_PIN);
      assertThat(types(NESTOR)).contains(HARDWARE_OATH);

      entra.control("POST", "/reset", "");
      assertThat(types(DELIA)).contains(QR_CODE_PIN);
    }

    @Test
    void areFoundAmongAllKindsOnly() {
      var cast = entra.get(ADMIN, DELIA + "/methods/microsoft.graph.qrCodePinAuthenticationMethod");
      var id = cast.values("id").getFirst();

      assertThat(
        entra
          .get(ADMIN, DELIA + "/methods/" + id)
          .json()
          .path("@odata.type")
          .asString()
      ).isEqualTo(QR_CODE_PIN);
      assertThat(entra.get(ADMIN, DELIA + "/qrCodePinMethod").status()).isEqualTo(400);
      assertThat(entra.get(ADMIN, NESTOR + "/hardwareOathMethods").status()).isEqualTo(400);
      assertThat(
        entra.get(ADMIN, NESTOR + "/methods/microsoft.graph.hardwareOathAuthenticationMethod").code()
      ).isEqualTo("BadRequest");
    }

    @Test
    void canBeInvented() {
      var added = entra.control(
        "POST",
        "/users/adele@contoso.com/methods",
        "{\"@odata.type\":\"#microsoft.graph.telepathyAuthenticationMethod\",\"id\":\"x-1\",\"range\":7}"
      );

      var method = entra.get(ADMIN, "/users/adele@contoso.com/authentication/methods").json().at("/value/1");
      assertThat(added.status()).isEqualTo(201);
      assertThat(method.path("@odata.type").asString()).isEqualTo("#microsoft.graph.telepathyAuthenticationMethod");
      assertThat(method.path("id").asString()).isEqualTo("x-1");
      assertThat(method.path("range").asInt()).isEqualTo(7);
      assertThat(entra.writes("seq")).isEmpty();
    }

    @Test
    void areNotOfferedInOtherClouds() {
      var scope = Map.of("scope", "https://graph.microsoft.us/.default");
      var token = entra.clientCredentials(scope).json().path("access_token").asString();

      var types = entra.graph("GET", DELIA + "/methods", token, "").values("@odata.type");

      assertThat(types).doesNotContain(QR_CODE_PIN, "#microsoft.graph.externalAuthenticationMethod");
      assertThat(types).contains("#microsoft.graph.fido2AuthenticationMethod");
    }
  }

  @Nested
  class Controls {

    @Test
    void addAndListMethodsOfAnyKindButThoseWithRules() {
      var key = "{\"@odata.type\":\"#microsoft.graph.fido2AuthenticationMethod\",\"displayName\":\"Mine\"}";
      var phone = "{\"@odata.type\":\"#microsoft.graph.phoneAuthenticationMethod\"}";

      assertThat(entra.control("POST", "/users/adele@contoso.com/methods", key).status()).isEqualTo(201);
      assertThat(entra.control("POST", "/users/adele@contoso.com/methods", phone).status()).isEqualTo(400);
      assertThat(entra.control("POST", "/users/adele@contoso.com/methods", "{}").status()).isEqualTo(400);
      assertThat(entra.control("POST", "/users/nobody/methods", key).status()).isEqualTo(404);

      assertThat(
        entra.control("GET", "/users/adele@contoso.com/methods", "").json().path(1).path("displayName").asString()
      ).isEqualTo("Mine");
      assertThat(
        entra.get(ADMIN, "/users/adele@contoso.com/authentication/fido2Methods").values("displayName")
      ).containsExactly("Mine");
    }

    @Test
    void tellTheSettingsThatHold() {
      assertThat(entra.control("GET", "/settings", "").json().path("listQrCodePin").asBoolean()).isTrue();
      assertThat(entra.control("POST", "/settings", "{\"listQrCodePin\":false}").status()).isEqualTo(204);
      assertThat(entra.control("GET", "/settings", "").json().path("listQrCodePin").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "[]", "{\"other\":true}", "{\"listQrCodePin\":\"perhaps\"}" })
    void refuseSettingsThatThereAreNot(String body) {
      assertThat(entra.control("POST", "/settings", body).status()).isEqualTo(400);
    }
  }
}
