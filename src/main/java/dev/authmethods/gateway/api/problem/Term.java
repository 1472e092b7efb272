package dev.authmethods.gateway.api.problem;

import dev.authmethods.gateway.api.problem.GivenValue.Kind;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLScalarType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A part of a text that depends on the language too.
 *
 * @param key       of it, in {@code messages.properties}
 * @param arguments of it, safe to show
 */
public record Term(String key, List<String> arguments) {
  private static final Map<String, Set<Kind>> KINDS = Map.of(
    "String",
    Set.of(Kind.STRING),
    "ID",
    Set.of(Kind.STRING, Kind.INTEGER),
    "Int",
    Set.of(Kind.INTEGER),
    "Float",
    Set.of(Kind.INTEGER, Kind.FLOAT),
    "Boolean",
    Set.of(Kind.BOOLEAN)
  );

  /** All other scalars are written as strings. */
  private static final Set<Kind> WRITTEN = Set.of(Kind.STRING);

  /** The term for a value of this scalar. */
  public static Term of(GraphQLScalarType scalar) {
    var name = scalar.getName();
    return new Term(KINDS.containsKey(name) ? "expected." + name : "expected.scalar", List.of(name));
  }

  /** The term for a value of this enum. */
  public static Term of(GraphQLEnumType values) {
    return new Term("expected.enum", List.of(values.getName()));
  }

  /** The term for a value of this input object. */
  public static Term of(GraphQLInputObjectType object) {
    return new Term("expected.object", List.of(object.getName()));
  }

  /** The term for a value of this kind. */
  public static Term kind(Kind kind) {
    return new Term("kind." + kind, List.of());
  }

  /** Why a value of a kind is none of this scalar, which it is known to be not. */
  public Reason verdict(Kind kind) {
    if (!KINDS.getOrDefault(arguments.getFirst(), WRITTEN).contains(kind)) {
      return Reason.WRONG_TYPE;
    }
    return kind == Kind.STRING ? Reason.WRONG_FORMAT : Reason.OUT_OF_RANGE;
  }
}
