package dev.authmethods.gateway.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import dev.authmethods.gateway.error.InvalidPhoneNumberReason;
import dev.authmethods.gateway.method.PhoneMethod;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number in the form that Microsoft Graph documents: {@code +{country code} {number}x{extension}}, the extension optional.
 *
 * <p>The country code must exist, and the number have as many digits as some number of that country; whether it is in use is
 * not asked, since numbers that never are, such as {@code +1 5555551234}, are documented as right. Source: Microsoft Graph,
 * Create phoneMethod.
 *
 * @param value the number as it was written
 */
record PhoneNumber(String value) {
  static final int MAX_LENGTH = 64;

  private static final PhoneNumberUtil COUNTRIES = PhoneNumberUtil.getInstance();
  private static final String ANYWHERE = "ZZ";
  private static final Pattern REQUIRED = Pattern.compile("\\+([0-9]{1,3}) ([0-9]+)(?:x([0-9]{1,15}))?");
  private static final Pattern UNDERSTOOD = Pattern.compile(
    "(\\+[0-9 ().\\-/]*?) ?(?:(?:x|X|ext\\.?) ?([0-9]{1,15}))?"
  );
  private static final Pattern KNOWN_CHARACTERS = Pattern.compile("[0-9+x ().\\-/]*");
  private static final Pattern OTHER_EXTENSION = Pattern.compile("\\+[0-9 ().\\-/]*[Xext. ]+[0-9]*");
  private static final Pattern EXTENSION = Pattern.compile("x[0-9]{1,15}");
  private static final Pattern UNSPACED = Pattern.compile("\\+[0-9]+");
  private static final Pattern LONG_COUNTRY_CODE = Pattern.compile("\\+[0-9]{4,} [0-9]+");
  private static final Pattern NO_NUMBER = Pattern.compile("\\+[0-9]{1,3} ?");
  private static final Pattern SHOWN = Pattern.compile("(\\+[0-9]{1,3}) ([0-9]+)([0-9]{2})(x[0-9]+)?");
  private static final Pattern MASK = Pattern.compile("[Xx*\u2022]{2,}");

  /** What one number is to another. */
  enum Likeness {
    SAME,
    /** What is not masked is the same. */
    SAME_WHERE_SHOWN,
    OTHER,
  }

  /** What became of reading a number. */
  sealed interface Reading {}

  /** It has the required form. */
  record Accepted(PhoneNumber number) implements Reading {}

  /** It has not; the suggestion is the number in the required form when that is beyond doubt. */
  record Rejected(InvalidPhoneNumberReason reason, @Nullable String suggestion) implements Reading {}

  static Reading read(String text) {
    if (text.length() > MAX_LENGTH) {
      return new Rejected(InvalidPhoneNumberReason.TOO_LONG, null);
    }
    var form = REQUIRED.matcher(text);
    if (!form.matches()) {
      return new Rejected(reason(text), suggestion(text));
    }
    var length = length(form.group(1), form.group(2));
    return length == null
      ? new Accepted(new PhoneNumber(text))
      : new Rejected(length, length == InvalidPhoneNumberReason.UNKNOWN_COUNTRY_CODE ? suggestion(text) : null);
  }

  /** What a number that Microsoft Graph shows, in whatever spacing and perhaps masked, is to this one. */
  Likeness to(@Nullable String shown) {
    if (shown == null) {
      return Likeness.OTHER;
    }
    if (shown.equals(value)) {
      return Likeness.SAME;
    }
    if (MASK.matcher(shown).find()) {
      return endsAlike(shown) ? Likeness.SAME_WHERE_SHOWN : Likeness.OTHER;
    }
    return canonical().equals(canonicalOf(shown)) ? Likeness.SAME : Likeness.OTHER;
  }

  /** A number of which only the country code and the last two digits are left to read, or fewer if it came so. */
  static String masked(String number) {
    if (MASK.matcher(number).find()) {
      return number;
    }
    var shown = SHOWN.matcher(number);
    return shown.matches() ? shown.group(1) + " " + "X".repeat(shown.group(2).length()) + shown.group(3) : "XX";
  }

  /** A phone with its number masked. */
  static PhoneMethod masked(PhoneMethod phone) {
    return phone.phoneNumber() == null ? phone : phone.withNumber(masked(phone.phoneNumber()));
  }

  /** Without the number: it must not reach a log. */
  @Override
  public String toString() {
    return "PhoneNumber";
  }

  /** How numbers are masked is not documented: an extension may be left out. */
  private boolean endsAlike(String masked) {
    var parts = MASK.split(masked.replace(" ", ""), -1);
    var end = parts[parts.length - 1];
    if (end.length() < 2) {
      return false;
    }
    var canonical = canonical();
    return canonical.startsWith(parts[0]) && (canonical.endsWith(end) || withoutExtension(canonical).endsWith(end));
  }

