package dev.authmethods.published;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLImplementingType;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import graphql.schema.idl.ScalarInfo;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The types of a schema.
 *
 * @param published the names of those that were published
 * @param answered  the names of those that published fields have
 */
record Types(Set<String> published, Set<String> answered) implements ByName<GraphQLNamedType> {
  static Types of(GraphQLSchema published) {
    var types = published.getAllTypesAsList();
    return new Types(types.stream().map(GraphQLNamedType::getName).collect(Collectors.toSet()), answered(types));
  }

  private static Set<String> answered(Collection<GraphQLNamedType> types) {
    return types
      .stream()
      .filter(GraphQLFieldsContainer.class::isInstance)
      .flatMap(type -> ((GraphQLFieldsContainer) type).getFieldDefinitions().stream())
      .map(GraphQLFieldDefinition::getType)
      .map(type -> GraphQLTypeUtil.unwrapAll(type).getName())
      .collect(Collectors.toSet());
  }

  /** Without those of GraphQL itself. */
  @Override
  public Stream<Change> changes(
    Collection<? extends GraphQLNamedType> published,
    Collection<? extends GraphQLNamedType> current
  ) {
    return ByName.super.changes(own(published), own(current));
  }

  private static Collection<? extends GraphQLNamedType> own(Collection<? extends GraphQLNamedType> types) {
    return types
      .stream()
      .filter(type -> !type.getName().startsWith("__") && !ScalarInfo.isGraphqlSpecifiedScalar(type.getName()))
      .toList();
  }

  @Override
  public String name(GraphQLNamedType type) {
    return type.getName();
  }

  @Override
  public Stream<Change> gone(GraphQLNamedType was) {
    return Stream.of(
      Change.breaks(was.getName(), kind(was), Change.NOTHING, "documents and generated code that name it are refused")
    );
  }

  /** Where it implements what clients know they may meet it. */
  @Override
  public Stream<Change> come(GraphQLNamedType is) {
    var family =
      is instanceof GraphQLImplementingType type ? type.getInterfaces().stream() : Stream.<GraphQLNamedType>of();
    return Stream.concat(
      Stream.of(Change.harmless(is.getName(), Change.NOTHING, kind(is))),
      family.filter(known -> published.contains(known.getName())).flatMap(new Interfaces(is.getName())::come)
    );
  }

  @Override
  public Stream<Change> kept(GraphQLNamedType was, GraphQLNamedType is) {
    return kind(was).equals(kind(is))
      ? within(was, is)
      : Stream.of(Change.breaks(was.getName(), kind(was), kind(is), "documents use it as what it was"));
  }

  private Stream<Change> within(GraphQLNamedType was, GraphQLNamedType is) {
    return switch (was) {
      case GraphQLImplementingType type -> within(type, (GraphQLImplementingType) is);
      case GraphQLUnionType union -> Members.of(union).changes(union.getTypes(), ((GraphQLUnionType) is).getTypes());
      case GraphQLEnumType values -> new EnumValues(values, answered.contains(was.getName())).changes(
        values.getValues(),
        ((GraphQLEnumType) is).getValues()
      );
      case GraphQLInputObjectType input -> within(input, (GraphQLInputObjectType) is);
      case GraphQLScalarType scalar -> within(scalar, (GraphQLScalarType) is);
      default -> throw new IllegalStateException(kind(was));
    };
  }

  private static Stream<Change> within(GraphQLImplementingType was, GraphQLImplementingType is) {
    return Stream.of(
      new Fields(was.getName()).changes(was.getFieldDefinitions(), is.getFieldDefinitions()),
      new Interfaces(was.getName()).changes(was.getInterfaces(), is.getInterfaces()),
      ErrorCode.changes(was, is)
    ).flatMap(Function.identity());
  }

  private static Stream<Change> within(GraphQLInputObjectType was, GraphQLInputObjectType is) {
    return Stream.concat(
      new Inputs(was.getName() + ".%s").changes(Input.ofFields(was), Input.ofFields(is)),
      Constraints.oneOf(was, is)
    );
  }

  private static Stream<Change> within(GraphQLScalarType was, GraphQLScalarType is) {
    var before = was.getSpecifiedByUrl();
    return before == null || before.equals(is.getSpecifiedByUrl())
      ? Stream.empty()
      : Stream.of(
          Change.breaks(
            was.getName() + "@specifiedBy",
            before,
            Objects.requireNonNullElse(is.getSpecifiedByUrl(), Change.NOTHING),
            "values are written in another form"
          )
        );
  }

  private static String kind(GraphQLNamedSchemaElement type) {
    return switch (type) {
      case GraphQLObjectType _ -> "type";
      case GraphQLInterfaceType _ -> "interface";
      case GraphQLUnionType _ -> "union";
      case GraphQLEnumType _ -> "enum";
      case GraphQLInputObjectType _ -> "input";
      case GraphQLScalarType _ -> "scalar";
      default -> throw new IllegalStateException(type.getName());
    };
  }
}
