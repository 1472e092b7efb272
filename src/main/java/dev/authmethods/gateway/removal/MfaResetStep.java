package dev.authmethods.gateway.removal;

import dev.authmethods.gateway.change.ChangeResult;
import dev.authmethods.gateway.change.Confirmation;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.method.AuthenticationMethod;
import dev.authmethods.gateway.method.AuthenticationMethodKind;
import dev.authmethods.gateway.method.GlobalId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one method in a reset.
 *
 * @param displayName a name that people know the method by, never a number or an address; null when it has none
 * @param result      the result of the deletion; null when it was not tried
 */
record MfaResetStep(
  GlobalId methodId,
  AuthenticationMethodKind kind,
  @Nullable String displayName,
  MfaResetOutcome outcome,
  List<ExpectedError> errors,
  @Nullable ChangeResult<AuthenticationMethod> result
) {
  /** Whether its deletion was asked of Microsoft Graph, now or before. */
  boolean isSent() {
    return result != null;
  }

  /** Whether an earlier request has done it. */
  boolean isReplayed() {
    return result != null && result.replayed();
  }

  /** How the gateway knows that the method is gone; null when it is not. */
  public @Nullable Confirmation confirmation() {
    return result == null ? null : result.confirmation();
  }

  /** Whether there is nothing left to do about the method. */
  boolean isSettled() {
    return outcome.isGone() || outcome == MfaResetOutcome.KEPT;
  }
}
