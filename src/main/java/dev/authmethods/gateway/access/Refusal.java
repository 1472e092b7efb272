package dev.authmethods.gateway.access;

import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

/**
 * The answer to a request without a good token. Says nothing of what the token lacked.
 *
 * @param status  401; 503 when tokens cannot be checked
 * @param headers among them the challenge of RFC 6750
 * @param body    JSON in the form of a GraphQL error
 */
public record Refusal(int status, Map<String, String> headers, String body) {
  /** The answer to what went wrong. */
  public static Refusal of(AuthenticationException refusal) {
    return refusal instanceof AuthenticationServiceException ? unavailable() : unauthorized(refusal);
  }

  private static Refusal unauthorized(AuthenticationException refusal) {
    return new Refusal(
      401,
      Map.of(HttpHeaders.WWW_AUTHENTICATE, challenge(refusal)),
      body("A valid access token is required.", "UNAUTHENTICATED")
    );
  }

  /** RFC 6750: no error code when there was no token. */
  private static String challenge(AuthenticationException refusal) {
    return switch (refusal) {
      case ClaimsChallenge more -> "Bearer error=\"insufficient_claims\", claims=\"" + more.claims() + "\"";
      case OAuth2AuthenticationException _ -> "Bearer error=\"invalid_token\"";
      default -> "Bearer";
    };
  }

  private static Refusal unavailable() {
    return new Refusal(
      503,
      Map.of(HttpHeaders.RETRY_AFTER, "5"),
      body("Access tokens cannot be checked at the moment.", "UNAVAILABLE")
    );
  }

  private static String body(String message, String code) {
    return "{\"errors\":[{\"message\":\"%s\",\"extensions\":{\"code\":\"%s\"}}]}".formatted(message, code);
  }
}
