package dev.authmethods.gateway.api.check;

import graphql.introspection.Introspection;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLUnionType;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The types of a schema. */
record SchemaTypes(GraphQLSchema schema) {
  /** The type of this name; null when there is none. */
  @Nullable
  GraphQLType named(String name) {
    return schema.getType(name);
  }

  /** A type as a document writes it; null when its name is unknown. */
  @Nullable
  GraphQLType written(Type<?> type) {
    return switch (type) {
      case NonNullType nonNull -> {
        var inner = written(nonNull.getType());
        yield inner == null ? null : GraphQLNonNull.nonNull(inner);
      }
      case ListType list -> {
        var inner = written(list.getType());
        yield inner == null ? null : GraphQLList.list(inner);
      }
      case TypeName name -> named(name.getName());
      default -> null;
    };
  }

  List<String> names() {
    return schema.getAllTypesAsList().stream().map(GraphQLNamedType::getName).toList();
  }

  /** A field of a type, or one of GraphQL itself; null when it has none of this name. */
  @Nullable
  GraphQLFieldDefinition field(GraphQLCompositeType type, String name) {
    if (name.equals(Introspection.TypeNameMetaFieldDef.getName())) {
      return Introspection.TypeNameMetaFieldDef;
    }
    if (type.equals(schema.getQueryType()) && name.equals(Introspection.SchemaMetaFieldDef.getName())) {
      return Introspection.SchemaMetaFieldDef;
    }
    if (type.equals(schema.getQueryType()) && name.equals(Introspection.TypeMetaFieldDef.getName())) {
      return Introspection.TypeMetaFieldDef;
    }
    return type instanceof GraphQLFieldsContainer container ? container.getFieldDefinition(name) : null;
  }

  List<String> fieldNames(GraphQLCompositeType type) {
    return type instanceof GraphQLFieldsContainer container
      ? container.getFieldDefinitions().stream().map(GraphQLFieldDefinition::getName).toList()
      : List.of();
  }

  /** Whether no object can have both types. */
  boolean areApart(GraphQLCompositeType one, GraphQLCompositeType other) {
    return !one.equals(other) && Collections.disjoint(objects(one), objects(other));
  }

  /** The types within an interface or union that have a field, those first that include the most types. */
  List<String> typesWith(String field, GraphQLCompositeType around) {
    if (around instanceof GraphQLObjectType) {
      return List.of();
    }
    Map<String, Integer> uses = new HashMap<>();
    objects(around)
      .stream()
      .filter(type -> type.getFieldDefinition(field) != null)
      .flatMap(type -> Stream.concat(Stream.of(type), interfacesWith(field, type)))
      .forEach(type -> uses.merge(type.getName(), 1, Integer::sum));
    return uses
      .entrySet()
      .stream()
      .sorted(
        Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
          .thenComparing(entry -> !(named(entry.getKey()) instanceof GraphQLInterfaceType))
          .thenComparing(Map.Entry.comparingByKey())
      )
      .map(Map.Entry::getKey)
      .toList();
  }

  private static Stream<GraphQLInterfaceType> interfacesWith(String field, GraphQLObjectType type) {
    return type
      .getInterfaces()
      .stream()
      .map(GraphQLInterfaceType.class::cast)
      .filter(family -> family.getFieldDefinition(field) != null);
  }

  private List<GraphQLObjectType> objects(GraphQLCompositeType type) {
    return switch (type) {
      case GraphQLObjectType object -> List.of(object);
      case GraphQLInterfaceType family -> Objects.requireNonNullElse(schema.getImplementations(family), List.of());
      case GraphQLUnionType union -> union.getTypes().stream().map(GraphQLObjectType.class::cast).toList();
      default -> List.of();
    };
  }
}
