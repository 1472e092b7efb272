package dev.authmethods.gateway.accesspass;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.change.BrokenRules;
import dev.authmethods.gateway.change.Change;
import dev.authmethods.gateway.change.ChangeInput;
import dev.authmethods.gateway.change.Match;
import dev.authmethods.gateway.change.Operation;
import dev.authmethods.gateway.change.Written;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.method.UserRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Deletes a pass. Source: https://learn.microsoft.com/graph/api/temporaryaccesspassauthenticationmethod-delete */
record DeleteAccessPass(
  Input input,
  EntraAccessPasses methods
) implements AccessPassChange, Change.OfExisting<TemporaryAccessPassMethod> {
  static final Operation OPERATION = EntraAccessPasses.write("deleteTemporaryAccessPass", OwnError.class);

  record Input(
    UserRef user,
    boolean validateOnly,
    @Nullable String idempotencyKey,
    @Nullable String clientMutationId
  ) implements ChangeInput {}

  /** The errors of this mutation other than the shared ones. */
  sealed interface OwnError
    extends ExpectedError
    permits AccessPassErrors.AccessPassNotFoundError, AccessPassErrors.AccessPassChangedError {}

  @Override
  public List<String> arguments() {
    return List.of();
  }

  @Override
  public List<OwnError> stateErrors(List<TemporaryAccessPassMethod> existing) {
    return BrokenRules.of(AccessPassRules.passExists(existing));
  }

  @Override
  public boolean leavesMethod() {
    return false;
  }

  @Override
  public Match match(List<TemporaryAccessPassMethod> existing) {
    return Match.of(existing.isEmpty());
  }

  @Override
  public Written<TemporaryAccessPassMethod> write(
    RequestContext call,
    UserKey user,
    TemporaryAccessPassMethod existing
  ) {
    return methods.delete(call, user, existing);
  }
}
