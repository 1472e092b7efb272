package dev.authmethods.sandbox.query;

import static java.util.Locale.ROOT;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A {@code $search} of the directory (Microsoft Graph: Use the $search query parameter): clauses like
 * {@code "displayName:kim"}, joined by AND and OR in capitals, of which AND binds closer. It finds words by how they begin in names and
 * descriptions, and other properties by how they begin as a whole.
 */
public final class Search {

  /** In a clause stand a property and a text, where a backslash takes away the meaning of a quotation mark or a backslash. */
  private static final Pattern CLAUSE = Pattern.compile(
    "\\s*\"(?<property>\\w+):(?<text>(?:[^\"\\\\]|\\\\[\"\\\\])*)\"(?:\\s+(?<operator>AND|OR)(?=\\s)|\\s*$)"
  );
  private static final Set<String> IN_WORDS = Set.of("displayName", "description");

  private Search() {}

  /**
   * Reads a search.
   *
   * @param property gives the proper name of a property, and throws for an unknown one
   */
  public static Predicate<JsonNode> parse(String text, UnaryOperator<String> property) {
    var matcher = CLAUSE.matcher(text);
    Predicate<JsonNode> earlier = _ -> false;
    Predicate<JsonNode> together = _ -> true;
    int end = 0;
    while (true) {
      if (!matcher.find(end) || matcher.start() != end) {
        throw QuerySyntaxException.at(text.substring(end));
      }
      end = matcher.end();
      together = together.and(clause(matcher.group("property"), matcher.group("text"), property));
      var operator = matcher.group("operator");
      if (operator == null) {
        return earlier.or(together);
      }
      if (operator.equals("OR")) {
        earlier = earlier.or(together);
        together = _ -> true;
      }
    }
  }

  private static Predicate<JsonNode> clause(String sent, String escaped, UnaryOperator<String> property) {
    var name = property.apply(sent);
    var term = escaped.replaceAll("\\\\(.)", "$1").toLowerCase(ROOT).strip();
    return IN_WORDS.contains(name)
      ? json -> hasAll(words(term), words(value(json, name)))
      : json -> value(json, name).startsWith(term);
  }

  /** Whether there is, for each word that is sought, one that begins so; a text without words finds nothing. */
  private static boolean hasAll(List<String> sought, List<String> words) {
    return !sought.isEmpty() && sought.stream().allMatch(word -> words.stream().anyMatch(own -> own.startsWith(word)));
  }

  private static String value(JsonNode json, String name) {
    return json.path(name).asString("").toLowerCase(ROOT);
  }

  private static List<String> words(String text) {
    return Stream.of(text.split("[^\\p{L}\\p{N}]+", -1))
      .filter(word -> !word.isEmpty())
      .toList();
  }
}
