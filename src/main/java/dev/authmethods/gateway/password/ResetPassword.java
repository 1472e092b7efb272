package dev.authmethods.gateway.password;

import dev.authmethods.gateway.access.DirectoryRole;
import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.change.BrokenRules;
import dev.authmethods.gateway.change.Change;
import dev.authmethods.gateway.change.ChangeInput;
import dev.authmethods.gateway.change.ChangePayload;
import dev.authmethods.gateway.change.ChangeResult;
import dev.authmethods.gateway.change.Match;
import dev.authmethods.gateway.change.Operation;
import dev.authmethods.gateway.change.Parsed;
import dev.authmethods.gateway.change.SecretState;
import dev.authmethods.gateway.change.Written;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.error.OutcomeUnknownError;
import dev.authmethods.gateway.method.NationalCloud;
import dev.authmethods.gateway.method.ObjectId;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.method.UserRef;
import dev.authmethods.gateway.password.PasswordErrors.ApplicationNotAllowedError;
import dev.authmethods.gateway.password.PasswordErrors.NewPasswordRequiredError;
import dev.authmethods.gateway.password.PasswordErrors.PasswordRefusedError;
import dev.authmethods.gateway.password.PasswordErrors.PasswordRefusedReason;
import dev.authmethods.gateway.password.PasswordErrors.PasswordResetFailedError;
import dev.authmethods.gateway.refusal.ExternalUserError;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Resets a password. Source: https://learn.microsoft.com/graph/api/authenticationmethod-resetpassword
 *
 * @param newPassword  null to have one made up
 * @param isForbidden  whether the request would come from an application
 */
