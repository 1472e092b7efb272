package dev.authmethods.sandbox.query;

import static java.util.Locale.ROOT;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A value in a filter, and how properties compare with it: texts without regard to case, as the directory does. */
sealed interface Literal {
  Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

  static Literal of(String token) {
    if (token.endsWith("'")) {
      return new Text(token.substring(token.indexOf('\'') + 1, token.length() - 1).replace("''", "'"));
    }
    return switch (token.toLowerCase(ROOT)) {
      case "null" -> new Null();
      case "true" -> new Truth(true);
      case "false" -> new Truth(false);
      default -> NUMBER.matcher(token).matches() ? new Numeric(new BigDecimal(token)) : time(token);
    };
  }

  private static Literal time(String token) {
    try {
      return new Time(OffsetDateTime.parse(token).toInstant());
    } catch (DateTimeParseException _) {
      throw QuerySyntaxException.at(token);
    }
  }

  /** Whether a property, which is not null, has this value. */
  boolean equalTo(JsonNode property);

  /** Compares a property, which is not null, with this value. */
  int compare(JsonNode property);

  private static QuerySyntaxException incompatible() {
    return new QuerySyntaxException("A binary operator with incompatible types was detected.");
  }

  /** {@code null}, which no property equals that has a value. */
  record Null() implements Literal {
    @Override
    public boolean equalTo(JsonNode property) {
      return false;
    }

    @Override
    public int compare(JsonNode property) {
      throw incompatible();
    }
  }

  /** A text, or the member of an enumeration. */
  record Text(String value) implements Literal {
    @Override
    public boolean equalTo(JsonNode property) {
      return compare(property) == 0;
    }

    @Override
    public int compare(JsonNode property) {
      return property.stringValueOpt().orElseThrow(Literal::incompatible).compareToIgnoreCase(value);
    }
  }

  /** {@code true} or {@code false}. */
  record Truth(boolean value) implements Literal {
    @Override
    public boolean equalTo(JsonNode property) {
      return compare(property) == 0;
    }

    @Override
    public int compare(JsonNode property) {
      return Boolean.compare(property.booleanValueOpt().orElseThrow(Literal::incompatible), value);
    }
  }

  /** A number. */
  record Numeric(BigDecimal value) implements Literal {
    @Override
    public boolean equalTo(JsonNode property) {
      return compare(property) == 0;
    }

    @Override
    public int compare(JsonNode property) {
      return property.decimalValueOpt().orElseThrow(Literal::incompatible).compareTo(value);
    }
  }

  /** A moment. */
  record Time(Instant value) implements Literal {
    @Override
    public boolean equalTo(JsonNode property) {
      return compare(property) == 0;
    }

    @Override
    public int compare(JsonNode property) {
      try {
        return Instant.parse(property.stringValueOpt().orElseThrow(Literal::incompatible)).compareTo(value);
      } catch (DateTimeParseException _) {
        throw incompatible();
      }
    }
  }
}
