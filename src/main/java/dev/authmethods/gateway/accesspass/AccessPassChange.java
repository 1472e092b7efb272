package dev.authmethods.gateway.accesspass;

import dev.authmethods.gateway.accesspass.AccessPassErrors.AccessPassChangedError;
import dev.authmethods.gateway.change.Change;
import dev.authmethods.gateway.change.ChangeInput;
import dev.authmethods.gateway.error.ExpectedError;
import java.util.List;
import java.util.Optional;

/** A change of a user's pass, of which there is at most one. Each pass has another id. */
interface AccessPassChange extends Change<TemporaryAccessPassMethod> {
  @Override
  EntraAccessPasses methods();

  @Override
  default String subject() {
    return "TEMPORARY_ACCESS_PASS";
  }

  @Override
  default Optional<TemporaryAccessPassMethod> find(List<TemporaryAccessPassMethod> existing) {
    return existing.stream().findFirst();
  }

  @Override
  default String fingerprint(TemporaryAccessPassMethod pass) {
    return pass.methodId();
  }

  @Override
  default boolean replacesMethod() {
    return true;
  }

  /** The pass is another than before, or gone. */
  @Override
  default List<? extends ExpectedError> conflictErrors(List<TemporaryAccessPassMethod> existing) {
    return List.of(new AccessPassChangedError(ChangeInput.USER, find(existing).orElse(null)));
  }
}
