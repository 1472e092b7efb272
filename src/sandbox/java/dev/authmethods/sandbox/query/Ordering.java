package dev.authmethods.sandbox.query;

import static java.util.Locale.ROOT;

import java.util.Comparator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** An {@code $orderby} (Microsoft Graph: Use query parameters to customize responses). */
public final class Ordering {

  private Ordering() {}

  /**
   * Reads an order: properties in the order of their weight, each with {@code asc} or {@code desc}.
   *
   * @param property gives the proper name of a property, and throws for an unknown one
   */
  public static Comparator<JsonNode> parse(String text, UnaryOperator<String> property) {
    return Stream.of(text.split(",", -1))
      .map(clause -> byProperty(clause.strip(), property))
      .reduce(Comparator::thenComparing)
      .orElseThrow();
  }

  private static Comparator<JsonNode> byProperty(String clause, UnaryOperator<String> property) {
    var words = clause.split("\\s+", -1);
    var direction = words.length > 1 ? words[1].toLowerCase(ROOT) : "asc";
    if (words.length > 2 || !(direction.equals("asc") || direction.equals("desc"))) {
      throw QuerySyntaxException.at(clause);
    }
    var name = property.apply(words[0]);
    var ascending = Comparator.comparing((JsonNode json) -> json.path(name).asString("").toLowerCase(ROOT));
    return direction.equals("asc") ? ascending : ascending.reversed();
  }
}
