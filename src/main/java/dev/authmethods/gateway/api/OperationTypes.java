package dev.authmethods.gateway.api;

import graphql.ExecutionInput;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.ChainedInstrumentation;
import graphql.execution.instrumentation.Instrumentation;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.language.OperationDefinition.Operation;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.graphql.execution.GraphQlSource.SchemaResourceBuilder;
import org.springframework.stereotype.Component;

/**
 * Notes whether a request is a query or a mutation, which its result does not tell; a mutation goes no further that came with
 * a method for what is safe.
 *
 * <p>No bean of type {@link Instrumentation}: Spring would put it in a chain, which costs something for each field. Where there
 * are such beans it joins them.
 */
@Component
class OperationTypes implements GraphQlSourceBuilderCustomizer {

  private final List<Instrumentation> others;

  OperationTypes(ObjectProvider<Instrumentation> others) {
    this.others = others.orderedStream().toList();
  }

  @Override
  public void customize(SchemaResourceBuilder builder) {
    builder.configureGraphQl(engine -> engine.instrumentation(besideOthers(new Note())));
  }

  private Instrumentation besideOthers(Instrumentation note) {
    return others.isEmpty()
      ? note
      : new ChainedInstrumentation(Stream.concat(others.stream(), Stream.of(note)).toList());
  }

  /** The type of the operation; null when the request was refused before it was known. */
  static @Nullable Operation of(ExecutionInput input) {
    return input.getGraphQLContext().get(Operation.class);
  }

  private static final class Note extends SimplePerformantInstrumentation {

    @Override
    public ExecutionContext instrumentExecutionContext(
      ExecutionContext execution,
      InstrumentationExecutionParameters parameters,
      @Nullable InstrumentationState state
    ) {
      var operation = execution.getOperationDefinition().getOperation();
      execution.getGraphQLContext().put(Operation.class, operation);
      if (operation != Operation.QUERY && !mayChange(execution)) {
        throw new RequestRefusal(RequestRefusal.Code.METHOD_NOT_ALLOWED, "Mutations need the method POST.");
      }
      return execution;
    }

    private static boolean mayChange(ExecutionContext execution) {
      return execution.getGraphQLContext().get(RequestMethod.class) == RequestMethod.POST;
    }
  }
}
