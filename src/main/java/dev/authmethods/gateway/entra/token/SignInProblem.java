package dev.authmethods.gateway.entra.token;

import com.azure.identity.CredentialUnavailableException;
import com.microsoft.aad.msal4j.InteractionRequiredExceptionReason;
import com.microsoft.aad.msal4j.MsalClientException;
import com.microsoft.aad.msal4j.MsalInteractionRequiredException;
import com.microsoft.aad.msal4j.MsalServiceException;
import dev.authmethods.gateway.access.HostFault;
import dev.authmethods.gateway.entra.ActingAs;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.entra.http.Claims;
import dev.authmethods.gateway.entra.http.GraphFailures;
import dev.authmethods.gateway.entra.http.RetryAfter;
import dev.authmethods.gateway.entra.token.AadstsError.Meaning;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why Entra has issued no token for Microsoft Graph: for callers, and for operators. It looks at statuses, codes and
 * numbers, never at texts.
 *
 * @param failure the failure for callers
 * @param aadsts  the number of Entra's error; 0 when it answered with none
 * @param code    Entra's error code of OAuth 2.0; empty when it did not answer with one
 * @param hint    what operators can do
 * @param fault   how the login fails; null when it answered
 */
record SignInProblem(EntraFailure failure, int aadsts, String code, String hint, @Nullable HostFault fault) {
  /** In the place of a code when there is none. */
  private static final String THROTTLED = "throttled";

  /** A failure before the request to Entra. */
  private static final String CREDENTIAL = "The credential of gateway.entra.credential cannot be used";

  static SignInProblem of(Throwable thrown, ActingAs actingAs) {
    var odd = cause(thrown, FailedTokenResponse.class);
    if (odd != null) {
      return answered(odd, actingAs);
    }
    var refusal = cause(thrown, MsalServiceException.class);
    return refusal == null ? unanswered(thrown) : answered(refusal, actingAs);
  }

  /** An answer that names an error counts; any other may come from something on the way. */
  private static SignInProblem answered(FailedTokenResponse odd, ActingAs actingAs) {
    var wait = RetryAfter.parse(odd.retryAfter());
    var code = odd.error().isEmpty() ? "" : GraphFailures.printable(odd.error());
    if (odd.status() == 429) {
      return new SignInProblem(EntraFailure.Throttled.beforeSending(wait), 0, THROTTLED, "", null);
    }
    if (odd.status() >= 500 || odd.status() < 400 || code.isEmpty()) {
      var fault = odd.status() >= 500 ? HostFault.SERVER_ERROR : HostFault.UNUSABLE_ANSWER;
      return new SignInProblem(EntraFailure.Unavailable.failing(fault, false, wait), 0, code, "", fault);
    }
    return new SignInProblem(failure(meaning(code), null, actingAs, wait), 0, code, hint(0, code), null);
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
    return answered(refusal, failure(meaning(refusal), refusal.claims(), actingAs, wait), null);
  }

  private static SignInProblem answered(MsalServiceException refusal, EntraFailure failure, @Nullable HostFault fault) {
    int number = AadstsError.numberIn(refusal.getMessage());
    var code = GraphFailures.printable(refusal.errorCode());
    return new SignInProblem(failure, number, code, hint(number, code), fault);
  }

  private static String hint(int number, String code) {
    var known = AadstsError.of(number);
    if (known != null) {
      return known.hint();
    }
    if (number != 0) {
      return "Look it up: https://login.microsoftonline.com/error?code=" + number + ".";
    }
    return code.equals("invalid_client") ? AadstsError.CREDENTIAL_INVALID.hint() : "";
  }

  private static EntraFailure failure(
    Meaning meaning,
    @Nullable String claims,
    ActingAs actingAs,
    @Nullable Duration wait
  ) {
    if (meaning == Meaning.TRANSIENT) {
      return new EntraFailure.Unavailable(false, wait);
    }
    // No caller is in what an application asks for itself.
    if (meaning == Meaning.CONFIGURATION || actingAs == ActingAs.APPLICATION) {
      return new EntraFailure.Misconfigured();
    }
    var challenge = claims == null ? null : Claims.encoded(claims);
    if (challenge != null) {
      return new EntraFailure.ClaimsRequired(challenge);
    }
    return switch (meaning) {
      case CALLER_BLOCKED -> new EntraFailure.Blocked();
      case INTERACTION_REQUIRED -> new EntraFailure.SignInInsufficient();
      case TOKEN_EXPIRED -> EntraFailure.TokenRejected.expired();
      default -> EntraFailure.TokenRejected.refused();
    };
  }

  private static Meaning meaning(MsalServiceException refusal) {
    var known = AadstsError.of(AadstsError.numberIn(refusal.getMessage()));
    if (known != null) {
      return known.meaning();
    }
    return refusal instanceof MsalInteractionRequiredException interaction
      ? meaning(interaction.reason())
      : meaning(Objects.requireNonNullElse(refusal.errorCode(), ""));
  }

  /**
   * If the number is not known, the error code of OAuth 2.0 says who can solve the problem. Source: RFC 6749, section
   * 5.2.
   */
  private static Meaning meaning(String code) {
    return switch (code) {
      case "temporarily_unavailable", "server_error" -> Meaning.TRANSIENT;
      case "interaction_required", "login_required" -> Meaning.INTERACTION_REQUIRED;
      case "invalid_grant" -> Meaning.TOKEN_REJECTED;
      case "access_denied" -> Meaning.CALLER_BLOCKED;
      default -> Meaning.CONFIGURATION;
    };
  }

  /**
   * The field {@code suberror} with which Entra explains an {@code invalid_grant}. Source: MSAL, the reasons to
   * interact.
   */
  private static Meaning meaning(InteractionRequiredExceptionReason reason) {
    return switch (reason) {
      case CONSENT_REQUIRED -> Meaning.CONFIGURATION;
      case BASIC_ACTION, ADDITIONAL_ACTION -> Meaning.INTERACTION_REQUIRED;
      case MESSAGE_ONLY -> Meaning.CALLER_BLOCKED;
      default -> Meaning.TOKEN_REJECTED;
    };
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

  private static <T extends Throwable> @Nullable T cause(Throwable thrown, Class<T> type) {
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      if (type.isInstance(at)) {
        return type.cast(at);
      }
    }
    return null;
  }
}
