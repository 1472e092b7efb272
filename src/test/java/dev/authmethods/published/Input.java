package dev.authmethods.published;

import graphql.language.AstPrinter;
import graphql.language.Node;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputValueDefinition;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.InputValueWithState;
import java.util.List;
import java.util.Objects;

/**
 * What a client can send: an argument, or a field of an input.
 *
 * @param preset the default as it is written, or {@link Change#NOTHING}
 */
record Input(String name, GraphQLInputValueDefinition definition, String preset) {
  static List<Input> ofFields(GraphQLInputObjectType type) {
    return type.getFields().stream().map(Input::of).toList();
  }

  static List<Input> of(List<GraphQLArgument> arguments) {
    return arguments
      .stream()
      .map(argument -> new Input(argument.getName(), argument, written(argument.getArgumentDefaultValue())))
      .toList();
  }

  private static Input of(GraphQLInputObjectField field) {
    return new Input(field.getName(), field, written(field.getInputFieldDefaultValue()));
  }

  private static String written(InputValueWithState preset) {
    return preset.isNotSet()
      ? Change.NOTHING
      : AstPrinter.printAstCompact((Node<?>) Objects.requireNonNull(preset.getValue()));
  }

  GraphQLType type() {
    return definition.getType();
  }

  /** Whether it cannot be left out. */
  boolean isRequired() {
    return GraphQLTypeUtil.isNonNull(type()) && preset.equals(Change.NOTHING);
  }

  /** As in the schema. */
  String written() {
    var type = GraphQLTypeUtil.simplePrint(type());
    return preset.equals(Change.NOTHING) ? type : type + " = " + preset;
  }
}
