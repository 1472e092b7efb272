package dev.authmethods.gateway.phone.number;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import dev.authmethods.gateway.phone.number.PhoneNumber.Accepted;
import dev.authmethods.gateway.phone.number.PhoneNumber.Likeness;
import dev.authmethods.gateway.phone.number.PhoneNumber.Rejected;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTests {

  @Nested
  class Accepts {

    @ParameterizedTest
    @ValueSource(strings = { "+1 5555551234", "+1 5555551234x123", "+1 2065555555", "+1 2065555555x123" })
    void theDocumentedExamples(String number) {
      assertThat(isAccepted(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "+44 7700900123", "+49 15123456789", "+39 0612345678", "+852 51234567", "+354 6111234" })
    void countryCodesOfEveryLength(String number) {
      assertThat(isAccepted(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "+39 0612345678", "+378 0549886377", "+225 0707123456", "+241 01441234" })
    void aZeroThatBelongsToTheNumber(String number) {
      assertThat(isAccepted(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "x1", "x123456789012345" })
    void extensionsOf1To15Digits(String extension) {
      assertThat(isAccepted("+1 2065555555" + extension)).isTrue();
    }
  }

  @Nested
  class Rejects {

    @ParameterizedTest
    @CsvSource(
      textBlock = """
      '',                                MISSING_PLUS
      2065555555,                        MISSING_PLUS
      0012065555555,                     MISSING_PLUS
      (+1) 2065555555,                   INVALID_CHARACTERS
      ( +1) 2065555555,                  INVALID_CHARACTERS
      206+5555555,                       MISSING_PLUS
      +12065555555,                      MISSING_SPACE
      +12065555555x123,                  MISSING_SPACE
      +999 2065555555,                   UNKNOWN_COUNTRY_CODE
      +12 065555555,                     UNKNOWN_COUNTRY_CODE
      +001 2065555555,                   UNKNOWN_COUNTRY_CODE
      +1206 5555555,                     UNKNOWN_COUNTRY_CODE
      +1  2065555555,                    INVALID_CHARACTERS
      +1 206 555 5555,                   INVALID_CHARACTERS
      +1 (206) 555-5555,                 INVALID_CHARACTERS
      ' +1 2065555555',                  INVALID_CHARACTERS
      '+1 2065555555 ',                  INVALID_CHARACTERS
      +1 2065555555 x123,                INVALID_CHARACTERS
      +1 206555CALL,                     INVALID_CHARACTERS
      ++1 2065555555,                    INVALID_CHARACTERS
      +1,                                MISSING_SPACE
      '+1 ',                             TOO_SHORT
      +1 2,                              TOO_SHORT
      +44 07777777777,                   DIALING_PREFIX
      +49 01701234567,                   DIALING_PREFIX
      +49 00491701234567,                DIALING_PREFIX
      +39 0039061234,                    DIALING_PREFIX
      +36 06301234567,                   DIALING_PREFIX
      +1 12065550120,                    DIALING_PREFIX
      +44 0777,                          TOO_SHORT
      +1 206555555,                      TOO_SHORT
      +1 22065555555,                    TOO_LONG
      +49 1234567890123456,              TOO_LONG
      +49 12345678901234,                TOO_LONG
      +49 0170,                          DIALING_PREFIX
      +91 919876543210,                  DIALING_PREFIX
      +91 9109876543210,                 DIALING_PREFIX
      +972 972502345678,                 DIALING_PREFIX
      +1 2065555555x,                    INVALID_EXTENSION
      +1 2065555555x1234567890123456,    INVALID_EXTENSION
      +1 2065555555x12a,                 INVALID_CHARACTERS
      +1 2065555555x12x3,                INVALID_EXTENSION
      +1 2065555555X123,                 INVALID_EXTENSION
      +1 2065555555 ext. 123,            INVALID_EXTENSION
      +1 2065555555 Ext. 123,            INVALID_EXTENSION
      +1 2065555555 extension 123,       INVALID_EXTENSION
      +1 2065555555 EXT. 123,            INVALID_EXTENSION
      +1 2065555555 #123,                INVALID_EXTENSION
      +1 2065555555;ext=123,             INVALID_EXTENSION
      """
    )
    void forTheFirstThingThatIsWrong(String number, InvalidPhoneNumberReason reason) {
      assertThat(rejected(number).reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(
      strings = {
        "+1 \u0662\u0660\u0666\u0665\u0665\u0665\u0665\u0665\u0665\u0665",
        "+1 \u202E2065555555",
        "+1 2065\u00005555",
        "+1 2065555555\u0000",
        "+1 206\t5555555",
        "+1 2065555555\u00D712",
        "+1 206555\uD83D\uDCDE5555",
      }
    )
    void charactersThatOnlyLookRight(String number) {
      assertThat(rejected(number).reason()).isIn(
        InvalidPhoneNumberReason.INVALID_CHARACTERS,
        InvalidPhoneNumberReason.MISSING_PLUS
      );
      assertThat(rejected(number).suggestion()).isNull();
    }

    @Test
    void veryLongInputAtOnce() {
      assertThat(rejected("+1 " + "2".repeat(1_000_000)).reason()).isEqualTo(InvalidPhoneNumberReason.TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = { "+1 2065555555\n", "+1 2065555555\r\n", "+1 2065555555\u2028" })
    void lineBreaksAtTheEnd(String number) {
      assertThat(rejected(number).reason()).isEqualTo(InvalidPhoneNumberReason.INVALID_CHARACTERS);
    }
  }

  @Nested
  class Suggests {

    @ParameterizedTest
    @CsvSource(
      textBlock = """
      +12065555555,             +1 2065555555
      +1 (206) 555-5555,        +1 2065555555
      +1(206)555-5555,          +1 2065555555
      +1.206.555.5555,          +1 2065555555
      +1 206 555 5555,          +1 2065555555
      ' +1 2065555555 ',        +1 2065555555
      +12065555555x123,         +1 2065555555x123
      +1 2065555555 x123,       +1 2065555555x123
      +1 2065555555X123,        +1 2065555555x123
      +1 2065555555 ext. 123,   +1 2065555555x123
      +1 206-555-5555 ext 9,    +1 2065555555x9
      +44 (0)7700 900123,       +44 7700900123
      +49 (0) 151 23456789,     +49 15123456789
      +39 06 1234 5678,         +39 0612345678
      +852-5123-4567,           +852 51234567
      """
    )
    void theRequiredFormWhereItIsBeyondDoubt(String number, String suggestion) {
      assertThat(rejected(number).suggestion()).isEqualTo(suggestion);
    }

    @ParameterizedTest
    @ValueSource(
      strings = {
        "",
        "+",
        "2065555555",
        "12065555555",
        "0012065555555",
        "(206) 555-5555",
        "+1 206555CALL",
        "+1 206555555",
        "+12065555555x",
        "+12065555555x1234567890123456",
        "+1 2065555555/2065555556",
        "+1 2065555555, +1 2065555556",
        "+1 +2065555555",
        "+999 2065555555",
      }
    )
    void nothingWhenInDoubt(String number) {
      assertThat(rejected(number).suggestion()).isNull();
    }
  }

  @Nested
  class OverManyNumbers {

    private static final long SEED = 20_261_123;
    private static final List<Integer> CODES = List.copyOf(
      PhoneNumberUtil.getInstance().getSupportedCallingCodes().stream().sorted().toList()
    );
    private static final String ALPHABET = "0123456789+x ().-/\u0661\uFF11\u202E";

    @Test
    void everySuggestionIsItselfAccepted() {
      assertThat(
        many(OverManyNumbers::written)
          .map(PhoneNumberTests::suggestion)
          .filter(suggestion -> suggestion != null)
      )
        .hasSizeGreaterThan(1_000)
        .allMatch(PhoneNumberTests::isAccepted);
    }

    @Test
    void everySuggestionHasTheDigitsOfWhatWasWritten() {
      assertThat(many(OverManyNumbers::written).filter(number -> suggestion(number) != null)).allSatisfy(number ->
        assertThat(number.replaceAll("[^0-9]", "")).endsWith(lastDigits(suggestion(number)))
      );
    }

    @Test
    void everyAcceptedNumberCanBeItself() {
      assertThat(many(OverManyNumbers::wellFormed).filter(PhoneNumberTests::isAccepted))
        .hasSizeGreaterThan(1_000)
        .allMatch(number -> number(number).to(number) == Likeness.SAME);
    }

    @Test
    void everyAcceptedNumberCanBeItselfWithoutTheSpace() {
      assertThat(many(OverManyNumbers::wellFormed).filter(PhoneNumberTests::isAccepted)).allMatch(
        number -> number(number).to(number.replace(" ", "")) == Likeness.SAME
      );
    }

    @Test
    void nothingButTheDocumentedCharactersIsEverAccepted() {
      assertThat(many(OverManyNumbers::anything).filter(PhoneNumberTests::isAccepted)).allMatch(number ->
        number.matches("\\+[0-9]{1,3} [0-9]+(x[0-9]{1,15})?")
      );
    }

    private static Stream<String> many(Function<Random, String> made) {
      var random = new Random(SEED);
      Supplier<String> next = () -> made.apply(random);
      return Stream.generate(next).limit(20_000);
    }

    private static String wellFormed(Random random) {
      var code = CODES.get(random.nextInt(CODES.size()));
      var extension = random.nextInt(4) == 0 ? "x" + digits(random, 1 + random.nextInt(15)) : "";
      return "+" + code + " " + digits(random, 4 + random.nextInt(10)) + extension;
    }

    /** A number as people write one: with separators, or without a space. */
    private static String written(Random random) {
      var code = CODES.get(random.nextInt(CODES.size()));
      var middle = List.of("", "-", " (0)", " (", ".", "  ").get(random.nextInt(6));
      var number = assigned(code, random).replaceFirst("^([0-9]{3})", "$1" + (middle.endsWith("(") ? ") " : "-"));
      return "+" + code + middle + number + List.of("", "x12", " x12", " ext. 12").get(random.nextInt(4));
    }

    /** The example of a country with other last digits; mostly assigned to somebody. */
    private static String assigned(int code, Random random) {
      var countries = PhoneNumberUtil.getInstance();
      var region = countries.getRegionCodeForCountryCode(code);
      var example = region.equals("001")
        ? countries.getExampleNumberForNonGeoEntity(code)
        : countries.getExampleNumber(region);
      var digits = countries.getNationalSignificantNumber(example);
      return digits.substring(0, digits.length() - 2) + digits(random, 2);
    }

    private static String anything(Random random) {
      var text = new StringBuilder("+");
      random.ints(random.nextInt(16), 0, ALPHABET.length()).forEach(at -> text.append(ALPHABET.charAt(at)));
      return text.toString();
    }

    private static String digits(Random random, int count) {
      var text = new StringBuilder();
      random.ints(count, 0, 10).forEach(text::append);
      return text.toString();
    }

    private static String lastDigits(@Nullable String suggestion) {
      var digits = suggestion == null ? "" : suggestion.replaceAll("[^0-9]", "");
      return digits.substring(Math.max(0, digits.length() - 4));
    }
  }

  @Nested
  class CanBe {

    @ParameterizedTest
    @ValueSource(
      strings = {
        "+1 2065550123",
        "+12065550123",
        "+1 (206) 555-0123",
        "+1 XXXXXXXX23",
        "+1 ********23",
        "+XXXXXXX0123",
      }
    )
    void theSameNumberHoweverItIsShown(String shown) {
      assertThat(number("+1 2065550123").to(shown)).isNotEqualTo(Likeness.OTHER);
    }

    @ParameterizedTest
    @ValueSource(strings = { "+1 2065550124", "+1 2065550123x1", "+1 XXXXXXXX24", "+44 XXXXXXXX23", "", "x" })
    void noOther(String shown) {
      assertThat(number("+1 2065550123").to(shown)).isEqualTo(Likeness.OTHER);
    }

    @Test
    void notANumberThatIsNotShown() {
      assertThat(number("+1 2065550123").to(null)).isEqualTo(Likeness.OTHER);
    }

    @Test
    void notANumberWithATrunkZero() {
      assertThat(number("+44 7777777777").to("+44 07777777777")).isEqualTo(Likeness.OTHER);
      assertThat(number("+44 7777777777").to("+44 (0)7777 777777")).isEqualTo(Likeness.OTHER);
      assertThat(number("+44 7777777777").to("+4407777777777")).isEqualTo(Likeness.OTHER);
      assertThat(number("+44 7777777777").to("+44 0XXXXXXXX77")).isEqualTo(Likeness.OTHER);
    }

    @Test
    void notAListOfNumbers() {
      assertThat(number("+49 3012345657").to("+49 30 123456/57")).isEqualTo(Likeness.OTHER);
    }

    @ParameterizedTest
    @ValueSource(strings = { "+1 XXXXXXXX23", "+1 XXXXXXXX23x45", "+1 XXXXXXXXXXX45" })
    void aMaskedNumberWithOrWithoutItsExtension(String shown) {
      assertThat(number("+1 2065550123x45").to(shown)).isNotEqualTo(Likeness.OTHER);
    }

    @Test
    void noMaskedNumberOfAnotherExtension() {
      assertThat(number("+1 2065550123x45").to("+1 XXXXXXXX23x46")).isEqualTo(Likeness.OTHER);
    }
  }

  @Nested
  class Limits {

    @Test
    void textsUpTo64CharactersAreRead() {
      assertThat(rejected("a".repeat(64)).reason()).isEqualTo(InvalidPhoneNumberReason.INVALID_CHARACTERS);
      assertThat(rejected("a".repeat(65)).reason()).isEqualTo(InvalidPhoneNumberReason.TOO_LONG);
    }
  }

  @Nested
  class IsTo {

    @ParameterizedTest
    @ValueSource(strings = { "+1 2065550123", "+12065550123", "+1 (206) 555-0123", " +1 206 555 0123 " })
    void itselfTheSame(String shown) {
      assertThat(number("+1 2065550123").to(shown)).isEqualTo(Likeness.SAME);
    }

    @ParameterizedTest
    @ValueSource(
      strings = {
        "+1 XXXXXXXX23",
        "+1 xxxxxxxx23",
        "+1 ********23",
        "+1 \u2022\u2022\u2022\u202223",
        "XX0123",
        "+1 206XXX0123",
      }
    )
    void aMaskedNumberTheSameWhereItIsShown(String shown) {
      assertThat(number("+1 2065550123").to(shown)).isEqualTo(Likeness.SAME_WHERE_SHOWN);
    }

    @ParameterizedTest
    @ValueSource(
      strings = { "+1 XXXXXXXXX3", "XX", "+1 XXXXXXXXXX", "+2 XXXXXXXX23", "+1 XXXXXXXX13", "+1 207XXX0123" }
    )
    void aMaskedNumberAnotherWhereLittleOrSomethingElseIsShown(String shown) {
      assertThat(number("+1 2065550123").to(shown)).isEqualTo(Likeness.OTHER);
    }

    @ParameterizedTest
    @ValueSource(strings = { "+1 XXXXXXX23", "+1 XXXXXXXXX23", "+1 206XX0123", "+X XXXXXXX23", "+1 XXX-XXX-123" })
    void aMaskedNumberOfMoreOrFewerDigitsAnother(String shown) {
      assertThat(number("+1 2065550123").to(shown)).isEqualTo(Likeness.OTHER);
      assertThat(number("+1 2065550123").mayBeShownAs(shown)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "+1 XXX-XXX-0123", "+1 (XXX) XXX-XX23", "+X XXXXXXXX23", "XXX23", "+1 ***23" })
    void aMaskedNumberInAnySpacingTheSameWhereItIsShown(String shown) {
      assertThat(number("+1 2065550123").to(shown)).isEqualTo(Likeness.SAME_WHERE_SHOWN);
    }

    @Test
    void aMaskedNumberAnotherWhenItsPartsOverlap() {
      assertThat(new PhoneNumber("+1 20").to("+120**20")).isEqualTo(Likeness.OTHER);
    }

    @Test
    void notShownAsAnother() {
      assertThat(number("+1 2065550123").mayBeShownAs("+1 2065550123")).isTrue();
      assertThat(number("+1 2065550123").mayBeShownAs("+1 2065550124")).isFalse();
      assertThat(number("+1 2065550123").mayBeShownAs("+1 XXXXXXXX24")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
      strings = {
        "+12065550123 Ext. 45",
        "+1 2065550123;ext=45",
        "+1 2065550123 #45",
        "+1 206-555-0123 (X 45)",
        "(+1) 2065550123x45",
      }
    )
    void itselfTheSameHoweverItsExtensionIsSpelled(String shown) {
      assertThat(number("+1 2065550123x45").to(shown)).isEqualTo(Likeness.SAME);
    }

    @ParameterizedTest
    @ValueSource(
      strings = {
        "0012065550123",
        "001 2065550123",
        "+1 (0)2065550123",
        "2065550123",
        "+1 206\u00A0555 0123",
        "+1 206555/0123",
      }
    )
    void notWhatIsWrittenWithOtherDigitsOrMarks(String shown) {
      assertThat(number("+1 2065550123").to(shown)).isEqualTo(Likeness.OTHER);
    }

    @Test
    void itselfTheSameWithItsExtension() {
      assertThat(number("+1 2065550123x45").to("+12065550123 ext. 45")).isEqualTo(Likeness.SAME);
      assertThat(number("+1 2065550123x45").to("+1 2065550123")).isEqualTo(Likeness.OTHER);
    }

    @Test
    void itselfTheSameThoughACountryCannotBeTold() {
      assertThat(new PhoneNumber("+1 1").to("+11")).isEqualTo(Likeness.SAME);
      assertThat(new PhoneNumber("+1 1").to("+12")).isEqualTo(Likeness.OTHER);
    }
  }

  @Nested
  class Masked {

    @ParameterizedTest
    @CsvSource({
      "+1 2065550123,    +1 XXXXXXXX23",
      "+1 2065550123x45, +1 XXXXXXXX23",
      "+352 1234,        +352 XX34",
      "+12065550123,     XX",
      "+1 XXXXXXXX23,    +1 XXXXXXXX23",
      "nonsense,         XX",
    })
    void showsTheCountryAndTwoDigits(String number, String masked) {
      assertThat(MaskedNumber.mask(number)).isEqualTo(masked);
    }
  }

  @Test
  void doesNotTellTheNumberToALog() {
    assertThat(number("+1 2065550123")).hasToString("PhoneNumber");
  }

  private static boolean isAccepted(@Nullable String number) {
    return number != null && PhoneNumber.read(number) instanceof Accepted;
  }

  private static PhoneNumber number(String text) {
    return ((Accepted) PhoneNumber.read(text)).number();
  }

  private static Rejected rejected(String text) {
    return (Rejected) PhoneNumber.read(text);
  }

  private static @Nullable String suggestion(String text) {
    return PhoneNumber.read(text) instanceof Rejected(_, var suggestion, _) ? suggestion : null;
  }
}
