package dev.authmethods.sandbox.behaviour;

import java.time.Duration;
import java.util.List;

/**
 * The choices about resets of passwords, all of them unverified.
 *
 * @param stepMs how long, in milliseconds, an operation is not started; it runs for as long after that
 * @param retryAfterSeconds the {@code Retry-After} of the answer; 0 leaves it out
 * @param hasLocation whether the answer says where its operation is
 * @param requiresRoutingParameters whether an operation is found only with the query of its {@code Location}
 * @param listOperations whether the operations of a user can be listed
 * @param statusCase how an operation spells its status
 * @param malformedCreatedDateTime whether {@code createdDateTime} is written as in the sample of the page, which is no valid time
 * @param failure the detail that operations fail with; they succeed when it is empty
 * @param success the detail of an operation that succeeded
 * @param refusesCurrentPassword whether the password that the user has is refused
 * @param bannedPasswords words that no password contains, in any case
 * @param shownAfterMs how long, in milliseconds, readers see the old {@code lastPasswordChangeDateTime}
 */
public record PasswordResetBehaviour(
  long stepMs,
  int retryAfterSeconds,
  boolean hasLocation,
  boolean requiresRoutingParameters,
  boolean listOperations,
  StatusCase statusCase,
  boolean malformedCreatedDateTime,
  String failure,
  String success,
  boolean refusesCurrentPassword,
  List<String> bannedPasswords,
  long shownAfterMs
) {
  static final PasswordResetBehaviour DEFAULT = new PasswordResetBehaviour(
    200,
    0,
    true,
    true,
    false,
    StatusCase.CAMEL,
    false,
    "",
    "ResetSuccess",
    true,
    List.of("contoso", "password"),
    0
  );

  public PasswordResetBehaviour {
    bannedPasswords = List.copyOf(bannedPasswords);
  }

  /** The spelling of a status: {@code notStarted} as in the metadata, or {@code NotStarted} as on older pages. */
  public enum StatusCase {
    CAMEL,
    PASCAL,
  }

  public Duration step() {
    return Duration.ofMillis(stepMs);
  }

  public Duration shownAfter() {
    return Duration.ofMillis(shownAfterMs);
  }
}
