package dev.authmethods.gateway.accesspass;

import dev.authmethods.gateway.change.ChangePayload;
import dev.authmethods.gateway.change.ChangeResult;
import dev.authmethods.gateway.change.SecretState;
import org.jspecify.annotations.Nullable;

/** The part of a payload about a pass that was created: its code stands beside it, never in it. */
public interface CreatedAccessPass extends ChangePayload {
  @Override
  ChangeResult<TemporaryAccessPassMethod> result();

  /** The pass, without its code; null when none was created. */
  default @Nullable TemporaryAccessPassMethod getTemporaryAccessPass() {
    return result().method();
  }

  /** The code; null when it cannot be shown. */
  default @Nullable String getPassCode() {
    var secret = result().secret();
    return secret == null ? null : secret.value();
  }

  /** The state of the code; null when none was made. */
  default @Nullable SecretState getPassCodeState() {
    return result().secretState();
  }

  /** The pass that is gone for the new one; null when there was none, or the gateway did not see which. */
  default @Nullable TemporaryAccessPassMethod getReplaced() {
    return result().previous();
  }
}
