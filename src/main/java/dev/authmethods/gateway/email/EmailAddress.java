package dev.authmethods.gateway.email;

import dev.authmethods.gateway.change.Match;
import dev.authmethods.gateway.change.Parsed;
import dev.authmethods.gateway.email.EmailErrors.InvalidEmailAddressError;
import dev.authmethods.gateway.email.EmailErrors.InvalidEmailAddressReason;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address of the form {@code name@domain}. Only what no mailbox can have is refused here; Microsoft Graph decides about the
 * rest. Source: https://learn.microsoft.com/graph/api/authentication-post-emailmethods, and RFC 5321, section 4.5.3.1, for the
 * lengths.
 *
 * @param value the address as the client wrote it
 */
record EmailAddress(String value) {
  static final List<String> PATH = List.of("input", "emailAddress");

  private static final int MAX_LENGTH = 320;
  private static final int MAX_LOCAL_PART = 64;
  private static final int MAX_DOMAIN = 255;
  private static final Pattern LOCAL_PART = Pattern.compile(
    "[^\\s\\p{C}\\p{Z}@.\"(),:;<>\\[\\]\\\\]+(\\.[^\\s\\p{C}\\p{Z}@.\"(),:;<>\\[\\]\\\\]+)*"
  );
  private static final Pattern DOMAIN = Pattern.compile(
    "([\\p{L}\\p{M}\\p{Nd}]([\\p{L}\\p{M}\\p{Nd}-]{0,61}[\\p{L}\\p{M}\\p{Nd}])?\\.)+[\\p{L}\\p{M}\\p{Nd}-]{2,63}"
  );
  private static final Pattern HIDDEN = Pattern.compile("[*\\u2022]+");

  static Parsed<EmailAddress> parse(String text) {
    var reason = violation(text);
    return reason == null
      ? Parsed.valid(new EmailAddress(text))
      : Parsed.invalid(new InvalidEmailAddressError(PATH, reason));
  }

  private static @Nullable InvalidEmailAddressReason violation(String text) {
    if (text.length() > MAX_LENGTH) {
      return InvalidEmailAddressReason.TOO_LONG;
    }
    var at = text.indexOf('@');
    if (at < 0 || at != text.lastIndexOf('@')) {
      return InvalidEmailAddressReason.MISSING_AT;
    }
    if (at > MAX_LOCAL_PART || !LOCAL_PART.matcher(text.substring(0, at)).matches()) {
      return InvalidEmailAddressReason.INVALID_LOCAL_PART;
    }
    var domain = text.substring(at + 1);
    return domain.length() <= MAX_DOMAIN && DOMAIN.matcher(domain).matches()
      ? null
      : InvalidEmailAddressReason.INVALID_DOMAIN;
  }

  /** Compares it with an address that Microsoft Graph shows, perhaps masked. Upper and lower case are the same. */
  Match to(@Nullable String shown) {
    if (shown == null) {
      return Match.HIDDEN;
    }
    if (shown.equalsIgnoreCase(value)) {
      return Match.YES;
    }
    return HIDDEN.matcher(shown).find() && mayBe(shown) ? Match.AS_FAR_AS_SHOWN : Match.NO;
  }

  /** Whether the part that is not masked is the same. */
  private boolean mayBe(String masked) {
    var parts = HIDDEN.split(masked.toLowerCase(Locale.ROOT), -1);
    var like = new StringBuilder(Pattern.quote(parts[0]));
    for (int at = 1; at < parts.length; at++) {
      like.append(".*").append(Pattern.quote(parts[at]));
    }
    return Pattern.matches(like.toString(), value.toLowerCase(Locale.ROOT));
  }

  /** An address that shows only the first letter and the domain. */
  static String mask(String address) {
    var at = address.lastIndexOf('@');
    return at < 1 ? "***" : address.substring(0, address.offsetByCodePoints(0, 1)) + "***" + address.substring(at);
  }

  /** Without the address: it must not reach a log. */
  @Override
  public String toString() {
    return "EmailAddress";
  }
}
