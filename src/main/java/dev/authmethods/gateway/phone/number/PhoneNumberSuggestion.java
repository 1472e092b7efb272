package dev.authmethods.gateway.phone.number;

import dev.authmethods.gateway.phone.number.WrittenNumber.Group;
import dev.authmethods.gateway.phone.number.WrittenNumber.Opening;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The number that the client means by a text without the required form, if that is beyond doubt. It is a number of the
 * country whose code can be seen, it has every digit of the text except prefixes that are only dialed, and no other
 * reading exists. In doubt there is none: a wrong one attaches somebody else's phone to an account.
 *
 * @param code     the country code
 * @param separate whether it stands apart from the digits of the number
 * @param groups   the digits after it
 */
record PhoneNumberSuggestion(String code, boolean separate, List<Group> groups) {
  /** In Ukraine and Bangladesh the zero before a number is written as the last digit of the country code: +38 (067). */
  private static final Set<String> CODES_ENDING_IN_TRUNK_ZERO = Set.of("380", "880");
  private static final int MAX_COUNTRY_CODE_DIGITS = 3;
  /** After 00 so many digits are no number inside Tajikistan, where 00 begins some. */
  private static final int MIN_DIGITS_AFTER_DOUBLE_ZERO = 8;
  /** After 011 so many digits are no number inside any country, where 011 begins numbers of Turin, Belgrade and others. */
  private static final int MIN_DIGITS_AFTER_NORTH_AMERICAN = 11;
  /**
   * The digit after 00 in international prefixes that are in wide use in Asia. Source: ITU, Operational Bulletin,
   * dialing procedures.
   */
  private static final String THIRD_DIGITS_OF_PREFIXES = "256789";
  private static final String DIGITS = "0123456789";
  private static final Pattern ONE_ZERO = Pattern.compile("0[1-9]");

  /** The number in the required form; null when anything is in doubt. */
  static @Nullable String of(String text) {
    var ascii = TypedText.inAscii(text);
    var written = ascii == null ? null : WrittenNumber.read(ascii);
    var reading = written == null ? null : reading(written);
    var digits = reading == null ? null : reading.digits();
    if (written == null || reading == null || digits == null || reading.isDoubtfulAfter(written.opening(), digits)) {
      return null;
    }
    return "+" + reading.code + " " + digits + (written.extension() == null ? "" : "x" + written.extension());
  }

  private static @Nullable PhoneNumberSuggestion reading(WrittenNumber written) {
    var first = written.first();
    if (NumberingPlan.isCountryCode(first)) {
      return new PhoneNumberSuggestion(first, true, written.after(first.length()));
    }
    if (first.length() > MAX_COUNTRY_CODE_DIGITS) {
      var code = NumberingPlan.countryCodeOf(first);
      return code == null ? null : new PhoneNumberSuggestion(code, false, written.after(code.length()));
    }
    // Here the country code ends, and there is none of these digits.
    var rest = written.after(first.length());
    return CODES_ENDING_IN_TRUNK_ZERO.contains(first + "0") && ONE_ZERO.matcher(joined(rest)).lookingAt()
      ? new PhoneNumberSuggestion(first + "0", true, withoutFirstDigit(rest))
      : null;
  }

  /** The digits of the number when there is one reading of them only. */
  private @Nullable String digits() {
    var digits = number(groups);
    return digits == null || standsTwice(digits) || isOneTooMany(digits) || isList() || isZeroLeftOutInside()
      ? null
      : digits;
  }

  /** As they stand, or without the prefix; null when both or neither are a number of the country. */
  private @Nullable String number(List<Group> some) {
    var numbers = numbers(some).toList();
    return numbers.size() == 1 ? numbers.getFirst() : null;
  }

  private Stream<String> numbers(List<Group> some) {
    return Stream.of(joined(some), withoutPrefix(some))
      .distinct()
      .filter(digits -> NumberingPlan.isNumber(code, digits));
  }

  /** A zero in brackets is dropped everywhere, other prefixes if the country has them. */
  private String withoutPrefix(List<Group> some) {
    var digits = joined(some);
    var trunk = NumberingPlan.trunkPrefix(code);
    var prefix = isBracketedZero(some) ? "0" : trunk;
    if (prefix == null || !digits.startsWith(prefix)) {
      return "";
    }
    return digits.substring(prefix.length());
  }

  /** A zero in brackets, but not before the number, in which place it is a prefix. */
  private boolean isZeroLeftOutInside() {
    return IntStream.range(1, groups.size()).anyMatch(index -> isBracketedZero(groups.subList(index, groups.size())));
  }

  private static boolean isBracketedZero(List<Group> some) {
    return some.size() > 1 && some.getFirst().digits().equals("0") && some.getFirst().isInBrackets(some.get(1));
  }

  /** Whether the country code may have been written twice. The number may lack a digit: then it has been miscounted as well. */
  private boolean standsTwice(String digits) {
    if (!digits.startsWith(code) || digits.length() == code.length()) {
      return false;
    }
    var rest = digits.substring(code.length());
    var isApart = groups
      .stream()
      .limit(2)
      .anyMatch(group -> group.digits().equals(code));
    return (
      isNumberWithPrefix(rest) ||
      ((isApart || !separate) && DIGITS.chars().anyMatch(digit -> isNumberWithPrefix(rest + (char) digit)))
    );
  }

  private boolean isNumberWithPrefix(String digits) {
    return numbers(List.of(new Group("", digits)))
      .findAny()
      .isPresent();
  }

  /** Whether not a prefix but another digit may be the one too many. A zero can only be a prefix: no other number begins so. */
  private boolean isOneTooMany(String digits) {
    var written = joined(groups);
    return (
      written.length() > digits.length() &&
      !written.startsWith("0") &&
      (!separate || NumberingPlan.isNumber(code, written.substring(0, written.length() - 1)))
    );
  }

  private boolean isList() {
    return new WrittenList(code, groups, some -> numbers(some).findAny().isPresent()).mayBeMeant();
  }

  private boolean isDoubtfulAfter(Opening opening, String digits) {
    var length = code.length() + digits.length();
    return switch (opening) {
      case PLUS -> false;
      case DOUBLE_ZERO -> length < MIN_DIGITS_AFTER_DOUBLE_ZERO;
      case DOUBLE_ZERO_UNSEPARATED -> length < MIN_DIGITS_AFTER_DOUBLE_ZERO ||
        (!separate && mayHaveLongerPrefix(code + joined(groups)));
      case NORTH_AMERICAN -> !separate || length < MIN_DIGITS_AFTER_NORTH_AMERICAN;
    };
  }

  /** 001 is the prefix of half of Asia as well as the way from Europe to North America. */
  private static boolean mayHaveLongerPrefix(String digits) {
    if (digits.startsWith("1")) {
      return true;
    }
    var rest = digits.substring(1);
    var other = THIRD_DIGITS_OF_PREFIXES.indexOf(digits.charAt(0)) < 0 ? null : NumberingPlan.countryCodeOf(rest);
    return other != null && NumberingPlan.isNumber(other, rest.substring(other.length()));
  }

  private static List<Group> withoutFirstDigit(List<Group> groups) {
    var first = groups.getFirst();
    var rest = groups.stream().skip(1);
    return first.digits().length() == 1
      ? rest.toList()
      : Stream.concat(Stream.of(new Group(first.before(), first.digits().substring(1))), rest).toList();
  }

  private static String joined(List<Group> groups) {
    return WrittenNumber.joined(groups);
  }
}
