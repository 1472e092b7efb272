package dev.authmethods.sandbox.phone;

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

/** Microsoft Graph: Create phoneMethod. */
class CreatePhoneTests {

  @RegisterExtension
  static final LocalEntra entra = new LocalEntra();

  static final String ADMIN = "privileged-auth-admin";

  @Test
  void createsAMobile() {
    var answer = entra.post(ADMIN, Phones.of("adele"), phone("mobile", "+1 2065550199"));

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json().path("phoneNumber").asString()).isEqualTo("+1 2065550199");
    assertThat(answer.json().path("phoneType").asString()).isEqualTo("mobile");
    assertThat(entra.get(ADMIN, Phones.of("adele")).values("phoneNumber")).containsExactly("+1 2065550199");
  }

  @Test
  void letsAnApplicationCreate() {
    var answer = entra.post("gateway", Phones.of("adele"), phone("office", "+1 2065550199"));

    assertThat(answer.status()).isEqualTo(201);
  }

  @Test
  void ignoresASignInStateInTheBody() {
    var body = "{\"phoneType\":\"mobile\",\"phoneNumber\":\"+1 2065550199\",\"smsSignInState\":\"ready\"}";

    var answer = entra.post(ADMIN, Phones.of("adele"), body);

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json().path("smsSignInState").asString()).isEqualTo("notAllowedByPolicy");
  }

  @Nested
  class FixedIds {

    @ParameterizedTest
    @CsvSource({ "mobile, 3179e48a-750b-4051-897c-87b9720928f7", "office, e37fc753-ff3b-4958-9484-eaa9425c82bc" })
    void dependOnTheTypeAlone(String type, String id) {
      var answer = entra.post(ADMIN, Phones.of("adele"), phone(type, "+1 2065550199"));

      assertThat(answer.json().path("id").asString()).isEqualTo(id);
    }

    @Test
    void includeTheAlternateMobile() {
      var answer = entra.post(ADMIN, Phones.of("megan"), phone("alternateMobile", "+1 2065550199"));

      assertThat(answer.json().path("id").asString()).isEqualTo("b6332ec1-7057-4abe-9331-3d72feddfe41");
      assertThat(answer.json().path("smsSignInState").asString()).isEqualTo("notSupported");
    }
  }

  @Nested
  class OnePhonePerType {

    @Test
    void refusesASecondMobile() {
      var answer = entra.post(ADMIN, Phones.of("megan"), phone("mobile", "+1 2065550199"));

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.code()).isEqualTo("badRequest");
      assertThat(entra.get(ADMIN, Phones.of("megan")).values("phoneNumber")).containsExactly("+1 2065550101");
    }

    @Test
    void refusesASecondOffice() {
      assertThat(entra.post(ADMIN, Phones.of("nestor"), phone("office", "+1 2065550199")).status()).isEqualTo(400);
    }

    @Test
    void refusesASecondAlternateMobile() {
      var answer = entra.post(ADMIN, Phones.of("alex"), phone("alternateMobile", "+1 2065550199"));

      assertThat(answer.status()).isEqualTo(400);
    }
  }

  @Nested
  class MobileBeforeAlternate {

    @Test
    void refusesAnAlternateWithoutAMobile() {
      var answer = entra.post(ADMIN, Phones.of("nestor"), phone("alternateMobile", "+1 2065550199"));

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.code()).isEqualTo("badRequest");
    }

    @Test
    void takesAnAlternateAfterAMobile() {
      assertThat(entra.post(ADMIN, Phones.of("adele"), phone("mobile", "+1 2065550198")).status()).isEqualTo(201);
      assertThat(entra.post(ADMIN, Phones.of("adele"), phone("alternateMobile", "+1 2065550199")).status()).isEqualTo(
        201
      );
    }
  }

  @Nested
  class Body {

    @ParameterizedTest
    @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"phoneNumber\":\"+1 2065550199\"}",
        "{\"phoneType\":\"mobile\"}",
        "{\"phoneNumber\":null,\"phoneType\":\"mobile\"}",
        "{\"phoneNumber\":12065550199,\"phoneType\":\"mobile\"}",
        "{\"phoneNumber\":\"+1 2065550199\",\"phoneType\":\"pager\"}",
        "{\"phoneNumber\":\"+1 2065550199\",\"phoneType\":\"unknownFutureValue\"}",
      }
    )
    void needsANumberAndAKnownType(String body) {
      var answer = entra.post(ADMIN, Phones.of("adele"), body);

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.code()).isEqualTo("badRequest");
      assertThat(answer.body()).doesNotContain("2065550199");
    }
  }

  @Nested
  class NumberGrammar {

    @ParameterizedTest
    @CsvSource({
      "+1 5555551234, +1 5555551234",
      "+1 5555551234x123, +1 5555551234x123",
      "+15555551234, +1 5555551234",
      "+447700900123, +44 7700900123",
      "+44 07700900123, +44 07700900123",
      "+3585550100, +358 5550100",
    })
    void storesTheSpacedForm(String sent, String stored) {
      var answer = entra.post(ADMIN, Phones.of("adele"), phone("office", sent));

      assertThat(answer.status()).isEqualTo(201);
      assertThat(answer.json().path("phoneNumber").asString()).isEqualTo(stored);
    }

    @ParameterizedTest
    @ValueSource(
      strings = {
        "5555551234",
        "+1 (555) 5551234",
        "+1 555-555-1234",
        "+1 555",
        "+1  5555551234",
        "+1 5555551234x",
        " ",
      }
    )
    void refusesAnythingElse(String sent) {
      assertThat(entra.post(ADMIN, Phones.of("adele"), phone("office", sent)).status()).isEqualTo(400);
    }
  }

  @Nested
  class OwnAccount {

    @ParameterizedTest
    @ValueSource(strings = { "privileged-auth-admin", "user" })
    void isNotServed(String persona) {
      var answer = entra.post(persona, "/me/authentication/phoneMethods", phone("mobile", "+1 2065550199"));

      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.code()).isEqualTo("accessDenied");
    }

    @Test
    void isNotServedByNameEither() {
      assertThat(entra.post(ADMIN, Phones.of("parker"), phone("mobile", "+1 2065550199")).status()).isEqualTo(403);
    }
  }
}
