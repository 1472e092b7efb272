package dev.authmethods.gateway.api;

import graphql.ExecutionInput;
import graphql.execution.ExecutionContext;
import graphql.language.OperationDefinition.Operation;
import org.jspecify.annotations.Nullable;

/** Whether a request is a query or a mutation, which its result does not tell. */
final class OperationTypes {

  private OperationTypes() {}

  static void note(ExecutionContext execution) {
    execution.getGraphQLContext().put(Operation.class, execution.getOperationDefinition().getOperation());
  }

  /** The type of the operation; null when the request was refused before it was known. */
  static @Nullable Operation of(ExecutionInput input) {
    return input.getGraphQLContext().get(Operation.class);
  }
}
