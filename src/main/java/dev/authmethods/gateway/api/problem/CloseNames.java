package dev.authmethods.gateway.api.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The names that are written almost like another. No library that the gateway has compares texts so that swapped letters count as
 * one slip; this is the one algorithm that is needed of one.
 *
 * @param isSchemaTold whether names of the schema may be suggested
 */
public record CloseNames(boolean isSchemaTold) {
  /** How many are suggested. */
  public static final int MAX = 5;

  /** To compare takes time by the square of the length, and names of the schema are shorter. */
  private static final int MAX_LENGTH = 64;

  /** A document can define any number of names, as long as these may be: to compare a thousand would take half a second. */
  private static final int MAX_COMPARED = 50;

  /** Shorter texts are parts of too many names. */
  private static final int MIN_LENGTH_OF_A_PART = 4;

  /** More than in any name that is suggested. */
  private static final int FAR = Integer.MAX_VALUE / 2;

  /** Names of the schema that are close to one; none if the schema is not public. */
  public Suggestion ofSchema(String name, Collection<String> names) {
    return isSchemaTold ? suggestion(name, names) : Suggestion.NONE;
  }

  /** Names of the document itself, or of GraphQL, that are close to one, and can be repeated. */
  public static Suggestion of(String name, Collection<String> names) {
    var repeatable = names
      .stream()
      .filter(other -> ShownName.of(other).equals(other))
      .limit(MAX_COMPARED)
      .toList();
    return suggestion(name, repeatable);
  }

  private static Suggestion suggestion(String name, Collection<String> names) {
    return name.isEmpty() || name.length() > MAX_LENGTH
      ? Suggestion.NONE
      : new Suggestion(Suggestion.Form.NAME, close(name, names));
  }

  /** Those with few slips; if there are none, those that begin or end with the given name. */
  private static List<String> close(String name, Collection<String> names) {
    var mostSlips = (int) (name.length() * 0.4) + 1;
    var misspelt = names
      .stream()
      .map(other -> new Candidate(other, distance(name, other, mostSlips)))
      .filter(candidate -> candidate.distance <= mostSlips)
      .sorted(Candidate.BEST_FIRST)
      .map(Candidate::name)
      .limit(MAX)
      .toList();
    return misspelt.isEmpty() ? withPart(name, names) : misspelt;
  }

  private static List<String> withPart(String part, Collection<String> names) {
    return names
      .stream()
      .filter(name -> isPart(part, name))
      .sorted()
      .limit(MAX)
      .toList();
  }

  private static boolean isPart(String part, String name) {
    var small = part.toLowerCase(Locale.ROOT);
    var whole = name.toLowerCase(Locale.ROOT);
    return part.length() >= MIN_LENGTH_OF_A_PART && (whole.startsWith(small) || whole.endsWith(small));
  }

  private static int distance(String one, String other, int most) {
    if (one.equals(other)) {
      return 0;
    }
    var small = one.toLowerCase(Locale.ROOT);
    var otherSmall = other.toLowerCase(Locale.ROOT);
    if (small.equals(otherSmall)) {
      return 1;
    }
    return Math.abs(small.length() - otherSmall.length()) > most ? FAR : slips(small, otherSmall);
  }

  /** Optimal string alignment: letters that are missing, too many, wrong, or swapped with the next. */
  private static int slips(String one, String other) {
    var rows = new int[one.length() + 1][other.length() + 1];
    for (int row = 0; row <= one.length(); row++) {
      for (int column = 0; column <= other.length(); column++) {
        rows[row][column] = slips(rows, row, column, one, other);
      }
    }
    return rows[one.length()][other.length()];
  }

  private static int slips(int[][] rows, int row, int column, String one, String other) {
    if (row == 0 || column == 0) {
      return row + column;
    }
    var wrong = one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1;
    var fewest = Math.min(
      rows[row - 1][column - 1] + wrong,
      1 + Math.min(rows[row - 1][column], rows[row][column - 1])
    );
    return areSwapped(one, row, other, column) ? Math.min(fewest, rows[row - 2][column - 2] + 1) : fewest;
  }

  private static boolean areSwapped(String one, int row, String other, int column) {
    return (
      row > 1 &&
      column > 1 &&
      one.charAt(row - 1) == other.charAt(column - 2) &&
      one.charAt(row - 2) == other.charAt(column - 1)
    );
  }

  private record Candidate(String name, int distance) {
    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparingInt(Candidate::distance).thenComparing(
      Candidate::name
    );
  }
}
