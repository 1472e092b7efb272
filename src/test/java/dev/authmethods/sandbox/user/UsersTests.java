package dev.authmethods.sandbox.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.sandbox.fixtures.LocalEntra;
import dev.authmethods.sandbox.http.JsonTree;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Microsoft Graph: List users, Get a user, directoryObject: getByIds. */
class UsersTests {

  @RegisterExtension
  static final LocalEntra entra = new LocalEntra();

  static final String READER = "global-reader";
  static final String KIM = "10000000-0000-4000-8000-000000000001";

  @Nested
  class Single {

    @ParameterizedTest
    @CsvSource(
      delimiter = '|',
      value = {
        "/users/10000000-0000-4000-8000-000000000001 | kim@contoso.com",
        "/users/KIM@Contoso.com | kim@contoso.com",
        "/users('kim@contoso.com') | kim@contoso.com",
        "/users('kim%40contoso.com') | kim@contoso.com",
        "/users/ext_user_fabrikam.com%23EXT%23@contoso.com | ext_user_fabrikam.com#EXT#@contoso.com",
        "/users('ext_user_fabrikam.com%23EXT%23@contoso.com') | ext_user_fabrikam.com#EXT#@contoso.com",
        "/users/o%27hara@contoso.com | o'hara@contoso.com",
        "/users('o''hara@contoso.com') | o'hara@contoso.com",
        "/users('$cash@contoso.com') | $cash@contoso.com",
        "/users('%24cash@contoso.com') | $cash@contoso.com",
      },
      quoteCharacter = '"'
    )
    void isFoundByIdAndByName(String path, String name) {
      var answer = entra.get(READER, path);

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.json().path("userPrincipalName").asString()).isEqualTo(name);
    }

    @Test
    void needsBracketsForANameWithADollarSign() {
      assertThat(entra.get(READER, "/users/$cash@contoso.com").status()).isEqualTo(400);
    }

