package dev.authmethods.sandbox.login;

import dev.authmethods.sandbox.http.HttpReply;
import dev.authmethods.sandbox.http.JsonTree;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The token endpoint's refusal (Microsoft identity platform: OAuth 2.0 On-Behalf-Of flow, error response). */
final class LoginError extends RuntimeException {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'").withZone(
    ZoneOffset.UTC
  );

  private final int status;
  private final String error;
  private final int code;
  private final String text;
  private final @Nullable String claims;

  private LoginError(int status, String error, int code, String text, @Nullable String claims) {
    super(error, null, false, false);
    this.status = status;
    this.error = error;
    this.code = code;
    this.text = text;
    this.claims = claims;
  }

  static LoginError invalidRequest(int code, String text) {
    return new LoginError(400, "invalid_request", code, text, null);
  }

  static LoginError invalidGrant(int code, String text) {
    return new LoginError(400, "invalid_grant", code, text, null);
  }

  static LoginError invalidClient(int code, String text) {
    return new LoginError(401, "invalid_client", code, text, null);
  }

  static LoginError invalidScope(String scope) {
    var text = "The provided value for the input parameter 'scope' is not valid: " + scope + ".";
    return new LoginError(400, "invalid_scope", 70011, text, null);
  }

  static LoginError of(int status, String error, int code, String text) {
    return new LoginError(status, error, code, text, null);
  }

  /** Asks for more than was shown at sign-in, with the claims that the next token must bring. */
  static LoginError interactionRequired(String claims) {
    var text = "Due to a configuration change made by your administrator, you must use multi-factor authentication.";
    return new LoginError(400, "interaction_required", 50079, text, claims);
  }

  /**
   * A refusal that Entra documents under this number, as it would answer it.
   *
   * @param error the error of OAuth 2.0, if it differs from the usual one
   */
  static LoginError numbered(int number, @Nullable String error) {
    var usual = switch (number) {
      case 7000215, 7000222, 7000218, 700024, 700027, 700021, 700023, 700211, 700212, 700213, 50027 -> "invalid_client";
      case 700016, 7000112 -> "unauthorized_client";
      case 90002, 90094, 900382 -> "invalid_request";
      case 500011, 500014, 650057 -> "invalid_resource";
      case 70011 -> "invalid_scope";
      case 50072, 50074, 50076, 50078, 50079, 50158 -> "interaction_required";
      case 53000, 53001, 53002, 53003, 53004, 530003 -> "interaction_required";
      case 90033, 90025 -> "temporarily_unavailable";
      default -> "invalid_grant";
    };
    var answered = error == null ? usual : error;
    var status = answered.equals("invalid_client") ? 401 : answered.equals("temporarily_unavailable") ? 503 : 400;
    return new LoginError(status, answered, number, "Described in the list of error codes.", null);
  }

  String error() {
    return error;
  }

  int status() {
    return status;
  }

  /** The text for people, with the number and what support asks for. */
  String description(String correlationId) {
    return description(UUID.randomUUID().toString(), correlationId, TIME.format(Instant.now()));
  }

  HttpReply reply(String correlationId) {
    var traceId = UUID.randomUUID().toString();
    var now = TIME.format(Instant.now());
    var json = JsonTree.object()
      .put("error", error)
      .put("error_description", description(traceId, correlationId, now));
    json.putArray("error_codes").add(code);
    json.put("timestamp", now).put("trace_id", traceId).put("correlation_id", correlationId);
    if (claims != null) {
      json.put("claims", claims);
    }
    return HttpReply.json(status, json);
  }

  private String description(String traceId, String correlationId, String now) {
    var ids = " Trace ID: " + traceId + " Correlation ID: " + correlationId + " Timestamp: " + now;
    return "AADSTS" + code + ": " + text + ids;
  }
}
