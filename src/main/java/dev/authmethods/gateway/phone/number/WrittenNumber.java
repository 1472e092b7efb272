package dev.authmethods.gateway.phone.number;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A number as somebody wrote it: groups of digits and the marks between them. The marks tell where the country code
 * ends, and where a second number of a list may begin.
 *
 * @param opening   how it says that it begins with a country code
 * @param groups    the country code first, alone or together with digits of the number; at least one
 * @param extension its digits; null when there is none
 */
record WrittenNumber(Opening opening, List<Group> groups, @Nullable String extension) {
  /** How a text says that a country code follows. */
  enum Opening {
    PLUS,
    /** 00, which is dialed for it nearly everywhere. Source: ITU-T E.123 and E.164. */
    DOUBLE_ZERO,
    /** 00 with the country code behind it, and nothing between the two. */
    DOUBLE_ZERO_UNSEPARATED,
    /** 011, which is dialed for it in North America. */
    NORTH_AMERICAN,
  }

  /** Digits that stand together, and the marks before them. */
  record Group(String before, String digits) {
    boolean isInBrackets(@Nullable Group next) {
      return before.strip().endsWith("(") && next != null && next.before().strip().startsWith(")");
    }
  }

  /** Names of extensions that are dialed after the call is answered. Not those of digits that are dialed at once. */
  private static final String EXTENSION_NAMES =
    "ext(?:ension|en|n)?|extensi[o\\u00F3]n|extens[a\\u00E3]o|xtn|int(?:erno)?|loc(?:al)?(?=[^0-9]*[0-9]{1,6}(?![0-9]))|anexo|ramal|poste|toestel|tst|" +
    "wewn?|dahili|ankn(?:ytning)?|mell\\u00E9k|m\\u00E1y l\\u1EBB|" +
    "\\u0434\\u043E\\u0431(?:\\u0430\\u0432\\u043E\\u0447\\u043D\\u044B\\u0439)?|\\u0434\\u043E\\u0434|" +
    "\\u0432\\u043D(?:\\u0443\\u0442\\u0440)?|\\u0432\\u044A\\u0442\\u0440|\\u03B5\\u03C3\\u03C9\\u03C4|" +
    "\\u05E9\\u05DC\\u05D5\\u05D7\\u05D4|\\u062A\\u062D\\u0648\\u064A\\u0644\\u0629|\\u0E15\\u0E48\\u0E2D|" +
    "[\\u5185\\u5167][\\u7EBF\\u7DDA]|\\u5206[\\u673A\\u6A5F]|[\\u8F6C\\u8F49]|\\uB0B4\\uC120";
  private static final String NAMED_EXTENSION =
    "[,;/\\-]? ?\\(?(?:x|" + EXTENSION_NAMES + ")[.:=]? ?(?:no[.:]? ?|[#\\-] ?)?(?<extension>[0-9]{1,15})";
  /** Of the marks of an extension without a name. A longer group after them may be a second number. */
  private static final String MARKED_EXTENSION = "\\(?(?:#|,,) ?(?<short>[0-9]{1,9})";
  private static final Pattern TEXT = Pattern.compile(
    "(?<number>[0-9+ ().\\-/]*[0-9]) ?\\)? ?(?:" + NAMED_EXTENSION + "\\)?|" + MARKED_EXTENSION + "\\)?)?",
    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE
  );
  private static final Pattern PLUS = Pattern.compile("\\(? ?\\+ ?\\(? ?(?=[0-9])");
  private static final Pattern DOUBLE_ZERO = Pattern.compile("\\(?00(?<separator>[ ()./\\-]*)(?=[1-9])");
  private static final Pattern NORTH_AMERICAN = Pattern.compile("\\(?011[ ()./\\-]+(?=[1-9])");
  private static final Pattern GROUP = Pattern.compile("([^0-9]*)([0-9]+)");

  /** Reads a text in ASCII; null when it is not one number that begins with a country code. */
  static @Nullable WrittenNumber read(String text) {
    var whole = TEXT.matcher(text);
    if (!whole.matches()) {
      return null;
    }
    var number = whole.group("number");
    var extension = whole.group("extension") == null ? whole.group("short") : whole.group("extension");
    if (PLUS.matcher(number).lookingAt()) {
      return of(Opening.PLUS, PLUS.matcher(number).replaceFirst(""), extension);
    }
    var zeros = DOUBLE_ZERO.matcher(number);
    if (zeros.lookingAt()) {
      var opening = zeros.group("separator").isEmpty() ? Opening.DOUBLE_ZERO_UNSEPARATED : Opening.DOUBLE_ZERO;
      return of(opening, number.substring(zeros.end()), extension);
    }
    return NORTH_AMERICAN.matcher(number).lookingAt()
      ? of(Opening.NORTH_AMERICAN, NORTH_AMERICAN.matcher(number).replaceFirst(""), extension)
      : null;
  }

  private static @Nullable WrittenNumber of(Opening opening, String number, @Nullable String extension) {
    if (number.indexOf('+') >= 0) {
      return null;
    }
    var groups = new ArrayList<Group>();
    var group = GROUP.matcher(number);
    while (group.find()) {
      groups.add(new Group(group.group(1), group.group(2)));
    }
    return new WrittenNumber(opening, List.copyOf(groups), extension);
  }

  /** The first group: the country code, or the country code and digits of the number. */
  String first() {
    return groups.getFirst().digits();
  }

  /** All of them, the country code first. */
  String digits() {
    return joined(groups);
  }

  static String joined(List<Group> groups) {
    return groups.stream().map(Group::digits).collect(Collectors.joining());
  }

  /** Whether a slash may separate numbers. */
  boolean mayBeList() {
    return groups.stream().anyMatch(group -> group.before().contains("/"));
  }

  /** The digits after the country code, when that has so many digits. */
  List<Group> after(int digits) {
    var rest = new ArrayList<>(groups.subList(1, groups.size()));
    if (first().length() > digits) {
      rest.addFirst(new Group("", first().substring(digits)));
    }
    return rest;
  }
}
