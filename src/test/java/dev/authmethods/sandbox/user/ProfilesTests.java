package dev.authmethods.sandbox.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.sandbox.fixtures.LocalEntra;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Microsoft Graph: user resource type, objectIdentity resource type, List manager. */
class ProfilesTests {

  @RegisterExtension
  static final LocalEntra entra = new LocalEntra();

  private static final String READER = "global-reader";
  private static final String ANNA = "/users/anna.mueller@contoso.com";

  @Nested
  class Managers {

    @Test
    void areUsers() {
      var manager = entra.get(READER, ANNA + "/manager?$select=id,displayName").json();

      assertThat(manager.path("@odata.type").asString()).isEqualTo("#microsoft.graph.user");
      assertThat(manager.path("displayName").asString()).isEqualTo("Megan Bowen");
    }

    @Test
    void areMissedInTheWordsOfTheDirectory() {
      var answer = entra.get(READER, "/users/megan@contoso.com/manager");

      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.body()).contains("Resource 'manager' does not exist");
    }

    @Test
    void haveNothingBelow() {
      assertThat(entra.get(READER, ANNA + "/manager/manager").status()).isEqualTo(400);
    }
  }

  @Nested
  class Identities {

    @ParameterizedTest
    @CsvSource({
      "anna.mueller@contoso.com, Member, false",
      "gina@contoso.com, Guest, false",
      "pat_fabrikam.com%23EXT%23@contoso.com, Member, true",
      "ext_user_fabrikam.com%23EXT%23@contoso.com, Guest, true",
    })
    void tellWhereUsersSignIn(String name, String userType, boolean isFederated) {
      var user = entra.get(READER, "/users/" + name + "?$select=userType,identities").json();

      assertThat(user.path("userType").asString()).isEqualTo(userType);
      assertThat(user.path("identities").toString().contains("federated")).isEqualTo(isFederated);
    }
  }

  @Nested
  class UnderThePermissionForBasicProfiles {

    private static final String BASIC = "{\"delegated\":[\"User.ReadBasic.All\"],\"application\":[]}";
    private static final String SELECT = "?$select=displayName,department";

    @Test
    void areWithheld() {
      entra.control("POST", "/consent", BASIC);
      var anna = entra.get(READER, ANNA + SELECT).json();

      assertThat(anna.path("displayName").asString()).isEqualTo("Anna Müller");
      assertThat(anna.path("department").isNull()).isTrue();
    }

    @Test
    void areRefusedWhereASettingSaysSo() {
      entra.control("POST", "/consent", BASIC);
      entra.control("POST", "/settings", "{\"directory\":{\"basicProfile\":\"refuse\"}}");

      assertThat(entra.get(READER, ANNA + SELECT).code()).isEqualTo("Authorization_RequestDenied");
      assertThat(entra.get(READER, ANNA).status()).isEqualTo(200);
    }
  }
}
