package dev.authmethods.gateway.api.problem;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.EnumValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.ObjectValue;
import graphql.language.SourceLocation;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLScalarType;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A value that a client gave: in the document, or in the JSON of its variables. */
public sealed interface GivenValue {
  /**
   * The kind of a value, independent of the type that it has to have. Its text is in {@code messages.properties}, under
   * {@code kind.} and the name.
   */
  enum Kind {
    NULL,
    STRING,
    INTEGER,
    FLOAT,
    BOOLEAN,
    ENUM,
    LIST,
    OBJECT,
    VARIABLE,
  }

  /** The kind of the value. */
  Kind kind();

  /** Of a list, in order; none for anything else. */
  List<GivenValue> items();

  /** Of an object, in order, names perhaps twice; none for anything else. */
  List<Member> members();

  /** The place in the document; null for JSON. */
  @Nullable
  SourceLocation location();

  /** A string, or the name of an enum value or variable; empty for anything else. */
  String text();

  /** Whether the engine accepts it as a value of the scalar. */
  boolean fits(GraphQLScalarType scalar);

  /** Whether the engine accepts it as a value of the enum. */
  boolean fits(GraphQLEnumType values);

  /** A field of an object. */
  record Member(String name, GivenValue value) {}

  /** Any exception of a scalar means that the engine has refused the value for it. */
  private static boolean isTaken(Runnable coercing) {
    try {
      coercing.run();
      return true;
    } catch (RuntimeException refused) {
      return false;
    }
  }

  /** In the document, whose variables have no values yet. */
  static GivenValue of(Value<?> value) {
    return new Literal(value, null);
  }

  /** In the document, with the values of its variables. */
  static GivenValue of(Value<?> value, @Nullable Map<String, ?> variables) {
    return value instanceof VariableReference variable && variables != null
      ? new Json(variables.get(variable.getName()))
      : new Literal(value, variables);
  }

  /**
   * In the document.
   *
   * @param variables their values; null when they have none yet
   */
  record Literal(Value<?> value, @Nullable Map<String, ?> variables) implements GivenValue {
    @Override
    public Kind kind() {
      return switch (value) {
        case NullValue _ -> Kind.NULL;
        case StringValue _ -> Kind.STRING;
        case IntValue _ -> Kind.INTEGER;
        case FloatValue _ -> Kind.FLOAT;
        case BooleanValue _ -> Kind.BOOLEAN;
        case EnumValue _ -> Kind.ENUM;
        case ArrayValue _ -> Kind.LIST;
        case ObjectValue _ -> Kind.OBJECT;
        default -> Kind.VARIABLE;
      };
    }

    @Override
    public List<GivenValue> items() {
      return value instanceof ArrayValue list
        ? list
            .getValues()
            .stream()
            .map(item -> of((Value<?>) item, variables))
            .toList()
        : List.of();
    }

    @Override
    public List<Member> members() {
      return value instanceof ObjectValue object
        ? object
            .getObjectFields()
            .stream()
            .filter(field -> isGiven(field.getValue()))
            .map(field -> new Member(field.getName(), of(field.getValue(), variables)))
            .toList()
        : List.of();
    }

    /** A variable without a value leaves out its field. */
    private boolean isGiven(Value<?> member) {
      return (
        variables == null ||
        !(member instanceof VariableReference variable) ||
        variables.containsKey(variable.getName())
      );
    }

    @Override
    public @Nullable SourceLocation location() {
      return value.getSourceLocation();
    }

    @Override
    public String text() {
      return switch (value) {
        case StringValue string -> Objects.requireNonNullElse(string.getValue(), "");
        case EnumValue name -> name.getName();
        case VariableReference variable -> variable.getName();
        default -> "";
      };
    }

    @Override
    public boolean fits(GraphQLScalarType scalar) {
      return isTaken(() ->
        scalar
          .getCoercing()
          .parseLiteral(value, CoercedVariables.emptyVariables(), GraphQLContext.getDefault(), Locale.ENGLISH)
      );
    }

    @Override
    public boolean fits(GraphQLEnumType values) {
      return isTaken(() -> values.parseLiteral(value, GraphQLContext.getDefault(), Locale.ENGLISH));
    }
  }

  /** In the variables. */
  record Json(@Nullable Object value) implements GivenValue {
    @Override
    public Kind kind() {
      return switch (value) {
        case null -> Kind.NULL;
        case Map<?, ?> _ -> Kind.OBJECT;
        case Collection<?> _ -> Kind.LIST;
        case Boolean _ -> Kind.BOOLEAN;
        case Integer _, Long _, BigInteger _ -> Kind.INTEGER;
        case Number _ -> Kind.FLOAT;
        default -> Kind.STRING;
      };
    }

    @Override
    public List<GivenValue> items() {
      return value instanceof Collection<?> list ? list.stream().<GivenValue>map(Json::new).toList() : List.of();
    }

    @Override
    public List<Member> members() {
      return value instanceof Map<?, ?> object
        ? object
            .entrySet()
            .stream()
            .map(member -> new Member(String.valueOf(member.getKey()), new Json(member.getValue())))
            .toList()
        : List.of();
    }

    @Override
    public @Nullable SourceLocation location() {
      return null;
    }

    @Override
    public String text() {
      return value instanceof String string ? string : "";
    }

    @Override
    public boolean fits(GraphQLScalarType scalar) {
      return (
        value == null ||
        isTaken(() -> scalar.getCoercing().parseValue(value, GraphQLContext.getDefault(), Locale.ENGLISH))
      );
    }

    @Override
    public boolean fits(GraphQLEnumType values) {
      return value == null || isTaken(() -> values.parseValue(value, GraphQLContext.getDefault(), Locale.ENGLISH));
    }
  }
}
