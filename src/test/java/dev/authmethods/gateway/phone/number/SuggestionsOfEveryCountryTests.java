package dev.authmethods.gateway.phone.number;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber.CountryCodeSource;
import dev.authmethods.gateway.phone.number.PhoneNumber.Accepted;
import dev.authmethods.gateway.phone.number.PhoneNumber.Rejected;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * The example numbers of every region and every type that libphonenumber knows, as they are and with a digit too many, too few
 * or in the wrong place, each written in many ways. What is suggested is never another number than the one that was written.
 */
class SuggestionsOfEveryCountryTests {

  private static final PhoneNumberUtil COUNTRIES = PhoneNumberUtil.getInstance();
  private static final List<Example> EXAMPLES = examples();
  /** So many ways at a time are tried on a number that is changed; others on the next. */
  private static final int WAYS_AT_A_TIME = 3;

  /** Country code and digits, both as they are written. */
  private record Example(String code, String digits) {
    String required() {
      return "+" + code + " " + digits;
    }

    Example withDigits(String other) {
      return new Example(code, other);
    }
  }

  /** A way to write a number. */
  private record Way(String name, UnaryOperator<String> code, UnaryOperator<String> digits, String extension) {
    Way(String name, String before, String after, UnaryOperator<String> digits) {
      this(name, code -> before + code + after, digits, "");
    }

    String write(Example number) {
      return code.apply(number.code()) + digits.apply(number.digits()) + extension;
    }
  }

  private static final List<Way> WAYS = List.of(
    new Way("unspaced", "+", "", digits -> digits),
    new Way("dash after the code", "+", "-", digits -> digits),
    new Way("groups of three", "+", " ", digits -> grouped(digits, " ", 3)),
    new Way("groups of two", "+", " ", digits -> grouped(digits, " ", 2)),
    new Way("dashes", "+", "-", digits -> grouped(digits, "-", 3)),
    new Way("dots", "+", ".", digits -> grouped(digits, ".", 3)),
    new Way("spaced dashes", "+", " - ", digits -> grouped(digits, " - ", 4)),
    new Way("area in brackets", "+", " (", digits -> inserted(digits, 2, ") ")),
    new Way("area in tight brackets", "+", "(", digits -> inserted(digits, 3, ")")),
    new Way("slash after the area", "+", " ", digits -> inserted(digits, 3, "/")),
    new Way("code in brackets", "(+", ") ", digits -> digits),
    new Way("plus outside of brackets", "+(", ") ", digits -> grouped(digits, " ", 3)),
    new Way("zero in brackets", "+", " (0)", digits -> digits),
    new Way("spaced zero in brackets", "+", " (0) ", digits -> grouped(digits, " ", 3)),
    new Way("zero", "+", " 0", digits -> digits),
    new Way("zero and groups", "+", " 0", digits -> grouped(digits, " ", 2)),
    new Way("one", "+", " 1 ", digits -> digits),
    new Way("no-break spaces", "+", "\u00A0", digits -> grouped(digits, "\u00A0", 3)),
    new Way("en dashes", "+", "\u2013", digits -> grouped(digits, "\u2013", 4)),
    new Way("full width", "\uFF0B", " ", SuggestionsOfEveryCountryTests::fullWidth),
    new Way("isolated", "\u2068+", " ", digits -> grouped(digits, " ", 4) + "\u2069"),
    new Way("apostrophe", "'+", " ", digits -> digits),
    new Way("tel", "tel:+", "-", digits -> grouped(digits, "-", 3)),
    new Way("two spaces", "+", "  ", digits -> digits),
    new Way("trailing comma", "+", " ", digits -> grouped(digits, " ", 3) + ","),
    new Way("00 and spaces", "00", " ", digits -> digits),
    new Way("00 and nothing", "00", "", digits -> digits),
    new Way("00 apart", "00 ", " ", digits -> grouped(digits, " ", 3)),
    new Way("011", "011 ", " ", digits -> digits),
    new Way("extension", code -> "+" + code + " ", digits -> digits, " ext. 12"),
    new Way("number sign", code -> "+" + code + "-", digits -> digits, " #12")
  );

  @Test
  void areNeverAnotherNumberThanTheOneThatWasWritten(TestReporter reporter) {
    var counts = new HashMap<String, Integer>();
    var wrong = new ArrayList<String>();
    for (var example : EXAMPLES) {
      check(example, WAYS, "as it is", counts, wrong);
      var next = 0;
      for (var changed : changed(example).entrySet()) {
        check(changed.getKey(), rotated(next++), changed.getValue(), counts, wrong);
      }
    }
    reporter.publishEntry("examples", String.valueOf(EXAMPLES.size()));
    counts.forEach((kind, count) -> reporter.publishEntry(kind, String.valueOf(count)));
    assertThat(wrong).isEmpty();
    assertThat(counts.get("as it is: suggested")).isGreaterThan(25_000);
    assertThat(counts.get("a digit dropped: texts")).isGreaterThan(20_000);
  }

