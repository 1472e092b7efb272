package dev.authmethods.published;

import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;

/** Which types can stand in the place of others. */
final class TypeFit {

  private TypeFit() {}

  /** Whether every value of a type is one of another type as well, and generated code takes it. */
  static boolean fits(GraphQLType values, GraphQLType place) {
    if (GraphQLTypeUtil.isNonNull(values)) {
      return fits(GraphQLTypeUtil.unwrapOne(values), GraphQLTypeUtil.unwrapNonNull(place));
    }
    if (GraphQLTypeUtil.isList(values) && GraphQLTypeUtil.isList(place)) {
      return fits(GraphQLTypeUtil.unwrapOne(values), GraphQLTypeUtil.unwrapOne(place));
    }
    return (
      values instanceof GraphQLNamedType one &&
      place instanceof GraphQLNamedType other &&
      one.getName().equals(other.getName())
    );
  }
}
