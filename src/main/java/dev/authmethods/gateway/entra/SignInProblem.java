package dev.authmethods.gateway.entra;

import com.azure.identity.CredentialUnavailableException;
import com.microsoft.aad.msal4j.MsalClientException;
import com.microsoft.aad.msal4j.MsalInteractionRequiredException;
import com.microsoft.aad.msal4j.MsalServiceException;
import dev.authmethods.gateway.access.HostFault;
import dev.authmethods.gateway.entra.AadstsError.Meaning;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why Entra has issued no token for Microsoft Graph: as it is told to callers, and as it is told to operators. Looks at statuses,
 * codes and numbers, never at texts.
 *
 * @param failure what callers are told
 * @param aadsts  the number of Entra's error; 0 when it answered with none
 * @param code    Entra's error code of OAuth 2.0; empty when it did not answer with one
 * @param hint    what operators can do
 * @param fault   how the login fails; null when it answered
 */
record SignInProblem(EntraFailure failure, int aadsts, String code, String hint, @Nullable HostFault fault) {
  /** Errors of OAuth 2.0 that are about what the caller has brought. Source: RFC 6749, section 5.2; Microsoft identity platform. */
  private static final Set<String> OF_THE_CALLER = Set.of("invalid_grant", "interaction_required", "login_required");

  /** What stopped before Entra was asked. */
  private static final String CREDENTIAL = "The credential of gateway.entra.credential cannot be used";

  static SignInProblem of(Throwable thrown, ActingAs actingAs) {
    var refusal = cause(thrown, MsalServiceException.class);
    return refusal == null ? unanswered(thrown) : answered(refusal, actingAs);
  }

  private static SignInProblem unanswered(Throwable thrown) {
    var fault = HostFault.of(thrown);
    if (cause(thrown, FileSystemException.class) != null || (fault == null && isOfTheCredential(thrown))) {
      return new SignInProblem(new EntraFailure.Misconfigured(), 0, "", CREDENTIAL, null);
    }
    var known = fault == null ? HostFault.UNUSABLE_ANSWER : fault;
    return new SignInProblem(EntraFailure.Unavailable.failing(known, false, null), 0, "", "", known);
  }

  private static boolean isOfTheCredential(Throwable thrown) {
    return (
      cause(thrown, CredentialUnavailableException.class) != null ||
      cause(thrown, MsalClientException.class) != null ||
      cause(thrown, IllegalArgumentException.class) != null
    );
  }

  private static SignInProblem answered(MsalServiceException refusal, ActingAs actingAs) {
    int status = status(refusal);
    var wait = RetryAfter.parse(header(refusal, "Retry-After"));
    if (status == 429) {
      return answered(refusal, EntraFailure.Throttled.beforeSending(wait), null);
    }
    if (status >= 500) {
      var failure = EntraFailure.Unavailable.failing(HostFault.SERVER_ERROR, false, wait);
      return answered(refusal, failure, HostFault.SERVER_ERROR);
    }
    return answered(refusal, failure(refusal, actingAs, wait), null);
  }

  private static SignInProblem answered(MsalServiceException refusal, EntraFailure failure, @Nullable HostFault fault) {
    int number = AadstsError.numberIn(refusal.getMessage());
    var known = AadstsError.of(number);
    var hint = known == null ? "" : known.hint();
    return new SignInProblem(failure, number, Failures.printable(refusal.errorCode()), hint, fault);
  }

  private static EntraFailure failure(MsalServiceException refusal, ActingAs actingAs, @Nullable Duration wait) {
    var meaning = meaning(refusal);
    if (meaning == Meaning.TRANSIENT) {
      return new EntraFailure.Unavailable(false, wait);
    }
    // No caller is in what an application asks for itself.
    if (meaning == Meaning.CONFIGURATION || actingAs == ActingAs.APPLICATION) {
      return new EntraFailure.Misconfigured();
    }
    if (refusal.claims() != null && !refusal.claims().isBlank()) {
      return new EntraFailure.ClaimsRequired(base64(refusal.claims()));
    }
    return switch (meaning) {
      case CALLER_BLOCKED -> new EntraFailure.Blocked();
      case INTERACTION_REQUIRED -> new EntraFailure.SignInInsufficient();
      case TOKEN_EXPIRED -> EntraFailure.TokenRejected.expired();
      default -> EntraFailure.TokenRejected.refused();
    };
  }

  /** Where the number is not known, the error code of OAuth 2.0 says whose matter it is. */
  private static Meaning meaning(MsalServiceException refusal) {
    var known = AadstsError.of(AadstsError.numberIn(refusal.getMessage()));
    if (known != null) {
      return known.meaning();
    }
    var code = Objects.requireNonNullElse(refusal.errorCode(), "");
    if ("temporarily_unavailable".equals(code)) {
      return Meaning.TRANSIENT;
    }
    return OF_THE_CALLER.contains(code) ? Meaning.TOKEN_REJECTED : Meaning.CONFIGURATION;
  }

  /** The library leaves the status out when the refusal concerns the user, which Entra always answers with 400. */
  private static int status(MsalServiceException refusal) {
    int otherwise = refusal instanceof MsalInteractionRequiredException ? 400 : 503;
    return Objects.requireNonNullElse(refusal.statusCode(), otherwise);
  }

  private static @Nullable String header(MsalServiceException refusal, String name) {
    var headers = Objects.requireNonNullElse(refusal.headers(), Map.<String, List<String>>of());
    return headers
      .entrySet()
      .stream()
      .filter(header -> name.equalsIgnoreCase(header.getKey()))
      .flatMap(header -> header.getValue().stream())
      .findFirst()
      .orElse(null);
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
