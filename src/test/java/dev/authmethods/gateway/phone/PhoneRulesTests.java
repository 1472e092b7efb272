package dev.authmethods.gateway.phone;

import static dev.authmethods.gateway.method.PhoneType.ALTERNATE_MOBILE;
import static dev.authmethods.gateway.method.PhoneType.MOBILE;
import static dev.authmethods.gateway.method.PhoneType.OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.change.Parsed;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.method.ObjectId;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.PhoneType;
import dev.authmethods.gateway.method.SmsSignInState;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.phone.PhoneErrors.InvalidPhoneNumberError;
import dev.authmethods.gateway.phone.PhoneErrors.MobilePhoneRequiredError;
import dev.authmethods.gateway.phone.PhoneErrors.PhoneMethodNotFoundError;
import dev.authmethods.gateway.phone.PhoneErrors.PhoneTypeAlreadyRegisteredError;
import dev.authmethods.gateway.phone.PhoneErrors.PhoneTypeRequiredError;
import dev.authmethods.gateway.phone.PhoneErrors.SmsSignInNotAllowedError;
import dev.authmethods.gateway.phone.PhoneErrors.SmsSignInNotAllowedReason;
import dev.authmethods.gateway.phone.number.PhoneNumber;
import dev.authmethods.gateway.refusal.MobilePhoneStillNeededError;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneRulesTests {

  private static final UserKey KIM = new ObjectId("10000000-0000-4000-8000-000000000001");
  private static final String NUMBER = "+1 2065550123";
  private static final String OTHER_NUMBER = "+1 2065550124";
  private static final String MASKED = "+1 XXXXXXXX23";

  @Nested
  class NumberHasTheForm {

    @Test
    void isKeptByTheRequiredForm() {
      assertThat(PhoneRules.numberHasTheForm("+1 2065550123").errors()).isEmpty();
    }

    @Test
    void namesTheNumber() {
      assertThat(PhoneRules.numberHasTheForm("+12065550123").errors())
        .hasOnlyElementsOfType(InvalidPhoneNumberError.class)
        .extracting(ExpectedError::path)
        .containsExactly(List.of("input", "phoneNumber"));
    }
  }

  @Nested
  class TypeIsGiven {

    @ParameterizedTest
    @EnumSource
    void isKeptByEveryType(PhoneType type) {
      assertThat(PhoneRules.typeIsGiven(type)).isEqualTo(Parsed.valid(type));
    }

    @Test
    void offersAllTypes() {
      assertThat(PhoneRules.typeIsGiven(null)).isEqualTo(
        Parsed.invalid(new PhoneTypeRequiredError(List.of("input", "phoneType")))
      );
      assertThat(new PhoneTypeRequiredError(List.of()).allowedTypes()).containsExactly(PhoneType.values());
    }
  }

  @Nested
  class OnePhoneOfEachType {

    @Test
    void saysThatTheNumberIsTheSame() {
      assertThat(sameNumber(NUMBER, "+12065550123")).isTrue();
    }

    @Test
    void saysThatTheNumberIsAnother() {
      assertThat(sameNumber(NUMBER, OTHER_NUMBER)).isFalse();
      assertThat(sameNumber(NUMBER, "+1 XXXXXXXX24")).isFalse();
    }

    @Test
    void doesNotSayWhetherANumberIsTheSameThatIsMasked() {
      assertThat(sameNumber(NUMBER, MASKED)).isNull();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "+1 XXXXXXXXX3", "XX", "+1 XXXXXXXXXX", "*****" })
    void doesNotSayWhetherANumberIsTheSameOfWhichTooLittleIsShown(@Nullable String held) {
      assertThat(sameNumber(NUMBER, held)).isNull();
    }

    @Test
    void saysNothingOfANumberThatWasNotGiven() {
      assertThat(PhoneRules.onePhoneOfEachType(MOBILE, phones(MOBILE))).hasValue(
        new PhoneTypeAlreadyRegisteredError(List.of("input", "phoneType"), phone(MOBILE), null)
      );
    }

    @Test
    void isKeptByANumberOfAFreeType() {
      assertThat(PhoneRules.onePhoneOfEachType(OFFICE, new PhoneNumber(NUMBER), phones(MOBILE))).isEmpty();
    }

    private static @Nullable Boolean sameNumber(String asked, @Nullable String held) {
      var existing = new PhoneMethod(KIM, "id", null, held, MOBILE, SmsSignInState.UNKNOWN);
      return PhoneRules.onePhoneOfEachType(MOBILE, new PhoneNumber(asked), List.of(existing))
        .orElseThrow()
        .sameNumber();
    }

    @ParameterizedTest
    @EnumSource
    void isKeptWithoutPhones(PhoneType type) {
      assertThat(PhoneRules.onePhoneOfEachType(type, List.of())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void isBrokenByTheSameType(PhoneType type) {
      assertThat(PhoneRules.onePhoneOfEachType(type, phones(MOBILE, ALTERNATE_MOBILE, OFFICE)))
        .map(PhoneTypeAlreadyRegisteredError::existing)
        .hasValue(phone(type));
    }

    @Test
    void looksPastATypeOfTheFuture() {
      var unknown = new PhoneMethod(KIM, "id", null, "+1 2065550123", null, SmsSignInState.UNKNOWN);
      assertThat(PhoneRules.onePhoneOfEachType(MOBILE, List.of(unknown))).isEmpty();
    }
  }

  @Nested
  class MobileBeforeAlternateMobile {

    @Test
    void isBrokenWithoutAMobile() {
      assertThat(PhoneRules.mobileBeforeAlternateMobile(ALTERNATE_MOBILE, phones(OFFICE)))
        .map(MobilePhoneRequiredError::requiredType)
        .hasValue(MOBILE);
    }

    @Test
    void isKeptWithAMobile() {
      assertThat(PhoneRules.mobileBeforeAlternateMobile(ALTERNATE_MOBILE, phones(MOBILE))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ALTERNATE_MOBILE")
    void isKeptByTheOtherTypes(PhoneType type) {
      assertThat(PhoneRules.mobileBeforeAlternateMobile(type, List.of())).isEmpty();
    }
  }

  @Nested
  class PhoneExists {

    @Test
    void isKeptByAPhoneOfTheType() {
      assertThat(PhoneRules.phoneExists(OFFICE, phones(MOBILE, OFFICE))).isEmpty();
    }

    @Test
    void listsTheTypesThatThereAre() {
      assertThat(PhoneRules.phoneExists(ALTERNATE_MOBILE, phones(MOBILE, OFFICE)))
        .map(PhoneMethodNotFoundError::registeredTypes)
        .hasValue(List.of(MOBILE, OFFICE));
    }
  }

  @Nested
  class MobileAfterAlternateMobile {

    @Test
    void isBrokenByTheMobileBesideAnAlternate() {
      assertThat(PhoneRules.mobileAfterAlternateMobile(MOBILE, phones(MOBILE, ALTERNATE_MOBILE)))
        .map(MobilePhoneStillNeededError::dependent)
        .hasValue(phone(ALTERNATE_MOBILE));
    }

    @Test
    void isKeptByTheAlternate() {
      assertThat(PhoneRules.mobileAfterAlternateMobile(ALTERNATE_MOBILE, phones(MOBILE, ALTERNATE_MOBILE))).isEmpty();
    }

    @Test
    void isKeptByTheMobileBesideAnOfficePhone() {
      assertThat(PhoneRules.mobileAfterAlternateMobile(MOBILE, phones(MOBILE, OFFICE))).isEmpty();
    }
  }

  @Nested
  class SmsSignIn {

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MOBILE")
    void isForMobiles(PhoneType type) {
      assertThat(PhoneRules.smsSignInIsForMobiles(type))
        .map(SmsSignInNotAllowedError::smsSignInNotAllowedReason)
        .hasValue(SmsSignInNotAllowedReason.NOT_A_MOBILE_PHONE);
    }

    @Test
    void isKeptByAMobile() {
      assertThat(PhoneRules.smsSignInIsForMobiles(MOBILE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
      "NOT_ALLOWED_BY_POLICY, NOT_ALLOWED_BY_POLICY",
      "PHONE_NUMBER_NOT_UNIQUE, PHONE_NUMBER_NOT_UNIQUE",
      "NOT_SUPPORTED, NOT_A_MOBILE_PHONE",
    })
    void isRefusedByTheStateOfThePhone(SmsSignInState state, SmsSignInNotAllowedReason reason) {
      assertThat(PhoneRules.smsSignInIsAllowed(MOBILE, List.of(phone(MOBILE, state))))
        .map(SmsSignInNotAllowedError::smsSignInNotAllowedReason)
        .hasValue(reason);
    }

    @ParameterizedTest
    @EnumSource(names = { "NOT_ENABLED", "READY", "NOT_CONFIGURED", "UNKNOWN" })
    void isAllowedInEveryOtherState(SmsSignInState state) {
      assertThat(PhoneRules.smsSignInIsAllowed(MOBILE, List.of(phone(MOBILE, state)))).isEmpty();
    }
  }

  private static List<PhoneMethod> phones(PhoneType... types) {
    return Stream.of(types).map(PhoneRulesTests::phone).toList();
  }

  private static PhoneMethod phone(PhoneType type) {
    return phone(type, SmsSignInState.NOT_SUPPORTED);
  }

  private static PhoneMethod phone(PhoneType type, SmsSignInState state) {
    return new PhoneMethod(KIM, type.methodId(), null, "+1 2065550123", type, state);
  }
}
