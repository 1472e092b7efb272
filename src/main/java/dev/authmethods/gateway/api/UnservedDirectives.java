package dev.authmethods.gateway.api;

import graphql.Directives;
import graphql.GraphQLError;
import graphql.introspection.Introspection;
import graphql.language.Directive;
import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorType;
import java.util.List;
import java.util.Set;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.graphql.execution.GraphQlSource.SchemaResourceBuilder;
import org.springframework.stereotype.Component;

/**
 * Directives that the engine puts into every schema and this gateway does not serve: {@code @defer}, whose answers come in parts, and
 * an experiment. They cannot be taken out of the engine's schema, so introspection leaves them out, and a document that has one is
 * refused as with any unknown directive.
 */
@Component
class UnservedDirectives extends GraphQLTypeVisitorStub implements GraphQlSourceBuilderCustomizer {

  private static final Set<String> NAMES = Set.of(
    Directives.DeferDirective.getName(),
    Directives.ExperimentalDisableErrorPropagationDirective.getName()
  );

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
      DataFetcher<List<GraphQLDirective>> served = environment -> served(environment.getGraphQLSchema());
      code.dataFetcher(DIRECTIVES, served);
    }
    return TraversalControl.CONTINUE;
  }

  /** Whether a directive of the engine is none of the gateway's. */
  static boolean isOne(String directive) {
    return NAMES.contains(directive);
  }

  /** What the engine answers to a directive that it does not know. */
  static GraphQLError error(Directive directive) {
    return ValidationError.newValidationError()
      .validationErrorType(ValidationErrorType.UnknownDirective)
      .sourceLocation(directive.getSourceLocation())
      .description("Unknown directive '%s'".formatted(directive.getName()))
      .build();
  }

  private static List<GraphQLDirective> served(GraphQLSchema schema) {
    return schema
      .getDirectives()
      .stream()
      .filter(directive -> !isOne(directive.getName()))
      .toList();
  }
}
