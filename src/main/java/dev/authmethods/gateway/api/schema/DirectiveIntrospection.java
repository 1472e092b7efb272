package dev.authmethods.gateway.api.schema;

import graphql.introspection.Introspection;
import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import java.util.List;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.graphql.execution.GraphQlSource.SchemaResourceBuilder;
import org.springframework.stereotype.Component;

/** Introspection shows the {@link ServedDirectives} only. */
@Component
class DirectiveIntrospection extends GraphQLTypeVisitorStub implements GraphQlSourceBuilderCustomizer {

  private static final FieldCoordinates DIRECTIVES = FieldCoordinates.coordinates(
    Introspection.__Schema.getName(),
    "directives"
  );

  @Override
  public void customize(SchemaResourceBuilder builder) {
    builder.typeVisitors(List.of(this));
  }

  @Override
  public TraversalControl visitGraphQLFieldDefinition(
    GraphQLFieldDefinition field,
    TraverserContext<GraphQLSchemaElement> context
  ) {
    if (
      context.getParentNode() instanceof GraphQLObjectType type &&
      FieldCoordinates.coordinates(type, field).equals(DIRECTIVES)
    ) {
      GraphQLCodeRegistry.Builder code = context.getVarFromParents(GraphQLCodeRegistry.Builder.class);
      DataFetcher<List<GraphQLDirective>> served = environment -> ServedDirectives.of(environment.getGraphQLSchema());
      code.dataFetcher(DIRECTIVES, served);
    }
    return TraversalControl.CONTINUE;
  }
}
