package dev.authmethods.gateway.phone;

import static dev.authmethods.gateway.method.PhoneType.MOBILE;
import static dev.authmethods.gateway.phone.Samples.KIM;
import static dev.authmethods.gateway.phone.Samples.MASKED;
import static dev.authmethods.gateway.phone.Samples.phone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.error.AddPhoneMethodError;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.error.MobilePhoneStillNeededError;
import dev.authmethods.gateway.error.OutcomeUnknownError;
import dev.authmethods.gateway.error.PhoneMethodChangedError;
import dev.authmethods.gateway.error.PhoneTypeAlreadyRegisteredError;
import dev.authmethods.gateway.outcome.Confirmation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KeptResultTests {

  static Stream<Arguments> errors() {
    var path = PhoneRules.TYPE;
    var whole = phone(MOBILE);
    var masked = phone(MOBILE, MASKED);
    return Stream.of(
      Arguments.of(
        new PhoneTypeAlreadyRegisteredError(path, whole, true),
        new PhoneTypeAlreadyRegisteredError(path, masked, true)
      ),
      Arguments.of(new MobilePhoneStillNeededError(path, whole), new MobilePhoneStillNeededError(path, masked)),
      Arguments.of(new PhoneMethodChangedError(path, whole), new PhoneMethodChangedError(path, masked)),
      Arguments.of(new OutcomeUnknownError(path, 1.0), new OutcomeUnknownError(path, 1.0))
    );
  }

  @ParameterizedTest
  @MethodSource("errors")
  void keepsErrorsWithoutNumbers(ExpectedError error, ExpectedError kept) {
    assertThat(KeptResult.of(PhoneResult.refused(KIM, List.of(error))).errors()).containsExactly(kept);
  }

  @Test
  void keepsAPhoneWithoutItsNumber() {
    var result = PhoneResult.made(KIM, phone(MOBILE), PhoneEffect.ADDED, Confirmation.READ_BACK);
    assertThat(KeptResult.of(result)).isEqualTo(
      new KeptResult(KIM, phone(MOBILE, MASKED), PhoneEffect.ADDED, Confirmation.READ_BACK, List.of())
    );
  }

  @Test
  void keepsThatThereIsNoPhone() {
    var result = PhoneResult.made(KIM, null, null, Confirmation.UPSTREAM);
    assertThat(KeptResult.of(result)).isEqualTo(new KeptResult(KIM, null, null, Confirmation.UPSTREAM, List.of()));
  }

  @Test
  void saysThatItIsARepetition() {
    var made = PhoneResult.<AddPhoneMethodError>made(KIM, phone(MOBILE), PhoneEffect.ADDED, Confirmation.READ_BACK);
    PhoneResult<AddPhoneMethodError> replayed = KeptResult.of(made).replayed();
    assertThat(replayed).isEqualTo(
      new PhoneResult<>(KIM, phone(MOBILE, MASKED), PhoneEffect.ADDED, Confirmation.READ_BACK, List.of(), true)
    );
    assertThat(made.again()).isEqualTo(
      new PhoneResult<>(KIM, phone(MOBILE), PhoneEffect.ADDED, Confirmation.READ_BACK, List.of(), true)
    );
  }

  @Test
  void repeatsWhyNothingWasDone() {
    var refused = PhoneResult.<AddPhoneMethodError>refused(KIM, List.of(new OutcomeUnknownError(List.of(), null)));
    PhoneResult<AddPhoneMethodError> replayed = KeptResult.of(refused).replayed();
    assertThat(replayed).isEqualTo(refused.again());
    assertThat(replayed.user()).isEqualTo(KIM);
  }

  @Test
  void isAsEmptyAsACheckThatFoundNothing() {
    var checked = PhoneResult.checked(KIM, List.<AddPhoneMethodError>of());
    assertThat(checked).isEqualTo(new PhoneResult<>(KIM, null, null, null, List.<AddPhoneMethodError>of(), false));
  }
}
