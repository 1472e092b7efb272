package dev.authmethods.gateway.phone.number;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The form that Microsoft Graph requires, and the first mistake in a text that does not have it. Source:
 * https://learn.microsoft.com/graph/api/authentication-post-phonemethods
 */
final class PhoneNumberForm {

  private static final Pattern REQUIRED = Pattern.compile("\\+([0-9]{1,3}) ([0-9]+)(?:x([0-9]{1,15}))?");
  private static final Pattern KNOWN_CHARACTERS = Pattern.compile("[0-9+x ().\\-/]*");
  private static final Pattern OTHER_EXTENSION = Pattern.compile(
    "\\+[0-9 ().\\-/]*?(?:;ext=|[x#]|e(?:x|xt|xtn|xtension)?[.:]?) ?[0-9]*",
    Pattern.CASE_INSENSITIVE
  );
  private static final Pattern EXTENSION = Pattern.compile("x[0-9]{1,15}");
  private static final Pattern PLUS_INSIDE = Pattern.compile("[ (]+\\+.*");
  private static final Pattern UNSPACED = Pattern.compile("\\+[0-9]+");
  private static final Pattern LONG_COUNTRY_CODE = Pattern.compile("\\+[0-9]{4,} [0-9]+");
  private static final Pattern NO_NUMBER = Pattern.compile("\\+[0-9]{1,3} ?");

  private PhoneNumberForm() {}

  /** Matches with the country code, the digits and the extension as groups; the extension may be null. */
  static Matcher match(String text) {
    return REQUIRED.matcher(text);
  }

  static boolean hasKnownCharacters(String text) {
    return KNOWN_CHARACTERS.matcher(text).matches();
  }

  /** The first thing that is wrong with a text that does not have the form, as it reads from left to right. */
  static InvalidPhoneNumberReason violation(String text) {
    if (!hasKnownCharacters(text)) {
      return OTHER_EXTENSION.matcher(text).matches()
        ? InvalidPhoneNumberReason.INVALID_EXTENSION
        : InvalidPhoneNumberReason.INVALID_CHARACTERS;
    }
    if (!text.startsWith("+")) {
      return PLUS_INSIDE.matcher(text).matches()
        ? InvalidPhoneNumberReason.INVALID_CHARACTERS
        : InvalidPhoneNumberReason.MISSING_PLUS;
    }
    var extension = text.indexOf('x');
    if (extension >= 0 && !EXTENSION.matcher(text.substring(extension)).matches()) {
      return InvalidPhoneNumberReason.INVALID_EXTENSION;
    }
    return violationBeforeExtension(extension < 0 ? text : text.substring(0, extension));
  }

  private static InvalidPhoneNumberReason violationBeforeExtension(String text) {
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
}
