package dev.authmethods.gateway.entra;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ways in which Microsoft does not do what was asked. */
public final class Failing {

  private Failing() {}

  /** Refused with a status. */
  public static EntraFailure.Refused refused(int status, String code) {
    return new EntraFailure.Refused(status, code, "request-id");
  }

  /** Refused with 403, when none of these permissions was granted. */
  public static EntraFailure.Refused lacking(List<String> permissions) {
    return refused(403, "accessDenied").lacking(permissions);
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
