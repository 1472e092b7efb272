package dev.authmethods.gateway.api.check;

import dev.authmethods.gateway.api.problem.ValuePath;
import graphql.language.SourceLocation;
import graphql.schema.GraphQLType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A variable in the place of a value.
 *
 * @param name       of the variable
 * @param locations  its places
 * @param type       that a value must have there; null when nobody knows
 * @param hasDefault whether there is a default when the variable has no value
 * @param path       where, from the argument down
 */
record VariableUse(
  String name,
  List<SourceLocation> locations,
  @Nullable GraphQLType type,
  boolean hasDefault,
  ValuePath path
) {}
