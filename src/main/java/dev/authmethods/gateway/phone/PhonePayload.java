package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.change.ChangePayload;
import dev.authmethods.gateway.change.ChangeResult;
import dev.authmethods.gateway.method.PhoneMethod;
import org.jspecify.annotations.Nullable;

/** The payload of every mutation that leaves the user with a phone. */
record PhonePayload(ChangeResult<PhoneMethod> result) implements ChangePayload {
  /** The phone as it is now; null when it was not changed. */
  public @Nullable PhoneMethod phoneMethod() {
    return result.method();
  }
}
