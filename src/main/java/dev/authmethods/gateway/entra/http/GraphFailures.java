package dev.authmethods.gateway.entra.http;

import dev.authmethods.gateway.access.HostFault;
import dev.authmethods.gateway.entra.EntraFailure;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns what Microsoft Graph answers into an {@link EntraFailure}. Looks at statuses and codes, never at texts. */
public final class GraphFailures {

  private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_.]{0,99}");

  private GraphFailures() {}

  /** The failure that the status and code of an answer mean. */
  public static EntraFailure of(
    int status,
    @Nullable String retryAfter,
    @Nullable String code,
    @Nullable String requestId
  ) {
    if (status == 429) {
      return EntraFailure.Throttled.answered(RetryAfter.parse(retryAfter));
    }
    if (Claims.canCome(status) && speaksOfClaims(code)) {
      return new EntraFailure.SignInInsufficient();
    }
    if (status == 401 && speaksOfPermission(code)) {
      return new EntraFailure.Refused(403, printable(code), requestId);
    }
    if (status == 401) {
      // The token was refused, though Entra has just issued it: known to pass, and nothing was done.
      return EntraFailure.Unavailable.tokenRefused();
    }
    if (status == 421) {
      return EntraFailure.Unavailable.misdirected(RetryAfter.parse(retryAfter));
    }
    if (isUnclear(status)) {
      var fault = status >= 500 ? HostFault.SERVER_ERROR : HostFault.UNUSABLE_ANSWER;
      return EntraFailure.Unavailable.failing(fault, true, RetryAfter.parse(retryAfter));
    }
    return new EntraFailure.Refused(status, printable(code), requestId);
  }

  /** A claims challenge without the claims. */
  private static boolean speaksOfClaims(@Nullable String code) {
    return "insufficientClaims".equalsIgnoreCase(code) || "insufficient_claims".equalsIgnoreCase(code);
  }

  /** The directory may refuse with 401 what the caller may not do, though the token is good. */
  private static boolean speaksOfPermission(@Nullable String code) {
    return code != null && code.startsWith("Authorization_");
  }

  /** A code is repeated to the caller: only what looks like one is. */
  public static String printable(@Nullable String code) {
    return code != null && CODE.matcher(code).matches() ? code : "unknown";
  }

  /** None of these says anything about the request itself: 408 came late. */
  private static boolean isUnclear(int status) {
    return status == 408 || status >= 500 || status < 400;
  }
}
