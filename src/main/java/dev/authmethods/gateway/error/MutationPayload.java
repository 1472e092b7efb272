package dev.authmethods.gateway.error;

import java.util.List;

/** The answer to a mutation of any kind. */
public interface MutationPayload {
  /** Why nothing was changed; empty when it was, or would have been. */
  List<? extends ExpectedError> errors();

  /** The errors of all parts of the mutation. */
  default List<? extends ExpectedError> allErrors() {
    return errors();
  }
}
