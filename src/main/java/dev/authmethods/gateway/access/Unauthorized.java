package dev.authmethods.gateway.access;

import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

/**
 * The answer to a request without a good token. Of what the token lacked it tells what a client can act on, in fixed words: that it
 * has expired, that it is for another audience, that the scope is missing.
 *
 * @param status  401; 403 when the token is good and does not suffice; 503 when tokens cannot be checked
 * @param headers among them the challenge of RFC 6750
 * @param body    JSON in the form of a GraphQL error
 */
public record Unauthorized(int status, Map<String, String> headers, String body) {
  private static final String INVALID = "Bearer error=\"invalid_token\"";

  /** The answer to what went wrong. */
  public static Unauthorized of(AuthenticationException refusal) {
    return switch (refusal) {
      case AuthenticationServiceException _ -> unavailable();
      case CallerBlocked _ -> new Unauthorized(
        403,
        Map.of(),
        body("Your organization does not let you use this. Its administrators know why.", "ACCESS_BLOCKED")
      );
      case RejectedToken token when token.reason() == RejectionReason.SCOPE -> new Unauthorized(
        403,
        challenge("Bearer error=\"insufficient_scope\", scope=\"" + token.shown() + "\""),
        body("The access token does not have the scope that this takes.", "INSUFFICIENT_SCOPE")
      );
      default -> new Unauthorized(
        401,
        challenge(unauthorized(refusal)),
        body("A valid access token is required.", "UNAUTHENTICATED")
      );
    };
  }

  private static Map<String, String> challenge(String challenge) {
    return Map.of(HttpHeaders.WWW_AUTHENTICATE, challenge);
  }

  /** RFC 6750: no error code when there was no token. */
  private static String unauthorized(AuthenticationException refusal) {
    return switch (refusal) {
      case ClaimsChallenge more -> "Bearer error=\"insufficient_claims\", claims=\"" + more.claims() + "\"";
      case InsufficientAuthentication _ -> "Bearer error=\"insufficient_user_authentication\"";
      case RejectedToken token -> INVALID + description(token.reason());
      case OAuth2AuthenticationException _ -> INVALID;
      default -> "Bearer";
    };
  }

  private static String description(RejectionReason reason) {
    return switch (reason) {
      case EXPIRED -> ", error_description=\"The access token expired\"";
      case AUDIENCE -> ", error_description=\"The access token is for another audience\"";
      default -> "";
    };
  }

  private static Unauthorized unavailable() {
    return new Unauthorized(
      503,
      Map.of(HttpHeaders.RETRY_AFTER, "5"),
      "{\"errors\":[{\"message\":\"Access tokens cannot be checked at the moment.\",\"extensions\":{\"code\":\"UNAVAILABLE\",\"retryAfterSeconds\":5}}]}"
    );
  }

  private static String body(String message, String code) {
    return "{\"errors\":[{\"message\":\"%s\",\"extensions\":{\"code\":\"%s\"}}]}".formatted(message, code);
  }
}
