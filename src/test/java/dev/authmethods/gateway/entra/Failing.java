package dev.authmethods.gateway.entra;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The ways in which Microsoft does not do what was asked. */
public final class Failing {

  private Failing() {}

  /** Refused with a status. */
  public static EntraFailure.Refused refused(int status, String code) {
    return new EntraFailure.Refused(status, code, "request-id");
  }

  /** Answered with 429. */
  public static EntraFailure.Throttled throttled(@Nullable Duration retryAfter) {
    return EntraFailure.Throttled.answered(retryAfter);
  }

  /** Held back before anything was sent. */
  public static EntraFailure.Throttled heldBack(@Nullable Duration retryAfter) {
    return EntraFailure.Throttled.beforeSending(retryAfter);
  }

  /** It may have been carried out. */
  public static EntraFailure.Unavailable unclear(@Nullable Duration retryAfter) {
    return new EntraFailure.Unavailable(true, retryAfter);
  }

  /** It was not carried out. */
  public static EntraFailure.Unavailable unreachable(@Nullable Duration retryAfter) {
    return new EntraFailure.Unavailable(false, retryAfter);
  }

  /** The caller has to sign in again with more. */
  public static EntraFailure.ClaimsRequired challenge() {
    return new EntraFailure.ClaimsRequired("e30");
  }
}
