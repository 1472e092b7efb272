package dev.authmethods.sandbox.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.sandbox.fixtures.LocalEntra;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Microsoft Graph: Get authenticationMethodsPolicy. */
class AuthenticationMethodsPolicyTests {

  @RegisterExtension
  static final LocalEntra entra = new LocalEntra();

  static final String READER = "global-reader";
  static final String POLICY = "/policies/authenticationMethodsPolicy";

  private static JsonNode configuration(String id) {
    return entra
      .get(READER, POLICY)
      .json()
      .path("authenticationMethodConfigurations")
      .valueStream()
      .filter(each -> each.path("id").asString().equals(id))
      .findFirst()
      .orElseThrow();
  }

  private static void settings(String json) {
    assertThat(entra.control("POST", "/settings", json).status()).isEqualTo(204);
  }

  private static void consent(String permission) {
    var body = "{\"delegated\":[\"%s\",\"User.Read.All\"],\"application\":[]}".formatted(permission);
    assertThat(entra.control("POST", "/consent", body).status()).isEqualTo(204);
  }

  @Nested
  class Is {

    @Test
    void oneObjectWithAllConfigurations() {
      var answer = entra.get(READER, POLICY);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.json().path("@odata.context").asString()).endsWith(
        "$metadata#authenticationMethodsPolicy/$entity"
      );
      assertThat(answer.json().path("id").asString()).isEqualTo("authenticationMethodsPolicy");
      assertThat(answer.json().has("policyMigrationState")).isFalse();
      assertThat(
        answer
          .json()
          .path("authenticationMethodConfigurations")
          .valueStream()
          .map(each -> each.path("id").asString())
      ).contains("Fido2", "MicrosoftAuthenticator", "Sms", "TemporaryAccessPass", "SoftwareOath", "Voice", "Email");
    }

    @Test
    void theOneByWhichPassesAreCreated() {
      settings(
        "{\"temporaryAccessPassPolicy\": {\"maximumLifetimeInMinutes\": 120, \"isUsableOnce\": true, \"isEnabled\": false}}"
      );
      var passes = configuration("TemporaryAccessPass");
      assertThat(passes.path("@odata.type").asString()).isEqualTo(
        "#microsoft.graph.temporaryAccessPassAuthenticationMethodConfiguration"
      );
      assertThat(passes.path("state").asString()).isEqualTo("disabled");
      assertThat(passes.path("minimumLifetimeInMinutes").asInt()).isEqualTo(60);
      assertThat(passes.path("maximumLifetimeInMinutes").asInt()).isEqualTo(120);
      assertThat(passes.path("isUsableOnce").asBoolean()).isTrue();
      assertThat(passes.at("/includeTargets/0/id").asString()).isEqualTo("all_users");
      assertThat(passes.at("/excludeTargets/0/id").asString()).isEqualTo("20000000-0000-4000-8000-000000000002");
    }

    @ParameterizedTest
    @ValueSource(strings = { "?$select=id", "?$expand=authenticationMethodConfigurations" })
    void readWithoutQueryOptions(String options) {
      assertThat(entra.get(READER, POLICY + options).status()).isEqualTo(400);
    }

    @Test
    void notChangedHere() {
      assertThat(entra.patch(READER, POLICY, "{}").status()).isEqualTo(405);
    }
  }

  @Nested
  class IsReadBy {

    @ParameterizedTest
    @CsvSource({ "global-reader, 200", "auth-admin, 403", "privileged-auth-admin, 403", "user, 403" })
    void thoseWithARole(String persona, int status) {
      assertThat(entra.get(persona, POLICY).status()).isEqualTo(status);
    }

    @Test
    void authenticationAdministratorsWhereASettingSaysSo() {
      settings("{\"policyForAuthenticationAdministrators\": true}");
      assertThat(List.of("auth-admin", "privileged-auth-admin")).allSatisfy(persona ->
        assertThat(entra.get(persona, POLICY).status()).isEqualTo(200)
      );
    }

    @ParameterizedTest
    @CsvSource({
      "Policy.Read.AuthenticationMethod, 200",
      "Policy.ReadWrite.AuthenticationMethod, 200",
      "Policy.Read.All, 200",
      "User.ReadWrite.All, 403",
    })
    void thoseWithAPermission(String permission, int status) {
      consent(permission);
      assertThat(entra.get(READER, POLICY).status()).isEqualTo(status);
    }

    @Test
    void nobodyWithReadAllWhereASettingSaysSo() {
      settings("{\"policyReadAll\": false}");
      consent("Policy.Read.All");
      var answer = entra.get(READER, POLICY);
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.json().at("/error/code").asString()).isEqualTo("Authorization_RequestDenied");
    }
  }
}
