package dev.authmethods.gateway.api.field;

import dev.authmethods.gateway.lookup.FreshLookups;
import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.graphql.execution.GraphQlSource.SchemaResourceBuilder;
import org.springframework.graphql.execution.SelfDescribingDataFetcher;
import org.springframework.stereotype.Component;

/**
 * Puts together, once, what fetches the fields: the methods of controllers, called directly, and around them what comes before
 * every query and around every mutation.
 */
@Component
class ControllerFetchers extends GraphQLTypeVisitorStub implements GraphQlSourceBuilderCustomizer {

  private static final Set<String> ROOTS = Set.of("Query", "Mutation");

  private final Constraints constraints;
  private final List<HandlerMethodArgumentResolver> arguments;
  private final BeanFactory beans;
  private final MeterRegistry registry;

  ControllerFetchers(
    Constraints constraints,
    List<HandlerMethodArgumentResolver> arguments,
    BeanFactory beans,
    MeterRegistry registry
  ) {
    this.constraints = constraints;
    this.arguments = arguments;
    this.beans = beans;
    this.registry = registry;
  }

  @Override
  public void customize(SchemaResourceBuilder builder) {
    builder.typeVisitors(List.of(this));
  }

  @Override
  public TraversalControl visitGraphQLFieldDefinition(
    GraphQLFieldDefinition field,
    TraverserContext<GraphQLSchemaElement> context
  ) {
    GraphQLCodeRegistry.Builder code = context.getVarFromParents(GraphQLCodeRegistry.Builder.class);
    if (context.getParentNode() instanceof GraphQLObjectType type) {
      var place = FieldCoordinates.coordinates(type, field);
      if (code.getDataFetcher(place, field) instanceof SelfDescribingDataFetcher<?> mapped) {
        code.dataFetcher(place, guarded(direct(mapped, !ROOTS.contains(type.getName())), type, field));
      }
    }
    return TraversalControl.CONTINUE;
  }

  /** Calls the method that Spring has mapped to a field; {@code src/bench/spring} leaves the call to Spring. */
  DataFetcher<?> direct(SelfDescribingDataFetcher<?> mapped, boolean hasSource) {
    var method = Objects.requireNonNull(mapped.asMethod());
    return ControllerMethod.of(beans.getBean(method.getDeclaringClass()), method, hasSource, arguments);
  }

  private DataFetcher<?> guarded(DataFetcher<?> fetcher, GraphQLObjectType type, GraphQLFieldDefinition field) {
    return switch (type.getName()) {
      case "Mutation" -> new PayloadErrorMetrics(field.getName(), new FreshLookups(fetcher), registry);
      default -> field.getArguments().isEmpty() ? fetcher : new QueryConstraints(constraints, fetcher);
    };
  }
}
