package dev.authmethods.sandbox.query;

import static java.util.Locale.ROOT;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/**
 * A {@code $filter} (Microsoft Graph: Use the $filter query parameter): comparisons, {@code in}, {@code startsWith},
 * {@code endsWith}, {@code /$count}, {@code and}, {@code or}, {@code not} and brackets. Lambda operators are refused.
 */
public final class Filter {

  /** The most parts that {@code or} or {@code in} can have. */
  static final int LIMIT = 15;

  private static final String LENGTH = "/$count";

  private final QueryTokens tokens;
  private final UnaryOperator<String> property;
  private boolean advanced;

  private Filter(QueryTokens tokens, UnaryOperator<String> property) {
    this.tokens = tokens;
    this.property = property;
  }

  /**
   * The objects that a filter selects.
   *
   * @param advanced whether the directory answers it only as an advanced query: {@code ne}, {@code not}, {@code endsWith}, {@code /$count}
   */
  public record Selected(Predicate<JsonNode> matches, boolean advanced) {}

  /**
   * Reads a filter.
   *
   * @param property gives the proper name of a property, and throws for an unknown one
   * @throws QuerySyntaxException for what is no filter or is not supported
   */
  public static Selected parse(String text, UnaryOperator<String> property) {
    var filter = new Filter(QueryTokens.of(text), property);
    var matches = filter.either();
    filter.tokens.expectEnd();
    return new Selected(matches, filter.advanced);
  }

  private Predicate<JsonNode> either() {
    var alternatives = new ArrayList<>(List.of(both()));
    while (tokens.takeIf("or")) {
      alternatives.add(both());
    }
    refuseTooMany(alternatives.size());
    return alternatives.stream().reduce(Predicate::or).orElseThrow();
  }

  private Predicate<JsonNode> both() {
    var matches = single();
    while (tokens.takeIf("and")) {
      matches = matches.and(single());
    }
    return matches;
  }

  private Predicate<JsonNode> single() {
    if (tokens.takeIf("not")) {
      advanced = true;
      return single().negate();
    }
    if (tokens.takeIf("(")) {
      var inner = either();
      tokens.expect(")");
      return inner;
    }
    var word = tokens.take();
    if (tokens.takeIf("(")) {
      return function(word);
    }
    return word.endsWith(LENGTH)
      ? length(word.substring(0, word.length() - LENGTH.length()))
      : comparison(property.apply(word));
  }

  /** How many items a collection has; only whether there are any can be asked. */
  private Predicate<JsonNode> length(String collection) {
    advanced = true;
    var name = property.apply(collection);
    var operator = tokens.take().toLowerCase(ROOT);
    if (!tokens.take().equals("0") || !Set.of("eq", "ne").contains(operator)) {
      throw new QuerySyntaxException("A count can be compared with 0 only, by eq and ne.");
    }
    return json -> json.path(name).isEmpty() == operator.equals("eq");
  }

  /** A function is true or false, and a filter can also compare it with one of these. */
  private Predicate<JsonNode> function(String name) {
    var argument = property.apply(tokens.take());
    tokens.expect(",");
    var text = text().toLowerCase(ROOT);
    tokens.expect(")");
    Predicate<JsonNode> matches = switch (name.toLowerCase(ROOT)) {
      case "startswith" -> json -> lowerCase(json, argument).startsWith(text);
      case "endswith" -> {
        advanced = true;
        yield json -> lowerCase(json, argument).endsWith(text);
      }
      default -> throw new QuerySyntaxException("The function '" + name + "' is not supported in a filter.");
    };
    if (!tokens.takeIf("eq")) {
      return matches;
    }
    return tokens.take().equalsIgnoreCase("true") ? matches : matches.negate();
  }

  private String text() {
    return Literal.of(tokens.take()) instanceof Literal.Text(String value) ? value : refuse("A text is expected.");
  }

  private static String refuse(String reason) {
    throw new QuerySyntaxException(reason);
  }

  private static String lowerCase(JsonNode json, String name) {
    return json.path(name).stringValueOpt().orElse("").toLowerCase(ROOT);
  }

  private Predicate<JsonNode> comparison(String name) {
    var operator = tokens.take().toLowerCase(ROOT);
    if (operator.equals("in")) {
      var values = values();
      return json -> values.stream().anyMatch(value -> isEqual(json.path(name), value));
    }
    if (!Set.of("eq", "ne", "gt", "ge", "lt", "le").contains(operator)) {
      throw QuerySyntaxException.at(operator);
    }
    var value = Literal.of(tokens.take());
    advanced |= operator.equals("ne");
    return json -> compares(json.path(name), operator, value);
  }

  private List<Literal> values() {
    tokens.expect("(");
    var values = new ArrayList<>(List.of(Literal.of(tokens.take())));
    while (tokens.takeIf(",")) {
      values.add(Literal.of(tokens.take()));
    }
    tokens.expect(")");
    refuseTooMany(values.size());
    return values;
  }

  private static boolean compares(JsonNode actual, String operator, Literal value) {
    return switch (operator) {
      case "eq" -> isEqual(actual, value);
      case "ne" -> !isEqual(actual, value);
      default -> hasValue(actual) && isInOrder(value.compare(actual), operator);
    };
  }

  private static boolean isInOrder(int order, String operator) {
    return switch (operator) {
      case "gt" -> order > 0;
      case "ge" -> order >= 0;
      case "lt" -> order < 0;
      default -> order <= 0;
    };
  }

  private static boolean isEqual(JsonNode actual, Literal value) {
    return hasValue(actual) ? value.equalTo(actual) : value instanceof Literal.Null;
  }

  private static boolean hasValue(JsonNode actual) {
    return !actual.isMissingNode() && !actual.isNull();
  }

  private static void refuseTooMany(int clauses) {
    if (clauses > LIMIT) {
      throw new QuerySyntaxException(
        "Too many child clauses specified in search filter expression containing 'OR' operators: " +
          clauses +
          ". Max allowed: " +
          LIMIT +
          "."
      );
    }
  }
}