  @Test
  void areNotMadeOfTwoNumbersOrOfTwoPrefixes() {
    var separators = List.of("/", " / ", ", ", ",", ";", " or ", " +", " & ", "\n", "\t", " - +");
    assertThat(EXAMPLES).allSatisfy(number -> {
      assertThat(separators).noneMatch(
        between -> suggestion("+" + number.code() + " " + number.digits() + between + number.digits()) != null
      );
      assertThat(
        Stream.of("+%s 00%s%s", "+%s 00 %s %s", "+%s +%s %s", "00%s 00%s %s", "+00%s%2$s", "00+%s %s%2$s")
          .map(form -> String.format(form, number.code(), number.code(), number.digits()))
          .filter(text -> suggestion(text) != null)
      ).isEmpty();
    });
  }

  @Test
  void areNoneWhereASlashOrBracketsSetTheLastDigitsApart() {
    assertThat(EXAMPLES).allSatisfy(number -> {
      var digits = number.digits();
      assertThat(
        IntStream.rangeClosed(1, 3)
          .mapToObj(last -> inserted(digits, digits.length() - last, "/"))
          .flatMap(slashed -> Stream.of(slashed, slashed.replace("/", " / "), slashed.replace("/", " (") + ")"))
          .map(slashed -> suggestion("+" + number.code() + " " + slashed))
          .filter(Objects::nonNull)
      ).isEmpty();
    });
  }

  @Test
  void followARefusalWhereTheCountryCodeStandsTwiceUnlessThatIsANumber() {
    assertThat(
      EXAMPLES.stream()
        .map(number -> number.withDigits(number.code() + number.digits()))
        .filter(number -> PhoneNumber.read(number.required()) instanceof Accepted)
    )
      .hasSizeLessThan(EXAMPLES.size() / 20)
      .allMatch(number -> isAssigned(number.code(), number.digits()));
  }

  /** In North America the trunk prefix is the country code as well. */
  @Test
  void areNoneWhereTheCountryCodeStandsTwice() {
    assertThat(EXAMPLES).allSatisfy(number ->
      assertThat(
        Stream.of("+%s%s%s", "+%s %s %s", "+%s (%s) %s", "00%s%s%s")
          .map(form -> String.format(form, number.code(), number.code(), number.digits()))
          .map(SuggestionsOfEveryCountryTests::suggestion)
          .filter(Objects::nonNull)
      ).isSubsetOf(number.code().equals("1") ? Set.of(number.required()) : Set.of())
    );
  }

  @Test
  void moveNoDigitOverTheVisibleEndOfTheCountryCode() {
    var habit = Set.of("380", "880");
    assertThat(EXAMPLES).allSatisfy(number -> {
      var code = number.code();
      var all = code + number.digits();
      var ends = IntStream.rangeClosed(1, 3).filter(end -> end != code.length());
      assertThat(
        ends
          .mapToObj(end -> "+" + all.substring(0, end) + " " + all.substring(end))
          .map(SuggestionsOfEveryCountryTests::suggestion)
          .filter(Objects::nonNull)
      ).isSubsetOf(habit.contains(code) ? Set.of(number.required()) : Set.of());
    });
  }

  /** 00 and 011 begin numbers inside of countries too. Japan's toll-free ones, such as 0037, can be nobody's phone. */
  @Test
  void areNoneWhereAnInternationalPrefixMayBeginANumberOfACountry() {
    var starts = List.of("00%s %s", "00%s%s", "011 %s %s", "011-%s-%s");
    var suggested = IntStream.iterate(0, index -> index < EXAMPLES.size(), index -> index + 7)
      .mapToObj(EXAMPLES::get)
      .flatMap(number -> starts.stream().map(start -> String.format(start, number.code(), number.digits())))
      .filter(text -> suggestion(text) != null)
      .toList();
    assertThat(suggested)
      .hasSizeGreaterThan(300)
      .noneMatch(text ->
        COUNTRIES.getSupportedRegions()
          .stream()
          .anyMatch(region -> isNumberInside(text, region))
      );
  }

  @Test
  void areNotNeededForAnyNumberInTheRequiredForm() {
    // Canada's 310-1234 is dialed without an area: it cannot be reached from abroad.
    assertThat(EXAMPLES.stream().filter(number -> !(PhoneNumber.read(number.required()) instanceof Accepted)))
      .extracting(Example::required)
      .containsExactly("+1 3101234");
  }

  private static void check(
    Example number,
    List<Way> ways,
    String kind,
    Map<String, Integer> counts,
    List<String> wrong
  ) {
    for (var way : ways) {
      var text = way.write(number);
      var suggestion = suggestion(text);
      counts.merge(kind + ": texts", 1, Integer::sum);
      if (suggestion != null) {
        counts.merge(kind + ": suggested", 1, Integer::sum);
        if (!isWritten(suggestion, text, way, number.code())) {
          wrong.add(kind + ", " + way.name() + ": " + text + " -> " + suggestion);
        }
      }
    }
  }

