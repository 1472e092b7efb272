package dev.authmethods.gateway.api.schema;

import graphql.Directives;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The directives of a schema, without those that the engine puts into every schema and this gateway does not serve:
 * {@code @defer}, whose answers come in parts, and an experiment. They cannot be taken out of the engine's schema.
 */
public final class ServedDirectives {

  private static final Set<String> NOT_SERVED = Set.of(
    Directives.DeferDirective.getName(),
    Directives.ExperimentalDisableErrorPropagationDirective.getName()
  );

  private ServedDirectives() {}

  /** All of a schema. */
  public static List<GraphQLDirective> of(GraphQLSchema schema) {
    return schema
      .getDirectives()
      .stream()
      .filter(directive -> !NOT_SERVED.contains(directive.getName()))
      .toList();
  }

  /** One by its name; null when there is none. */
  public static @Nullable GraphQLDirective find(GraphQLSchema schema, String name) {
    return NOT_SERVED.contains(name) ? null : schema.getDirective(name);
  }
}
