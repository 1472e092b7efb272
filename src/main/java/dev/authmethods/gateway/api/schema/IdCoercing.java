package dev.authmethods.gateway.api.schema;

import graphql.GraphQLContext;
import graphql.Scalars;
import graphql.execution.CoercedVariables;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.GraphQLScalarType;
import java.math.BigInteger;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code ID} that accepts only text and integers. The engine's coercing makes a text of every value in a variable, and
 * that text is nobody's id. Source: the GraphQL specification, ID, input coercion.
 */
final class IdCoercing implements Coercing<Object, Object> {

  static final GraphQLScalarType ID = Scalars.GraphQLID.transform(id -> id.coercing(new IdCoercing()));

  private static final Coercing<?, ?> USUAL = Scalars.GraphQLID.getCoercing();
  private static final Coercing<?, ?> TEXT = Scalars.GraphQLString.getCoercing();

  private IdCoercing() {}

  /** A value that is no id is refused like a value that is no text. */
  @Override
  public @Nullable Object parseValue(Object given, GraphQLContext context, Locale locale) {
    return switch (given) {
      case Integer _, Long _, BigInteger _ -> given.toString();
      default -> TEXT.parseValue(given, context, locale);
    };
  }

  @Override
  public @Nullable Object parseLiteral(
    Value<?> given,
    CoercedVariables variables,
    GraphQLContext context,
    Locale locale
  ) {
    return USUAL.parseLiteral(given, variables, context, locale);
  }

  @Override
  public Value<?> valueToLiteral(Object value, GraphQLContext context, Locale locale) {
    return USUAL.valueToLiteral(value, context, locale);
  }

  @Override
  public @Nullable Object serialize(Object value, GraphQLContext context, Locale locale) {
    return USUAL.serialize(value, context, locale);
  }
}