  private static String withoutExtension(String canonical) {
    return canonical.replaceFirst("x.*", "");
  }

  /** Country code, digits and extension, the same for all ways to write one number. */
  private String canonical() {
    return Objects.requireNonNullElse(canonicalOf(value), value);
  }

  /** The first thing that is wrong with a text that has not the required form, as it reads from left to right. */
  private static InvalidPhoneNumberReason reason(String text) {
    if (!KNOWN_CHARACTERS.matcher(text).matches()) {
      return OTHER_EXTENSION.matcher(text).matches()
        ? InvalidPhoneNumberReason.INVALID_EXTENSION
        : InvalidPhoneNumberReason.INVALID_CHARACTERS;
    }
    if (!text.startsWith("+")) {
      return text.strip().startsWith("+")
        ? InvalidPhoneNumberReason.INVALID_CHARACTERS
        : InvalidPhoneNumberReason.MISSING_PLUS;
    }
    var extension = text.indexOf('x');
    if (extension >= 0 && !EXTENSION.matcher(text.substring(extension)).matches()) {
      return InvalidPhoneNumberReason.INVALID_EXTENSION;
    }
    return reasonWithoutExtension(extension < 0 ? text : text.substring(0, extension));
  }

  private static InvalidPhoneNumberReason reasonWithoutExtension(String text) {
    if (UNSPACED.matcher(text).matches()) {
      return InvalidPhoneNumberReason.MISSING_SPACE;
    }
    if (LONG_COUNTRY_CODE.matcher(text).matches()) {
      return InvalidPhoneNumberReason.UNKNOWN_COUNTRY_CODE;
    }
    return NO_NUMBER.matcher(text).matches()
      ? InvalidPhoneNumberReason.TOO_SHORT
      : InvalidPhoneNumberReason.INVALID_CHARACTERS;
  }

  private static @Nullable InvalidPhoneNumberReason length(String countryCode, String digits) {
    if (!COUNTRIES.getSupportedCallingCodes().contains(Integer.valueOf(countryCode))) {
      return InvalidPhoneNumberReason.UNKNOWN_COUNTRY_CODE;
    }
    try {
      return length(COUNTRIES.parse("+" + countryCode + digits, ANYWHERE));
    } catch (NumberParseException e) {
      return switch (e.getErrorType()) {
        case INVALID_COUNTRY_CODE -> InvalidPhoneNumberReason.UNKNOWN_COUNTRY_CODE;
        case TOO_LONG -> InvalidPhoneNumberReason.TOO_LONG;
        case NOT_A_NUMBER, TOO_SHORT_AFTER_IDD, TOO_SHORT_NSN -> InvalidPhoneNumberReason.TOO_SHORT;
      };
    }
  }

  private static @Nullable InvalidPhoneNumberReason length(Phonenumber.PhoneNumber number) {
    return switch (COUNTRIES.isPossibleNumberWithReason(number)) {
      case IS_POSSIBLE -> null;
      case INVALID_COUNTRY_CODE -> InvalidPhoneNumberReason.UNKNOWN_COUNTRY_CODE;
      case TOO_LONG -> InvalidPhoneNumberReason.TOO_LONG;
      case TOO_SHORT, IS_POSSIBLE_LOCAL_ONLY, INVALID_LENGTH -> InvalidPhoneNumberReason.TOO_SHORT;
    };
  }

  /** Country codes are prefixes of no other, so that digits behind a plus sign can be split in one way only. */
  private static @Nullable String suggestion(String text) {
    var understood = UNDERSTOOD.matcher(text.strip());
    var number = understood.matches() ? parse(understood.group(1).replaceAll("[^0-9]", "")) : null;
    return number == null ? null : required(number, understood.group(2));
  }

  private static @Nullable String canonicalOf(String shown) {
    var understood = UNDERSTOOD.matcher(shown.strip());
    return understood.matches() ? canonical(understood.group(1).replaceAll("[^0-9]", ""), understood.group(2)) : null;
  }

  private static String required(Phonenumber.PhoneNumber number, @Nullable String extension) {
    var digits = COUNTRIES.getNationalSignificantNumber(number);
    return "+" + number.getCountryCode() + " " + digits + (extension == null ? "" : "x" + extension);
  }

  private static String canonical(String digits, @Nullable String extension) {
    var number = parse(digits);
    return number == null ? "+" + digits : required(number, extension).replace(" ", "");
  }

  private static Phonenumber.@Nullable PhoneNumber parse(String digits) {
    try {
      var number = COUNTRIES.parse("+" + digits, ANYWHERE);
      return COUNTRIES.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE ? number : null;
    } catch (NumberParseException e) {
      return null;
    }
  }
}
