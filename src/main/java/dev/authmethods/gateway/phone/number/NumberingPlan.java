package dev.authmethods.gateway.phone.number;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The countries' numbering plans, asked about digits as they stand. libphonenumber's own parser is not used: it drops and
 * rewrites digits, and the digits that are checked must be the digits that are sent.
 */
final class NumberingPlan {

  /** In digits, the country code included. Source: ITU-T E.164, 6. */
  static final int MAX_DIGITS = 15;

  private static final PhoneNumberUtil COUNTRIES = PhoneNumberUtil.getInstance();
  private static final String NO_COUNTRY = "001";
  private static final int MAX_COUNTRY_CODE_DIGITS = 3;
  private static final String INTERNATIONAL_PREFIX = "00";

  /**
   * Numbers that regulators and Microsoft keep for examples. No plan assigns them, so that libphonenumber does not know
   * them. Sources: Ofcom, numbers for use in TV and radio drama; ComReg, numbers for drama use;
   * https://learn.microsoft.com/graph/api/authentication-post-phonemethods
   */
  private static final Pattern EXAMPLES = Pattern.compile(
    "44(?:7700900|1632960)[0-9]{3}|3532091[0-9]{5}|1555555[0-9]{4}"
  );

  private NumberingPlan() {}

  static boolean isCountryCode(String digits) {
    return (
      !digits.isEmpty() &&
      digits.length() <= MAX_COUNTRY_CODE_DIGITS &&
      digits.charAt(0) != '0' &&
      COUNTRIES.getSupportedCallingCodes().contains(Integer.valueOf(digits))
    );
  }

  /** The country code that digits begin with; no country code is the beginning of another. */
  static @Nullable String countryCodeOf(String digits) {
    for (var length = 1; length <= Math.min(MAX_COUNTRY_CODE_DIGITS, digits.length()); length++) {
      var code = digits.substring(0, length);
      if (isCountryCode(code)) {
        return code;
      }
    }
    return null;
  }

  /** The reason why no number of the country has these digits after its code; null when one may. */
  static @Nullable InvalidPhoneNumberReason violation(String code, String digits) {
    if (!isCountryCode(code)) {
      return InvalidPhoneNumberReason.UNKNOWN_COUNTRY_CODE;
    }
    if (beginsWithDialingPrefix(code, digits) || repeatsCountryCode(code, digits)) {
      return InvalidPhoneNumberReason.DIALING_PREFIX;
    }
    return lengthViolation(code, digits);
  }

  /** Whether the digits are a number of the country, assigned to somebody or kept for examples. */
  static boolean isNumber(String code, String digits) {
    return (
      lengthViolation(code, digits) == null &&
      (EXAMPLES.matcher(code + digits).matches() || COUNTRIES.isValidNumber(number(code, digits)))
    );
  }

  /** The digits that are dialed before a number inside its country only, such as 0, 06 or 1; null when there are none. */
  static @Nullable String trunkPrefix(String code) {
    var region = COUNTRIES.getRegionCodeForCountryCode(Integer.parseInt(code));
    return region.equals(NO_COUNTRY) ? null : COUNTRIES.getNddPrefixForRegion(region, true);
  }

  /** Digits that can also begin a number of the country are no prefix: in Italy the zero belongs to the number. */
  private static boolean beginsWithDialingPrefix(String code, String digits) {
    if (digits.startsWith(INTERNATIONAL_PREFIX)) {
      return !isNumber(code, digits);
    }
    var trunk = trunkPrefix(code);
    if (trunk == null || trunk.isEmpty() || !digits.startsWith(trunk)) {
      return false;
    }
    var mayBePrefix =
      lengthViolation(code, digits.substring(trunk.length())) == null || mayBeZeroOf(code, digits, trunk);
    return mayBePrefix && !isNumber(code, digits);
  }

  /** As in 91 919876543210, which is no longer than other numbers of the country. */
  private static boolean repeatsCountryCode(String code, String digits) {
    if (!digits.startsWith(code) || isNumber(code, digits)) {
      return false;
    }
    var rest = digits.substring(code.length());
    return isNumber(code, rest) || beginsWithDialingPrefix(code, rest);
  }

  /** A zero that is a prefix is one before any number of digits: 49 0170. Another digit may begin a number as well. */
  private static boolean mayBeZeroOf(String code, String digits, String trunk) {
    return trunk.startsWith("0") && lengthViolation(code, digits) == null;
  }

  private static @Nullable InvalidPhoneNumberReason lengthViolation(String code, String digits) {
    if (digits.isEmpty()) {
      return InvalidPhoneNumberReason.TOO_SHORT;
    }
    if (code.length() + digits.length() > MAX_DIGITS) {
      return InvalidPhoneNumberReason.TOO_LONG;
    }
    return switch (COUNTRIES.isPossibleNumberWithReason(number(code, digits))) {
      case IS_POSSIBLE -> null;
      case INVALID_COUNTRY_CODE -> InvalidPhoneNumberReason.UNKNOWN_COUNTRY_CODE;
      case TOO_LONG -> InvalidPhoneNumberReason.TOO_LONG;
      case TOO_SHORT, IS_POSSIBLE_LOCAL_ONLY, INVALID_LENGTH -> InvalidPhoneNumberReason.TOO_SHORT;
    };
  }

  private static Phonenumber.PhoneNumber number(String code, String digits) {
    var number = new Phonenumber.PhoneNumber()
      .setCountryCode(Integer.parseInt(code))
      .setNationalNumber(Long.parseLong(digits));
    var zeros = leadingZeros(digits);
    return zeros == 0 ? number : number.setItalianLeadingZero(true).setNumberOfLeadingZeros(zeros);
  }

  /** In digits; the last is the number itself when all are zeros. */
  private static int leadingZeros(String digits) {
    var zeros = 0;
    while (zeros < digits.length() - 1 && digits.charAt(zeros) == '0') {
      zeros++;
    }
    return zeros;
  }
}
