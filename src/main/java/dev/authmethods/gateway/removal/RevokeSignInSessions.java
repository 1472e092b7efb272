package dev.authmethods.gateway.removal;

import dev.authmethods.gateway.access.DirectoryRole;
import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.change.Change;
import dev.authmethods.gateway.change.ChangeInput;
import dev.authmethods.gateway.change.ChangePayload;
import dev.authmethods.gateway.change.ChangeResult;
import dev.authmethods.gateway.change.Match;
import dev.authmethods.gateway.change.Operation;
import dev.authmethods.gateway.change.Written;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.method.UserRef;
import dev.authmethods.gateway.refusal.ExternalUserError;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Ends a user's sign-in sessions. Source: https://learn.microsoft.com/graph/api/user-revokesigninsessions
 *
 * @param asked     the moment of the request
 * @param isOfReset whether the same mutation deletes the user's methods
 */
record RevokeSignInSessions(
  ChangeInput input,
  Instant asked,
  EntraSignInSessions methods,
  boolean isOfReset
) implements Change<SignInSessions> {
  /** Source of the roles: https://learn.microsoft.com/graph/api/user-revokesigninsessions */
  static final Operation OPERATION = Operation.write("revokeSignInSessions", OwnError.class, EntraSignInSessions.WRITE)
    .by(
      List.of(
        DirectoryRole.HELPDESK_ADMINISTRATOR,
        DirectoryRole.USER_ADMINISTRATOR,
        DirectoryRole.AUTHENTICATION_ADMINISTRATOR,
        DirectoryRole.PRIVILEGED_AUTHENTICATION_ADMINISTRATOR
      )
    )
    .alsoAnswering(List.of(ExternalUserError.class));

  /** The date is seen late: some seconds after the answer. */
  private static final List<Duration> LOOKS = List.of(
    Duration.ZERO,
    Duration.ofMillis(500),
    Duration.ofMillis(1_500),
    Duration.ofSeconds(3)
  );

  record Input(
    UserRef user,
    boolean validateOnly,
    @Nullable String idempotencyKey,
    @Nullable String clientMutationId
  ) implements ChangeInput {}

  /** The payload. */
  record Payload(ChangeResult<SignInSessions> result) implements ChangePayload {
    /** The moment before which all sessions are ended; null when they are not, or when it could not be read. */
    public @Nullable OffsetDateTime sessionsValidFrom() {
      return result.method() == null ? null : result.method().validFrom();
    }
  }

  /** This mutation has no errors that no other has. */
  interface OwnError extends ExpectedError {}

  /** Ends the sessions from before now. */
  static RevokeSignInSessions of(ChangeInput input, EntraSignInSessions methods) {
    return new RevokeSignInSessions(input, Instant.now(), methods, false);
  }

  /** The same at the end of a reset. */
  static RevokeSignInSessions ofReset(ChangeInput input, EntraSignInSessions methods) {
    return new RevokeSignInSessions(input, Instant.now(), methods, true);
  }

  @Override
  public List<String> arguments() {
    return List.of();
  }

  @Override
  public List<? extends ExpectedError> stateErrors(List<SignInSessions> existing) {
    return rules(existing);
  }

  /** Another tenant has the sessions of an external user: Microsoft Graph would say yes and end none. */
  static List<ExternalUserError> rules(List<SignInSessions> existing) {
    return existing.stream().anyMatch(SignInSessions::isExternal)
      ? List.of(new ExternalUserError(ChangeInput.USER))
      : List.of();
  }

  /** There is no conflict: sessions that somebody else has ended are ended. */
  @Override
  public List<? extends ExpectedError> conflictErrors(List<SignInSessions> existing) {
    return stateErrors(existing);
  }

  /** A repetition of a reset tries again. */
  @Override
  public boolean mayPass(ExpectedError error) {
    return isOfReset;
  }

  @Override
  public String subject() {
    return "SESSIONS";
  }

  @Override
  public Optional<SignInSessions> find(List<SignInSessions> existing) {
    return existing.stream().findFirst();
  }

  @Override
  public String fingerprint(SignInSessions sessions) {
    return String.valueOf(sessions.validFrom());
  }

  /**
   * Sessions from before the request are ended. The date is in whole seconds: something else can have moved it to the same second
   * just before.
   */
  @Override
  public Match match(List<SignInSessions> existing) {
    var second = asked.truncatedTo(ChronoUnit.SECONDS);
    return Match.of(
      find(existing)
        .map(SignInSessions::validFrom)
        .filter(validFrom -> !validFrom.toInstant().isBefore(second))
        .isPresent()
    );
  }

  /** A date that moved since the gateway read it is as good, also when the clock of Microsoft is behind that of the gateway. */
  @Override
  public boolean isMetByEveryChange() {
    return true;
  }

  @Override
  public List<Duration> looks() {
    return LOOKS;
  }

  @Override
  public Written<SignInSessions> write(RequestContext call, UserKey user) {
    return methods.revoke(call, user);
  }
}
