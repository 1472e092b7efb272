package dev.authmethods.gateway.phone.number;

import dev.authmethods.gateway.phone.number.WrittenNumber.Group;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Groups of digits that may be several numbers, or a number and another thing, though they seem to be one: 123456/57,
 * 123456-57, 30/0170 1234567.
 *
 * @param code     the country code
 * @param groups   the digits after it
 * @param isNumber whether some of the groups are a number of the country, with or without a prefix
 */
record WrittenList(String code, List<Group> groups, Predicate<List<Group>> isNumber) {
  /** In Germany and Austria the extension after a dash is dialed at once, as a part of the number. Sources: DIN 5008, ÖNORM A 1080. */
  private static final Set<String> CODES_OF_DIRECT_DIALING = Set.of("43", "49");
  private static final int MAX_DIGITS_OF_EXTENSION = 3;
  private static final int MIN_DIGITS_AFTER_SLASH = 4;
  private static final int MIN_DIGITS_OF_NEIGHBORS = 4;
  /** So many last digits differ in numbers that a company has side by side. */
  private static final int LAST_DIGITS_OF_NEIGHBORS = 2;

  boolean mayBeMeant() {
    return IntStream.range(1, groups.size()).anyMatch(
      index -> mayBeginAfterNumber(index) || isWholeNumber(index) || mayBeOtherEnding(index)
    );
  }

  private boolean mayBeginAfterNumber(int index) {
    return (mayBegin(index) || isNextTo(index)) && isNumber.test(groups.subList(0, index));
  }

  /** Whether the mark may separate numbers. */
  private boolean mayBegin(int index) {
    var mark = groups.get(index).before();
    if (mark.equals("-") || mark.equals(".")) {
      return !isEvenlyGrouped(index) && mayEndRange(index);
    }
    return !mark.isBlank() && !mark.equals(") ") && !mark.equals(")");
  }

  /** As in 26-12-34-56: the same mark before groups of one length. */
  private boolean isEvenlyGrouped(int index) {
    var one = groups.get(index - 1);
    var other = groups.get(index);
    return one.before().equals(other.before()) && one.digits().length() == other.digits().length();
  }

  /**
   * As in 123456-58, which may be all numbers from 56 to 58, or the extension 58 of one number; or as in 123456.0, which a
   * spreadsheet makes of a number.
   */
  private boolean mayEndRange(int index) {
    var from = groups.get(index - 1).digits();
    var to = digitsFrom(index);
    if (to.length() <= MAX_DIGITS_OF_EXTENSION && !isDirectlyDialed(index)) {
      return true;
    }
    var replaced = to.length() <= from.length() ? from.substring(from.length() - to.length()) : "";
    var isNear = to.length() <= MAX_DIGITS_OF_EXTENSION || to.regionMatches(0, replaced, 0, 1);
    return !replaced.isEmpty() && isNear && to.compareTo(replaced) > 0;
  }

  private boolean isDirectlyDialed(int index) {
    return groups.get(index).before().equals("-") && CODES_OF_DIRECT_DIALING.contains(code);
  }

  /** As in 58858 58859: two numbers with only a space between, whose last digits differ. */
  private boolean isNextTo(int index) {
    var one = groups.get(index - 1).digits();
    var other = groups.get(index).digits();
    return (
      one.length() >= MIN_DIGITS_OF_NEIGHBORS &&
      one.length() == other.length() &&
      one.regionMatches(0, other, 0, one.length() - LAST_DIGITS_OF_NEIGHBORS)
    );
  }

  /** As in 30/0170 1234567: with the zero that begins numbers inside the country. */
  private boolean isWholeNumber(int index) {
    return digitsFrom(index).startsWith("0") && isNumber.test(groups.subList(index, groups.size()));
  }

  /** As in 206 555 012/3 and 206 555 01(23): no number has so few digits after a slash, or its last ones in brackets. */
  private boolean mayBeOtherEnding(int index) {
    var mark = groups.get(index).before();
    return mark.contains("/")
      ? digitsFrom(index).length() < MIN_DIGITS_AFTER_SLASH
      : mark.contains("(") && index == groups.size() - 1;
  }

  private String digitsFrom(int index) {
    return WrittenNumber.joined(groups.subList(index, groups.size()));
  }
}
