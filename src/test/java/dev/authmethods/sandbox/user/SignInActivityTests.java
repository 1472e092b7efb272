package dev.authmethods.sandbox.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.sandbox.fixtures.LocalEntra;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Microsoft Graph: signInActivity resource type; List users; Microsoft Entra: sign-in logs. */
class SignInActivityTests {

  @RegisterExtension
  static final LocalEntra entra = new LocalEntra();

  private static final String READER = "global-reader";
  private static final String ANNA = "10000000-0000-4000-8000-000000000071";

  /** Of every seventh user there is none. */
  private static final String THOMAS = "10000000-0000-4000-8000-000000000077";

  @Test
  void isThereWhenSelected() {
    var anna = entra.get(READER, selecting("/users/" + ANNA)).json();

    assertThat(anna.at("/signInActivity/lastSignInDateTime").asString()).isNotEmpty();
    assertThat(
      entra
        .get(READER, "/users/" + ANNA)
        .json()
        .has("signInActivity")
    ).isFalse();
  }

  @Test
  void isMissingOfUsersWhoNeverSignedIn() {
    assertThat(
      entra
        .get(READER, selecting("/users/" + THOMAS))
        .json()
        .has("signInActivity")
    ).isFalse();
  }

  @Test
  void isFoundByTheObjectIdOnly() {
    var answer = entra.get(READER, selecting("/users/anna.mueller@contoso.com"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("the key has to be a valid Guid");
  }

  @Test
  void makesPagesShorter() {
    assertThat(entra.get(READER, selecting("/users") + "&$top=999").values("id")).hasSize(120);
    entra.control("POST", "/settings", "{\"directory\":{\"signInActivityPage\":500}}");
    assertThat(entra.get(READER, selecting("/users") + "&$top=999").values("id")).hasSize(500);
  }

  @Test
  void takesALicense() {
    entra.control("POST", "/settings", "{\"directory\":{\"premiumLicense\":false}}");

    assertThat(entra.get(READER, selecting("/users/" + ANNA)).code()).isEqualTo(
      "Authentication_RequestFromNonPremiumTenantOrB2CTenant"
    );
  }

  @Test
  void takesAPermission() {
    entra.control("POST", "/consent", "{\"delegated\":[\"User.Read.All\"],\"application\":[\"User.Read.All\"]}");

    assertThat(entra.get(READER, selecting("/users/" + ANNA)).code()).isEqualTo(
      "Authentication_MSGraphPermissionMissing"
    );
  }

  @ParameterizedTest
  @CsvSource({ "global-reader, 200", "auth-admin, 403", "user, 403", "gateway, 200" })
  void takesARoleOfPeople(String persona, int status) {
    assertThat(entra.get(persona, selecting("/users/" + ANNA)).status()).isEqualTo(status);
  }

  @Test
  void takesNoRoleWhereASettingSaysSo() {
    entra.control("POST", "/settings", "{\"directory\":{\"signInActivityRoles\":false}}");

    assertThat(entra.get("auth-admin", selecting("/users/" + ANNA)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = { "/users/anna.mueller@contoso.com/manager?$select=signInActivity" })
  void isNotThereOfUsersWhomAnotherLeadsTo(String path) {
    assertThat(entra.get(READER, path).status()).isEqualTo(400);
    assertThat(
      entra.post(READER, "/directoryObjects/getByIds?$select=signInActivity", "{\"ids\":[\"" + ANNA + "\"]}").status()
    ).isEqualTo(400);
  }

  private static String selecting(String path) {
    return path + "?$select=id,signInActivity";
  }
}
