package dev.authmethods.published;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * A break that is meant, until the schema is published anew.
 *
 * @param since  when it was declared
 * @param change the name of the change
 * @param reason why it has to be, and what clients do instead
 */
record Declaration(LocalDate since, String change, String reason) {
  /** Of a text with a date and a change in one line, and the reason indented below it; lines that begin with {@code #} are comments. */
  static List<Declaration> read(String text) {
    var withoutComments = text
      .lines()
      .filter(Predicate.not(line -> line.isBlank() || line.startsWith("#")))
      .reduce("", (before, line) -> before + "\n" + line);
    return Arrays.stream(withoutComments.split("\n(?!\\s)", -1))
      .filter(Predicate.not(String::isBlank))
      .map(Declaration::of)
      .toList();
  }

  private static Declaration of(String entry) {
    var lines = entry.split("\n", 2);
    var words = lines[0].split(" ", 2);
    if (lines.length < 2 || words.length < 2) {
      throw new IllegalArgumentException("No date, change, and reason indented below them: " + entry);
    }
    return new Declaration(date(words[0]), words[1].strip(), lines[1].strip().replaceAll("\\s+", " "));
  }

  private static LocalDate date(String word) {
    try {
      return LocalDate.parse(word);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("No date such as 2026-11-23: " + word, e);
    }
  }

  boolean isAbout(Change change) {
    return change.effect() == Effect.BREAKS && change.name().equals(this.change);
  }
}
