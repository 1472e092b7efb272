package dev.authmethods.gateway.api.problem;

import java.util.List;

/**
 * A suggestion of the names that the client may have meant.
 *
 * @param form  the form of the text
 * @param names best first; none when there is nothing to suggest
 */
public record Suggestion(Form form, List<String> names) {
  public static final Suggestion NONE = new Suggestion(Form.NAME, List.of());

  /** The form of the text, which is in {@code messages.properties}, under {@code suggestion.} and the name. */
  public enum Form {
    /** Another name in the place of the one that was given. */
    NAME,
    /** Types that have the field: an inline fragment on one of them. */
    FRAGMENT,
  }
}
