package dev.authmethods.gateway.removal;

import dev.authmethods.gateway.error.ExpectedError;
import java.util.List;

/**
 * Whether a method can be deleted now.
 *
 * @param blockedBy the errors that the mutation would answer; empty when it can
 */
record MethodDeletion(List<ExpectedError> blockedBy) {
  /** True when no rule that can be checked beforehand forbids it. */
  public boolean isAllowed() {
    return blockedBy.isEmpty();
  }
}
