package dev.authmethods.gateway.password;

import dev.authmethods.gateway.entra.Json;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/**
 * A reset that Microsoft Graph has accepted, as far as it is. Source: https://learn.microsoft.com/graph/api/longrunningoperation-get
 *
 * @param upstreamDetail    Microsoft's code for the result; null when it gave none
 * @param pollAfterSeconds  when to ask again; null when it will not change any more
 */
record PasswordResetOperation(
  OperationAddress address,
  OperationStatus status,
  @Nullable OffsetDateTime createdDateTime,
  @Nullable OffsetDateTime lastActionDateTime,
  @Nullable String upstreamDetail,
  @Nullable Double pollAfterSeconds
) {
  private static final double POLL_AFTER_SECONDS = 1;
  private static final Pattern SECONDS = Pattern.compile("[1-9]\\d{0,3}");

  /** A code, never a text: a text could name people. */
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.-]{1,100}");

  /**
   * An operation of which nothing is known but that Microsoft Graph has accepted it.
   *
   * @param retryAfter the header of the answer; null when it has none
   */
  static PasswordResetOperation accepted(OperationAddress address, @Nullable String retryAfter) {
    var isGiven = retryAfter != null && SECONDS.matcher(retryAfter).matches();
    var wait = isGiven ? Double.parseDouble(retryAfter) : POLL_AFTER_SECONDS;
    return new PasswordResetOperation(address, OperationStatus.RUNNING, null, null, null, wait);
  }

  /** Reads an answer of Microsoft Graph. The sample of its page has a time that is none. */
  static PasswordResetOperation read(OperationAddress address, JsonParser in) {
    var properties = Json.properties(in);
    var status = OperationStatus.of(Json.understood(properties.text("status")));
    return new PasswordResetOperation(
      address,
      status,
      properties.moment("createdDateTime"),
      properties.moment("lastActionDateTime"),
      code(properties.text("statusDetail")),
      status.isFinal() ? null : POLL_AFTER_SECONDS
    );
  }

  private static @Nullable String code(@Nullable String detail) {
    return detail != null && CODE.matcher(detail).matches() ? detail : null;
  }

  /** Whether it will not change any more. */
  public boolean isFinished() {
    return status.isFinal();
  }

  /** How long to wait before asking again. */
  Duration pollAfter() {
    return Duration.ofMillis(pollAfterSeconds == null ? 0 : Math.round(pollAfterSeconds * 1_000));
  }

  /** Whether Microsoft Graph has not carried the reset out, and will not. */
  boolean isFailed() {
    return status == OperationStatus.FAILED;
  }
}
