package dev.authmethods.gateway.entra;

import com.microsoft.aad.msal4j.MsalInteractionRequiredException;
import com.microsoft.aad.msal4j.MsalServiceException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns what Microsoft Graph answers and the token library throws into an {@link EntraFailure}. Looks at statuses and codes, never at texts. */
final class Failures {

  private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_.]{0,99}");

  /** Whatever the status that no token was issued with: 403 and 404 would speak of the user. */
  private static final int NO_TOKEN = 400;

  private Failures() {}

  static EntraFailure of(int status, @Nullable String retryAfter, @Nullable String code, @Nullable String requestId) {
    if (status == 429) {
      return EntraFailure.Throttled.answered(RetryAfter.parse(retryAfter));
    }
    if (status == 401 && !speaksOfPermission(code)) {
      // The token was refused, though Entra has just issued it: known to pass, and nothing was done.
      return EntraFailure.Unavailable.tokenRefused();
    }
    if (status == 421) {
      return EntraFailure.Unavailable.misdirected(RetryAfter.parse(retryAfter));
    }
    if (isUnclear(status)) {
      return new EntraFailure.Unavailable(true, RetryAfter.parse(retryAfter));
    }
    return new EntraFailure.Refused(status, printable(code), requestId);
  }

  /** The directory may refuse with 401 what the caller may not do, though the token is good. */
  private static boolean speaksOfPermission(@Nullable String code) {
    return code != null && code.startsWith("Authorization_");
  }

  /** A code is repeated to the caller: only what looks like one is. */
  private static String printable(@Nullable String code) {
    return code != null && CODE.matcher(code).matches() ? code : "unknown";
  }

  /** None of these says anything about the request itself: 408 came late. */
  private static boolean isUnclear(int status) {
    return status == 408 || status >= 500 || status < 400;
  }

  /** What Entra answers instead of a token. Nothing was sent to Microsoft Graph yet. */
  static EntraFailure ofToken(Throwable thrown) {
    var known = cause(thrown, EntraFailure.class);
    if (known != null) {
      return known;
    }
    var refusal = cause(thrown, MsalServiceException.class);
    int status = refusal == null ? 503 : status(refusal);
    if (refusal == null || status >= 500) {
      return new EntraFailure.Unavailable(false, null);
    }
    if (status == 429) {
      return EntraFailure.Throttled.beforeSending(null);
    }
    if (meaning(refusal) == AadstsError.Meaning.CONFIGURATION) {
      return new EntraFailure.Misconfigured();
    }
    return refusal.claims() == null || refusal.claims().isBlank()
      ? new EntraFailure.Refused(NO_TOKEN, printable(refusal.errorCode()), refusal.correlationId())
      : new EntraFailure.ClaimsRequired(base64(refusal.claims()));
  }

  /** The library leaves the status out when the refusal concerns the user, which Entra always answers with 400. */
  private static int status(MsalServiceException refusal) {
    int otherwise = refusal instanceof MsalInteractionRequiredException ? 400 : 503;
    return Objects.requireNonNullElse(refusal.statusCode(), otherwise);
  }

  private static AadstsError.@Nullable Meaning meaning(MsalServiceException refusal) {
    var known = AadstsError.of(AadstsError.numberIn(refusal.getMessage()));
    return known == null ? null : known.meaning();
  }

  private static String base64(String json) {
    return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private static <T extends Throwable> @Nullable T cause(Throwable thrown, Class<T> type) {
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      if (type.isInstance(at)) {
        return type.cast(at);
      }
    }
    return null;
  }
}