record ResetPassword(
  Input input,
  @Nullable NewPassword newPassword,
  boolean isForbidden,
  EntraPasswords methods
) implements Change<UserPassword> {
  /**
   * Another sending would make another password. Source of the roles:
   * https://learn.microsoft.com/entra/identity/role-based-access-control/privileged-roles-permissions#who-can-reset-passwords
   */
  static final Operation OPERATION = Operation.write("resetPassword", OwnError.class, EntraPasswords.WRITE)
    .by(
      List.of(
        DirectoryRole.PASSWORD_ADMINISTRATOR,
        DirectoryRole.HELPDESK_ADMINISTRATOR,
        DirectoryRole.AUTHENTICATION_ADMINISTRATOR,
        DirectoryRole.PRIVILEGED_AUTHENTICATION_ADMINISTRATOR
      )
    )
    .alsoAnswering(List.of(ExternalUserError.class))
    .notIn(NationalCloud.CHINA_21VIANET)
    .notOnOwnAccount()
    .byObjectId()
    .neverSentAgain()
    .withSecret();

  /** How long Microsoft may work on a request. Source: https://learn.microsoft.com/graph/api/resources/authenticationmethods-overview */
  private static final Duration UPSTREAM_CAP = Duration.ofSeconds(60);

  /** The errors of this mutation other than the shared ones. */
  sealed interface OwnError
    extends ExpectedError
    permits NewPasswordRequiredError, PasswordRefusedError, PasswordResetFailedError, ApplicationNotAllowedError {}

  record Input(
    UserRef user,
    @Nullable String newPassword,
    int waitSeconds,
    boolean validateOnly,
    @Nullable String idempotencyKey,
    @Nullable String clientMutationId
  ) implements ChangeInput {
    <C> Parsed<C> parse(Function<@Nullable NewPassword, C> change) {
      return newPassword == null
        ? Parsed.valid(change.apply(null))
        : NewPassword.parse(newPassword).map(password -> change.apply(password));
    }

    Duration patience() {
      return Duration.ofSeconds(waitSeconds);
    }

    /** Without the password: it must not reach a log. */
    @Override
    public String toString() {
      return "Input";
    }
  }

  /**
   * The payload.
   *
   * @param isGiven whether the client gave the password
   */
  record Payload(ChangeResult<UserPassword> result, boolean isGiven) implements ChangePayload {
    /** The reset on its way; null when nothing was reset, or when it cannot be followed. */
    public @Nullable PasswordResetOperation operation() {
      return result.method() == null ? null : result.method().operation();
    }

    /** The password that Microsoft made up, shown once. */
    public @Nullable String generatedPassword() {
      return result.secret() == null ? null : result.secret().value();
    }

    /** The state of the password; null when nothing was reset. */
    public @Nullable SecretState passwordState() {
      return isGiven && result.isMade() ? SecretState.GIVEN : result.secretState();
    }
  }

  @Override
  public List<String> arguments() {
    return newPassword == null ? List.of() : List.of(newPassword.value());
  }

  @Override
  public List<ApplicationNotAllowedError> accessErrors() {
    return isForbidden ? List.of(new ApplicationNotAllowedError(List.of())) : List.of();
  }

  @Override
  public List<? extends ExpectedError> stateErrors(List<UserPassword> existing) {
    return BrokenRules.of(signsInHere(existing), passwordIsGiven(existing));
  }

  /** Another tenant has the password of an external user. Source: https://learn.microsoft.com/entra/external-id/what-is-b2b */
  static Optional<ExternalUserError> signsInHere(List<UserPassword> existing) {
    return existing.stream().anyMatch(UserPassword::isExternal)
      ? Optional.of(new ExternalUserError(ChangeInput.USER))
      : Optional.empty();
  }

  /**
   * Microsoft makes up no password for a user of an on-premises directory. Source:
   * https://learn.microsoft.com/graph/api/authenticationmethod-resetpassword
   */
  private Optional<NewPasswordRequiredError> passwordIsGiven(List<UserPassword> existing) {
    return newPassword == null && existing.stream().anyMatch(UserPassword::isSynced)
      ? Optional.of(new NewPasswordRequiredError(NewPassword.PATH))
      : Optional.empty();
  }

  /** Somebody has changed the password: whether this reset was made too nobody can tell, since nobody can read passwords. */
  @Override
  public List<OutcomeUnknownError> conflictErrors(List<UserPassword> existing) {
    return List.of(new OutcomeUnknownError(List.of(), null));
  }

  /** No other part of the input is left to refuse than the password. */
  @Override
  public List<? extends ExpectedError> refusalErrors(EntraFailure.Refused refused) {
    return refused.isBadRequest() && newPassword != null
      ? List.of(new PasswordRefusedError(NewPassword.PATH, PasswordRefusedReason.REFUSED_UPSTREAM))
      : Change.super.refusalErrors(refused);
  }

  @Override
  public String subject() {
    return "PASSWORD";
  }

  @Override
  public Optional<UserPassword> find(List<UserPassword> existing) {
    return existing.stream().findFirst();
  }

  @Override
  public String fingerprint(UserPassword password) {
    return String.valueOf(password.lastChange());
  }

  @Override
  public Match match(List<UserPassword> existing) {
    return match(existing, null);
  }

  /**
   * The time of the last change says that a password was set, not which: it counts as this one only while this one could be set. It is
   * in whole seconds.
   */
  @Override
  public Match match(List<UserPassword> existing, @Nullable Instant sentAt) {
    var lastChange = find(existing).map(UserPassword::lastChange);
    if (sentAt == null || lastChange.isEmpty()) {
      return Match.NO;
    }
    var changed = lastChange.get().toInstant();
    return Match.of(
      !changed.isBefore(sentAt.truncatedTo(ChronoUnit.SECONDS)) && !changed.isAfter(sentAt.plus(UPSTREAM_CAP))
    );
  }

  /** A time that is as before is the time of another change. */
  @Override
  public boolean replacesMethod() {
    return true;
  }

  /** Microsoft Graph carries a reset out some time after it has accepted it. */
  @Override
  public List<Duration> lateChangeDelays() {
    return Collections.nCopies(input.waitSeconds(), Duration.ofSeconds(1));
  }

  @Override
  public Written<UserPassword> write(RequestContext call, UserKey user) {
    var accepted = methods.reset(call, (ObjectId) user, newPassword);
    var operation = accepted.operation();
    var latest = operation == null ? null : methods.polling().follow(call, operation, input.patience());
    return latest != null && latest.isFailed()
      ? Written.failed(failed(latest))
      : Written.of(UserPassword.reset(user, latest), accepted.generated());
  }

  /** The reset of an earlier request may have ended since. */
  @Override
  public ChangeResult<UserPassword> refreshed(RequestContext call, ChangeResult<UserPassword> earlier) {
    var operation = earlier.method() == null ? null : earlier.method().operation();
    if (operation == null || operation.isFinished()) {
      return earlier;
    }
    var polling = methods.polling();
    var latest = polling.follow(call, polling.look(call, operation), input.patience());
    var user = Objects.requireNonNull(earlier.user());
    return latest.isFailed()
      ? ChangeResult.<UserPassword>unchanged(user, List.of(failed(latest))).asReplayed()
      : earlier.withMethod(UserPassword.reset(user, latest));
  }

  private static PasswordResetFailedError failed(PasswordResetOperation operation) {
    return new PasswordResetFailedError(List.of(), operation.upstreamDetail());
  }

  /** Without the password: it must not reach a log. */
  @Override
  public String toString() {
    return "ResetPassword";
  }
}
