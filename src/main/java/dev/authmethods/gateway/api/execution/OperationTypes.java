package dev.authmethods.gateway.api.execution;

import dev.authmethods.gateway.api.request.InvalidRequest;
import dev.authmethods.gateway.api.request.RequestMethod;
import graphql.ExecutionInput;
import graphql.execution.ExecutionContext;
import graphql.language.OperationDefinition.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request is a query or a mutation, which its result does not tell; a mutation goes no further that came with a method
 * for what is safe.
 */
final class OperationTypes {

  private OperationTypes() {}

  static void note(ExecutionContext execution) {
    var operation = execution.getOperationDefinition().getOperation();
    execution.getGraphQLContext().put(Operation.class, operation);
    if (operation != Operation.QUERY && !mayChange(execution)) {
      throw new InvalidRequest(InvalidRequest.Code.METHOD_NOT_ALLOWED, "Mutations need the method POST.");
    }
  }

  private static boolean mayChange(ExecutionContext execution) {
    return execution.getGraphQLContext().get(RequestMethod.class) == RequestMethod.POST;
  }

  /** The type of the operation; null when the request was refused before it was known. */
  static @Nullable Operation of(ExecutionInput input) {
    return input.getGraphQLContext().get(Operation.class);
  }
}
