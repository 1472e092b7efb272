package dev.authmethods.sandbox.phone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.sandbox.fixtures.LocalEntra;
import dev.authmethods.sandbox.fixtures.Phones;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Microsoft Graph: Delete phoneAuthenticationMethod. */
class DeletePhoneTests {

  @RegisterExtension
  static final LocalEntra entra = new LocalEntra();

  static final String ADMIN = "privileged-auth-admin";

  @Test
  void removesAPhone() {
    var answer = entra.delete(ADMIN, Phones.of("megan") + Phones.MOBILE);

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.body()).isEmpty();
    assertThat(entra.get(ADMIN, Phones.of("megan")).values("id")).isEmpty();
  }

  @Test
  void doesNotFindWhatIsGone() {
    assertThat(entra.delete(ADMIN, Phones.of("adele") + Phones.MOBILE).code()).isEqualTo("resourceNotFound");
  }

  @Test
  void takesAnyTextForAnId() {
    var answer = entra.delete(ADMIN, Phones.of("megan") + "/mobile");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("resourceNotFound");
  }

  @Nested
  class MobileWhileAnAlternateExists {

    @Test
    void stays() {
      var answer = entra.delete(ADMIN, Phones.of("alex") + Phones.MOBILE);

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.code()).isEqualTo("badRequest");
      assertThat(entra.get(ADMIN, Phones.of("alex")).values("id")).hasSize(2);
    }

    @Test
    void goesAfterTheAlternate() {
      assertThat(entra.delete(ADMIN, Phones.of("alex") + Phones.ALTERNATE).status()).isEqualTo(204);
      assertThat(entra.delete(ADMIN, Phones.of("alex") + Phones.MOBILE).status()).isEqualTo(204);
    }
  }

  @Nested
  class DefaultMethod {

    @Test
    void staysWhileOthersRemain() {
      var answer = entra.delete(ADMIN, Phones.of("isaiah") + Phones.MOBILE);

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.code()).isEqualTo("badRequest");
      assertThat(answer.json().at("/error/innerError/message").asString())
        .isEqualTo(answer.json().at("/error/message").asString())
        .contains("current default authentication method");
    }

    @Test
    void goesWhenItIsTheLast() {
      assertThat(entra.delete(ADMIN, Phones.of("joni") + Phones.MOBILE).status()).isEqualTo(204);
    }

    @Test
    void goesAfterTheOthers() {
      var methods = "/users/isaiah@contoso.com/authentication";
      var authenticator = entra
        .get(ADMIN, methods + "/microsoftAuthenticatorMethods")
        .values("id")
        .getFirst();
      var email = entra
        .get(ADMIN, methods + "/emailMethods")
        .values("id")
        .getFirst();

      entra.delete(ADMIN, methods + "/microsoftAuthenticatorMethods/" + authenticator);
      entra.delete(ADMIN, methods + "/emailMethods/" + email);

      assertThat(entra.delete(ADMIN, Phones.of("isaiah") + Phones.MOBILE).status()).isEqualTo(204);
    }
  }
}
