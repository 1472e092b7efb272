package dev.authmethods.gateway.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.change.Parsed;
import dev.authmethods.gateway.password.PasswordErrors.PasswordRefusedError;
import dev.authmethods.gateway.password.PasswordErrors.PasswordRefusedReason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules for passwords that hold in every tenant. */
class NewPasswordTests {

  @ParameterizedTest
  @ValueSource(
    strings = {
      "Cuyo5459",
      "lower case 1",
      "UPPER-CASE-1",
      "Upper-and-lower",
      "aB3@#$%^&*-_!+=[]{}|\\:',.?/`~\"();<> ",
    }
  )
  void areKept(String password) {
    assertThat(NewPassword.parse(password)).isEqualTo(Parsed.valid(new NewPassword(password)));
  }

  @ParameterizedTest
  @CsvSource({
    "onlysmall, TOO_SIMPLE",
    "ONLYCAPITALS, TOO_SIMPLE",
    "1234567890, TOO_SIMPLE",
    "small123456, TOO_SIMPLE",
    "small and spaces, TOO_SIMPLE",
    "Grün-12345, INVALID_CHARACTERS",
    "Tab\t12345ab, INVALID_CHARACTERS",
    "Пароль-Ab1, INVALID_CHARACTERS",
    "Ü, INVALID_CHARACTERS",
  })
  void areBroken(String password, PasswordRefusedReason reason) {
    var error = new PasswordRefusedError(List.of("input", "newPassword"), reason);
    assertThat(NewPassword.parse(password).errors()).containsExactly(error);
  }

  @ParameterizedTest
  @ValueSource(strings = { "", "short" })
  void leaveTheLengthToTheSchema(String password) {
    assertThat(NewPassword.parse(password).errors()).isEmpty();
    assertThat(NewPassword.parse("x".repeat(257)).errors()).isEmpty();
  }

  @Test
  void areNeverShown() {
    assertThat(new NewPassword("Cuyo5459")).asString().doesNotContain("Cuyo");
  }
}
