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

  private static final Pattern CLAUSE = Pattern.compile("\\s*\"(\\w+):([^\"]*)\"\\s*");
  private static final Set<String> IN_WORDS = Set.of("displayName", "description");

  private Search() {}

  /**
   * Reads a search.
   *
   * @param property gives the proper name of a property, and throws for an unknown one
   */
  public static Predicate<JsonNode> parse(String text, UnaryOperator<String> property) {
    return Stream.of(text.split("\\sOR\\s", -1))
      .map(alternative -> all(alternative, property))
      .reduce(Predicate::or)
      .orElseThrow();
  }

  private static Predicate<JsonNode> all(String text, UnaryOperator<String> property) {
    return Stream.of(text.split("\\sAND\\s", -1))
      .map(clause -> clause(clause, property))
      .reduce(Predicate::and)
      .orElseThrow();
  }

  private static Predicate<JsonNode> clause(String text, UnaryOperator<String> property) {
    var matcher = CLAUSE.matcher(text);
    if (!matcher.matches()) {
      throw QuerySyntaxException.at(text);
    }
    var name = property.apply(matcher.group(1));
    var term = matcher.group(2).toLowerCase(ROOT).strip();
    return IN_WORDS.contains(name)
      ? json ->
          words(term)
            .stream()
            .allMatch(word ->
              words(value(json, name))
                .stream()
                .anyMatch(own -> own.startsWith(word))
            )
      : json -> value(json, name).startsWith(term);
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
