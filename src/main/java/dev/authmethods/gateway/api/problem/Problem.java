package dev.authmethods.gateway.api.problem;

import graphql.language.SourceLocation;
import java.util.List;

/**
 * One thing that is wrong with a document or its variables.
 *
 * @param reason      the kind of problem
 * @param key         of its text in {@code messages.properties}
 * @param arguments   of the text, safe to show: texts, and {@link Term}s
 * @param locations   where in the document; empty when nobody knows
 * @param around      where else the engine may say that it is
 * @param path        the value from its argument or variable down, or the field from the root down: names, and indexes of lists;
 *                    empty when it is about neither
 * @param suggestion  the names that the client may have meant
 */
public record Problem(
  Reason reason,
  String key,
  List<?> arguments,
  List<SourceLocation> locations,
  List<SourceLocation> around,
  List<Object> path,
  Suggestion suggestion
) {
  /** A problem at these places; the arguments fill the placeholders of its message. */
  public static Problem of(Reason reason, List<SourceLocation> locations, Object... arguments) {
    var key = "problem." + reason;
    return new Problem(reason, key, List.of(arguments), locations, List.of(), List.of(), Suggestion.NONE);
  }

  /** The same problem of the value at this path. */
  public Problem at(ValuePath path) {
    return new Problem(reason, key, arguments, locations, around, path.shown(), suggestion);
  }

  /** The same problem with the places of the elements that enclose it. */
  public Problem around(List<SourceLocation> around) {
    return new Problem(reason, key, arguments, locations, around, path, suggestion);
  }

  /** The same problem with a suggestion. */
  public Problem meaning(Suggestion suggestion) {
    return new Problem(reason, key, arguments, locations, around, path, suggestion);
  }

  /** With a text that tells more than the reason alone. */
  public Problem because(String variant) {
    return new Problem(reason, key + "." + variant, arguments, locations, around, path, suggestion);
  }
}
