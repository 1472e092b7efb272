package dev.authmethods.gateway.phone.number;

import org.jspecify.annotations.Nullable;

/**
 * A number in the form that Microsoft Graph documents: {@code +{country code} {number}x{extension}}, the extension
 * optional. Source: https://learn.microsoft.com/graph/api/authentication-post-phonemethods
 *
 * <p>The country code must exist, and the number must have as many digits as some number of that country. The gateway
 * does not ask whether the number is in use: Microsoft documents numbers as right that never are, such as
 * {@code +1 5555551234}. A number never begins with digits that are only dialed: Microsoft Graph would store another
 * number than the one that was sent. Source: https://learn.microsoft.com/graph/api/authentication-post-phonemethods
 *
 * @param value the number as it was written
 */
public record PhoneNumber(String value) {
  public static final int MAX_LENGTH = 64;

  /** The relation of one number to another. */
  public enum Likeness {
    SAME,
    /** The digits that are not masked are the same. */
    SAME_WHERE_SHOWN,
    OTHER,
  }

  /** The result of reading a number. */
  public sealed interface Reading {}

  /** It has the required form. */
  public record Accepted(PhoneNumber number) implements Reading {}

  /**
   * It has not.
   *
   * @param suggestion         the number in the required form when that is beyond doubt
   * @param invisibleCharacter the first character that cannot be seen; null when all can be
   */
  public record Rejected(
    InvalidPhoneNumberReason reason,
    @Nullable String suggestion,
    @Nullable String invisibleCharacter
  ) implements Reading {}

  /** Reads a text: the number, or the reason why it is none, with a suggestion if there is one. */
  public static Reading read(String text) {
    if (text.length() > MAX_LENGTH) {
      return new Rejected(InvalidPhoneNumberReason.TOO_LONG, null, null);
    }
    var form = PhoneNumberForm.match(text);
    var violation = form.matches()
      ? NumberingPlan.violation(form.group(1), form.group(2))
      : PhoneNumberForm.violation(text);
    return violation == null
      ? new Accepted(new PhoneNumber(text))
      : new Rejected(violation, PhoneNumberSuggestion.of(text), InvisibleCharacter.firstIn(text));
  }

  /**
   * The relation of this number to one that Microsoft Graph shows, in any spacing and perhaps masked. Only a number
   * with the same digits and the same extension is the same: a trunk zero makes another.
   */
  public Likeness to(@Nullable String shown) {
    if (shown == null) {
      return Likeness.OTHER;
    }
    if (shown.equals(value)) {
      return Likeness.SAME;
    }
    if (MaskedNumber.isMasked(shown)) {
      return MaskedNumber.agrees(shown, unspaced()) ? Likeness.SAME_WHERE_SHOWN : Likeness.OTHER;
    }
    return unspaced().equals(unspaced(shown)) ? Likeness.SAME : Likeness.OTHER;
  }

  /** Whether an answer about this number may show it so. */
  public boolean mayBeShownAs(String shown) {
    return (
      to(shown) != Likeness.OTHER || (MaskedNumber.isMasked(shown) && MaskedNumber.agreesWhereShown(shown, unspaced()))
    );
  }

  /** Whether a number that is not shown whole may be this one. */
  public boolean mayBe(@Nullable String shown) {
    return shown == null || (MaskedNumber.isMasked(shown) && MaskedNumber.mayHide(shown, unspaced()));
  }

  /** Without the number: it must not reach a log. */
  @Override
  public String toString() {
    return "PhoneNumber";
  }

  private String unspaced() {
    return value.replace(" ", "");
  }

  /** Null when it is not one number with its country code. */
  private static @Nullable String unspaced(String shown) {
    var written = WrittenNumber.read(shown.strip());
    if (written == null || written.opening() != WrittenNumber.Opening.PLUS || written.mayBeList()) {
      return null;
    }
    return "+" + written.digits() + (written.extension() == null ? "" : "x" + written.extension());
  }
}