  /** Every digit that was written after the country code, or all but one prefix that the country drops. */
  private static boolean isWritten(String suggestion, String text, Way way, String code) {
    var parts = suggestion.split("[ x]", -1);
    var all = asciiDigits(text).replaceFirst("^(?:00|011)(?=" + code + ")", "");
    var written = all.substring(code.length(), all.length() - (way.extension().isEmpty() ? 0 : 2));
    var isSame = written.equals(parts[1]) || prefixes(code, text).anyMatch(prefix -> written.equals(prefix + parts[1]));
    return (
      isSame &&
      parts[0].equals("+" + code) &&
      (parts.length == 3) == !way.extension().isEmpty() &&
      PhoneNumber.read(suggestion) instanceof Accepted &&
      isAssigned(code, parts[1])
    );
  }

  private static Stream<String> prefixes(String code, String text) {
    var region = COUNTRIES.getRegionCodeForCountryCode(Integer.parseInt(code));
    var trunk = region.equals("001") ? null : COUNTRIES.getNddPrefixForRegion(region, true);
    return Stream.concat(Stream.ofNullable(trunk), text.contains("(0)") ? Stream.of("0") : Stream.of());
  }

  /** As it stands: the parser drops the 8 of +375 8101234567. */
  private static boolean isAssigned(String code, String digits) {
    var number = new Phonenumber.PhoneNumber().setCountryCode(Integer.parseInt(code));
    var zeros = digits.length() - digits.replaceFirst("^0+(?=[0-9])", "").length();
    number
      .setItalianLeadingZero(zeros > 0)
      .setNumberOfLeadingZeros(zeros)
      .setNationalNumber(Long.parseLong(digits));
    return COUNTRIES.isValidNumber(number);
  }

  private static boolean isNumberInside(String text, String region) {
    try {
      var number = COUNTRIES.parseAndKeepRawInput(text, region);
      return (
        number.getCountryCodeSource() == CountryCodeSource.FROM_DEFAULT_COUNTRY &&
        COUNTRIES.isValidNumberForRegion(number, region) &&
        COUNTRIES.getNumberType(number) != PhoneNumberType.TOLL_FREE
      );
    } catch (NumberParseException e) {
      return false;
    }
  }

  private static Map<Example, String> changed(Example number) {
    var digits = number.digits();
    var changed = new HashMap<Example, String>();
    for (var at = 0; at < digits.length(); at++) {
      var before = digits.substring(0, at);
      var after = digits.substring(at);
      var digit = digits.charAt(at);
      changed.putIfAbsent(number.withDigits(before + after.substring(1)), "a digit dropped");
      changed.putIfAbsent(number.withDigits(before + digit + after), "a digit doubled");
      changed.putIfAbsent(number.withDigits(before + ((at * 7 + digits.length()) % 10) + after), "a digit added");
      if (at > 0) {
        var turned = digits.substring(0, at - 1) + digit + digits.charAt(at - 1) + after.substring(1);
        changed.putIfAbsent(number.withDigits(turned), "two digits turned");
      }
    }
    changed.remove(number);
    return changed;
  }

  private static List<Way> rotated(int first) {
    return IntStream.range(0, WAYS_AT_A_TIME)
      .mapToObj(index -> WAYS.get((first * WAYS_AT_A_TIME + index) % WAYS.size()))
      .toList();
  }

  private static List<Example> examples() {
    var regions = COUNTRIES.getSupportedRegions()
      .stream()
      .flatMap(region ->
        Stream.of(PhoneNumberType.values()).map(type -> COUNTRIES.getExampleNumberForType(region, type))
      );
    var others = COUNTRIES.getSupportedGlobalNetworkCallingCodes()
      .stream()
      .map(COUNTRIES::getExampleNumberForNonGeoEntity);
    var numbers = Stream.concat(regions, others)
      .filter(Objects::nonNull)
      .map(number -> number.getCountryCode() + " " + COUNTRIES.getNationalSignificantNumber(number));
    return new TreeSet<>(numbers.toList())
      .stream()
      .map(number -> new Example(number.substring(0, number.indexOf(' ')), number.substring(number.indexOf(' ') + 1)))
      .toList();
  }

  private static @Nullable String suggestion(String text) {
    return PhoneNumber.read(text) instanceof Rejected(_, var suggestion, _) ? suggestion : null;
  }

  private static String grouped(String digits, String separator, int size) {
    return digits.replaceAll("([0-9]{" + size + "})(?=[0-9])", "$1" + separator);
  }

  private static String inserted(String digits, int at, String separator) {
    var end = Math.min(at, digits.length());
    return digits.substring(0, end) + separator + digits.substring(end);
  }

  private static String fullWidth(String digits) {
    return digits
      .chars()
      .mapToObj(digit -> Character.toString(digit + 0xFEE0))
      .reduce("", String::concat);
  }

  private static String asciiDigits(String text) {
    return text
      .chars()
      .filter(Character::isDigit)
      .mapToObj(digit -> String.valueOf(Character.digit(digit, 10)))
      .reduce("", String::concat);
  }
}
