package dev.authmethods.sandbox.phone;

import static dev.authmethods.sandbox.fixtures.Phones.number;
import static dev.authmethods.sandbox.fixtures.Phones.phone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.sandbox.fixtures.LocalEntra;
import dev.authmethods.sandbox.fixtures.Phones;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Microsoft Graph: Update phoneAuthenticationMethod. */
class UpdatePhoneTests {

  @RegisterExtension
  static final LocalEntra entra = new LocalEntra();

  static final String ADMIN = "privileged-auth-admin";

  @Test
  void changesTheNumberWithoutAnAnswer() {
    var answer = entra.patch(ADMIN, Phones.of("megan") + Phones.MOBILE, number("+12065550199"));

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.body()).isEmpty();
    assertThat(entra.get(ADMIN, Phones.of("megan")).values("phoneNumber")).containsExactly("+1 2065550199");
  }

  @Test
  void knowsNoPutAnyMore() {
    var answer = entra.graph(
      "PUT",
      Phones.of("megan") + Phones.MOBILE,
      entra.graphToken(ADMIN),
      number("+1 2065550199")
    );

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.code()).isEqualTo("Request_BadRequest");
  }

  @Test
  void doesNotFindAPhoneThatIsNotThere() {
    var answer = entra.patch(ADMIN, Phones.of("megan") + Phones.OFFICE, number("+1 2065550199"));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("resourceNotFound");
  }

  @Test
  void isNotForTheOwnAccount() {
    var own = "/me/authentication/phoneMethods" + Phones.MOBILE;

    assertThat(entra.patch("user", own, number("+1 2065550199")).code()).isEqualTo("accessDenied");
  }

  @Nested
  class Type {

    @Test
    void mayBeSentUnchanged() {
      var body = phone("mobile", "+1 2065550199");

      assertThat(entra.patch(ADMIN, Phones.of("megan") + Phones.MOBILE, body).status()).isEqualTo(204);
    }

    @Test
    void doesNotChange() {
      var body = phone("office", "+1 2065550199");

      assertThat(entra.patch(ADMIN, Phones.of("megan") + Phones.MOBILE, body).status()).isEqualTo(400);
      assertThat(entra.get(ADMIN, Phones.of("megan")).values("phoneNumber")).containsExactly("+1 2065550101");
    }
  }

  @Nested
  class Body {

    @ParameterizedTest
    @ValueSource(strings = { "", "{}", "[", "{\"phoneNumber\":\"nonsense\"}", "{\"phoneType\":\"pager\"}" })
    void hasToSaySomethingValid(String body) {
      var answer = entra.patch(ADMIN, Phones.of("megan") + Phones.MOBILE, body);

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.code()).isEqualTo("badRequest");
    }
  }
}
