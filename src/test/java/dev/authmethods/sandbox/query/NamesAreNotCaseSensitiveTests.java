package dev.authmethods.sandbox.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.sandbox.fixtures.LocalEntra;
import dev.authmethods.sandbox.fixtures.Phones;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Segments, properties and values of enumerations are the same in any case, and with or without their namespace. */
class NamesAreNotCaseSensitiveTests {

  @RegisterExtension
  static final LocalEntra entra = new LocalEntra();

  static final String ADMIN = "privileged-auth-admin";

  @ParameterizedTest
  @ValueSource(
    strings = {
      "/Users/megan@contoso.com/Authentication/PhoneMethods",
      "/USERS('megan@contoso.com')/AUTHENTICATION/PHONEMETHODS",
      "/users(userPrincipalName='megan@contoso.com')/authentication/phonemethods",
      "/users/megan@contoso.com/authentication/methods/microsoft.graph.phoneAuthenticationMethod",
      "/users/megan@contoso.com/authentication/Methods/Graph.PhoneAuthenticationMethod",
      "/users/megan@contoso.com/authentication/phoneMethods/",
    }
  )
  void inAddresses(String path) {
    assertThat(entra.get(ADMIN, path).values("phoneNumber")).containsExactly("+1 2065550101");
  }

  @ParameterizedTest
  @ValueSource(
    strings = {
      "graph.directoryRole",
      "microsoft.graph.directoryRole",
      "Microsoft.Graph.DirectoryRole",
      "Graph.directoryrole",
    }
  )
  void inCasts(String type) {
    var path = "/users/lidia@contoso.com/transitiveMemberOf/" + type;

    assertThat(entra.graph("GET", path, entra.graphToken("gateway"), "").values("displayName")).containsExactly(
      "Global Administrator"
    );
  }

  @Test
  void inTheVersionAndTheBatch() {
    var item = "{\"Id\":\"1\",\"Method\":\"get\",\"Url\":\"/Me\"}";
    var root = entra.sandbox().graphEndpoint().resolve("/V1.0/$Batch").toString();
    var headers = Map.of("Authorization", "Bearer " + entra.graphToken("user"));

    var answer = entra.call("POST", root, "{\"Requests\":[" + item + "]}", headers);

    assertThat(answer.json().at("/responses/0/body/userPrincipalName").asString()).isEqualTo("uma@contoso.com");
  }

  @Test
  void inGetByIds() {
    var body = "{\"Ids\":[\"10000000-0000-4000-8000-000000000001\"],\"TYPES\":[\"User\"]}";

    assertThat(entra.post(ADMIN, "/directoryobjects/getbyids", body).values("displayName")).containsExactly(
      "Kim Akers"
    );
    assertThat(entra.post(ADMIN, "/directoryObjects/microsoft.graph.getByIds", body).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
    strings = {
      "{\"PhoneNumber\":\"+1 2065550199\",\"PhoneType\":\"Mobile\"}",
      "{\"phonetype\":\"MOBILE\",\"PHONENUMBER\":\"+1 2065550199\"}",
      "{\"@odata.type\":\"#Microsoft.Graph.PhoneAuthenticationMethod\",\"phoneType\":\"mobile\",\"phoneNumber\":\"+1 2065550199\"}",
    }
  )
  void inBodies(String body) {
    assertThat(entra.post(ADMIN, Phones.of("kim"), body).status()).isEqualTo(201);
    assertThat(entra.phones("kim")).containsExactly("mobile +1 2065550199");
  }

  @Test
  void inActions() {
    var mobile = Phones.of("lee") + Phones.MOBILE.toUpperCase(Locale.ROOT);

    assertThat(entra.post(ADMIN, mobile + "/disablesmssignin", "").status()).isEqualTo(204);
    assertThat(entra.post(ADMIN, mobile + "/Microsoft.Graph.EnableSmsSignIn", "").status()).isEqualTo(204);
  }

  @Test
  void butStandOnceInABody() {
    var twice = "{\"phoneType\":\"mobile\",\"phoneNumber\":\"+1 2065550199\",\"PhoneNumber\":\"+1 2065550198\"}";

    assertThat(entra.post(ADMIN, Phones.of("kim"), twice).status()).isEqualTo(400);
    assertThat(entra.phones("kim")).isEmpty();
  }

  @Test
  void butIdsThatAreNoGuidsAreComparedAsTexts() {
    var passkeys = "/users/miriam@contoso.com/authentication/fido2Methods/";

    assertThat(entra.get(ADMIN, passkeys + "-2_GRUg2-HYz6_1YG4YRAQ2").status()).isEqualTo(200);
    assertThat(entra.get(ADMIN, passkeys + "-2_grug2-hyz6_1yg4yraq2").code()).isEqualTo("resourceNotFound");
    assertThat(entra.delete(ADMIN, passkeys + "-2_GRUg2-HYz6_1YG4YRAQ2").status()).isEqualTo(204);
  }
}
