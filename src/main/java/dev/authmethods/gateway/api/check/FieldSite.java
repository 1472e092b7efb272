package dev.authmethods.gateway.api.check;

import graphql.language.Field;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import org.jspecify.annotations.Nullable;

/**
 * A field where a document selects it.
 *
 * @param parent     the type it is selected of; null when that is unknown
 * @param definition in the schema; null when it has none
 * @param outer      the field around it; null at the root of an operation or fragment
 */
record FieldSite(
  Field field,
  @Nullable GraphQLCompositeType parent,
  @Nullable GraphQLFieldDefinition definition,
  @Nullable FieldSite outer
) {}
