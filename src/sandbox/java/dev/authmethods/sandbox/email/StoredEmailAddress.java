package dev.authmethods.sandbox.email;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An email address as Graph keeps it. The documentation does not say which addresses Graph takes (unverified): the sandbox takes
 * those whose form is a dot-string and a domain name of at least two labels
 * (<a href="https://www.rfc-editor.org/rfc/rfc5321#section-4.1.2">RFC 5321, 4.1.2</a>).
 */
public record StoredEmailAddress(String text) {
  /** The limits of RFC 5321, 4.5.3.1. */
  private static final int LONGEST_LOCAL_PART = 64;
  private static final int LONGEST_DOMAIN = 255;

  private static final String ATOM = "[\\p{Alnum}!#$%&'*+/=?^_`{|}~-]+";
  private static final String LABEL = "\\p{Alnum}(?:[\\p{Alnum}-]{0,61}\\p{Alnum})?";
  private static final Pattern FORM = Pattern.compile(
    "(" + ATOM + "(?:\\." + ATOM + ")*)@(" + LABEL + "(?:\\." + LABEL + ")+)"
  );

  /** Reads an address; empty when Graph would refuse it. */
  public static Optional<StoredEmailAddress> parse(String text) {
    return Optional.of(FORM.matcher(text))
      .filter(form -> form.matches() && hasAllowedLength(form.group(1), form.group(2)))
      .map(_ -> new StoredEmailAddress(text));
  }

  /** The form for callers who may not see the address: the first letter and the domain (unverified). */
  public String masked() {
    int at = text.indexOf('@');
    return text.charAt(0) + "*".repeat(at - 1) + text.substring(at);
  }

  private static boolean hasAllowedLength(String localPart, String domain) {
    return localPart.length() <= LONGEST_LOCAL_PART && domain.length() <= LONGEST_DOMAIN;
  }
}