    @Test
    void isNotFoundInTheWordsOfTheDirectory() {
      var answer = entra.get(READER, "/users/nobody@contoso.com");

      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.code()).isEqualTo("Request_ResourceNotFound");
      assertThat(answer.json().at("/error/message").asString()).startsWith(
        "Resource 'nobody@contoso.com' does not exist"
      );
      assertThat(answer.json().at("/error/innerError/message").isMissingNode()).isTrue();
    }

    @Test
    void isTheCaller() {
      var answer = entra.get("user", "/me");

      assertThat(answer.json().path("userPrincipalName").asString()).isEqualTo("uma@contoso.com");
    }

    @Test
    void hasTheDefaultPropertiesUnlessSelected() {
      assertThat(
        entra
          .get(READER, "/users/" + KIM)
          .json()
          .propertyNames()
      )
        .contains("displayName", "mail", "userPrincipalName")
        .doesNotContain("userType", "authentication");
      assertThat(
        entra
          .get(READER, "/users/" + KIM + "?$select=id,userType")
          .json()
          .propertyNames()
      ).containsExactlyInAnyOrder("@odata.context", "id", "userType");
    }

    @Test
    void hasNoUnknownProperties() {
      assertThat(entra.get(READER, "/users/" + KIM + "?$select=shoeSize").code()).isEqualTo("BadRequest");
    }
  }

  @Nested
  class Pages {

    @Test
    void holdAHundredUnlessAsked() {
      assertThat(entra.get(READER, "/users").values("id")).hasSize(100);
      assertThat(entra.get(READER, "/users?$top=7").values("id")).hasSize(7);
    }

    @Test
    void leadToEveryUserOnce() {
      var seen = new HashSet<String>();
      var token = Map.of("Authorization", "Bearer " + entra.graphToken(READER));
      var next = entra.sandbox().graphEndpoint() + "/users?$top=300&$select=id";
      while (!next.isEmpty()) {
        var page = entra.call("GET", next.replace("$", "%24"), "", token);
        page.values("id").forEach(id -> assertThat(seen.add(id)).isTrue());
        next = page.json().path("@odata.nextLink").asString();
      }
      assertThat(seen).hasSizeGreaterThan(1_000);
    }

    @Test
    void carryTheSelectionOn() {
      var link = entra.get(READER, "/users?%24select=id").json().path("@odata.nextLink").asString();

      assertThat(link).startsWith(entra.sandbox().graphEndpoint().toString()).contains("$select=id", "$skiptoken=");
    }

    @ParameterizedTest
    @ValueSource(strings = { "$top=0", "$top=1000", "$top=x", "$skiptoken=x", "$skip=1" })
    void areRefusedBeyondTheLimits(String option) {
      assertThat(entra.get(READER, "/users?" + option).status()).isEqualTo(400);
    }

    @Test
    void doNotHoldWhatOnlyASingleUserHas() {
      assertThat(entra.get(READER, "/users?$select=aboutMe").status()).isEqualTo(501);
    }
  }

  @Nested
  class Permissions {

    @Test
    void areMissedInTheWordsOfTheDirectory() {
      entra.control("POST", "/consent", "{\"delegated\":[\"User.Read\"],\"application\":[]}");

      var answer = entra.get(READER, "/users");

      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.code()).isEqualTo("Authorization_RequestDenied");
      assertThat(entra.get(READER, "/users/" + KIM).status()).isEqualTo(403);
      assertThat(entra.get(READER, "/me").status()).isEqualTo(200);
    }

    @Test
    void doNotLetGuestsList() {
      var guest = entra.gatewayToken("user", "{\"oid\":\"10000000-0000-4000-8000-000000000041\"}");
      var token = entra.onBehalfOf(Map.of("assertion", guest)).json().path("access_token").stringValue();

      assertThat(entra.graph("GET", "/users", token, "").code()).isEqualTo("Authorization_RequestDenied");
      assertThat(entra.graph("GET", "/me", token, "").json().path("mail").asString()).isEqualTo(
        "ext.user@fabrikam.com"
      );
    }

    @Test
    void openTheDirectoryToOrdinaryUsers() {
      assertThat(entra.get("user", "/users").status()).isEqualTo(200);
    }
  }

  @Nested
  class GetByIds {

    static final String PATH = "/directoryObjects/getByIds";

    @Test
    void answersForKnownIdsAndIsSilentAboutOthers() {
      var body = "{\"ids\":[\"" + KIM + "\",\"00000000-0000-4000-8000-00000000dead\"],\"types\":[\"User\"]}";

      var answer = entra.post(READER, PATH, body);

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.values("userPrincipalName")).containsExactly("kim@contoso.com");
      assertThat(answer.values("@odata.type")).containsExactly("#microsoft.graph.user");
    }

    @Test
    void honoursTheSelection() {
      var answer = entra.post(READER, PATH + "?$select=id", "{\"ids\":[\"" + KIM + "\"]}");

      assertThat(answer.json().at("/value/0").propertyNames()).containsExactlyInAnyOrder("@odata.type", "id");
    }

    @Test
    void holdsNoGroups() {
      var answer = entra.post(READER, PATH, "{\"ids\":[\"" + KIM + "\"],\"types\":[\"group\"]}");

      assertThat(answer.values("id")).isEmpty();
    }

    @Test
    void takesAThousandIdsAndNoMore() {
      var users = entra.control("GET", "/users", "").json();
      var ids = users
        .valueStream()
        .map(user -> user.path("id").asString())
        .limit(1_000)
        .toList();
      var body = JsonTree.object();
      body.set("ids", JsonTree.strings(ids));

      assertThat(entra.post(READER, PATH, body.toString()).values("id")).hasSize(1_000);

      body.withArray("ids").add(KIM);
      assertThat(entra.post(READER, PATH, body.toString()).code()).isEqualTo("Request_BadRequest");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "{}", "{\"ids\":[]}", "{\"ids\":[1]}" })
    void needsIds(String body) {
      assertThat(entra.post(READER, PATH, body).status()).isEqualTo(400);
    }

    @Test
    void needsPermission() {
      entra.control("POST", "/consent", "{\"delegated\":[\"User.Read\"],\"application\":[]}");

      assertThat(entra.post(READER, PATH, "{\"ids\":[\"" + KIM + "\"]}").code()).isEqualTo(
        "Authorization_RequestDenied"
      );
    }
  }
}
