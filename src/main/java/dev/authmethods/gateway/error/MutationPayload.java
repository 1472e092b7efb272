package dev.authmethods.gateway.error;

import java.util.List;

/** What a mutation is answered with, whichever it is. */
public interface MutationPayload {
  /** Why nothing was changed; empty when it was, or would have been. */
  List<? extends ExpectedError> errors();

  /** The errors of all parts of the mutation. */
  default List<? extends ExpectedError> allErrors() {
    return errors();
  }
}
