package dev.authmethods.gateway.accesspass;

import dev.authmethods.gateway.error.ErrorCategory;
import dev.authmethods.gateway.error.ErrorInfo;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The errors of Temporary Access Passes, as the schema has them. Each names the mutations that can answer it. */
final class AccessPassErrors {

  private AccessPassErrors() {}

  /** The user has a pass that is still good, or will be. */
  @ErrorInfo(category = ErrorCategory.CONFLICT)
  record AccessPassExistsError(
    List<String> path,
    TemporaryAccessPassMethod existingTemporaryAccessPass
  ) implements CreateAccessPass.OwnError {}

  /** The user has no pass. */
  @ErrorInfo(category = ErrorCategory.NOT_FOUND)
  record AccessPassNotFoundError(List<String> path) implements DeleteAccessPass.OwnError {}

  /**
   * Somebody else created or deleted the user's pass at the same time.
   *
   * @param currentTemporaryAccessPass the pass as it is now; null when there is none
   */
  @ErrorInfo(category = ErrorCategory.CONFLICT)
  record AccessPassChangedError(
    List<String> path,
    @Nullable TemporaryAccessPassMethod currentTemporaryAccessPass
  ) implements CreateAccessPass.OwnError, DeleteAccessPass.OwnError {}

  /** The policy does not allow a pass of this lifetime; the bounds are null when the gateway may not read the policy. */
  @ErrorInfo(category = ErrorCategory.INVALID_INPUT)
  record AccessPassLifetimeError(
    List<String> path,
    @Nullable Integer minimumLifetimeInMinutes,
    @Nullable Integer maximumLifetimeInMinutes
  ) implements CreateAccessPass.OwnError {
    @Override
    public String messageKey() {
      return code() + (minimumLifetimeInMinutes == null || maximumLifetimeInMinutes == null ? "" : ".BOUNDS");
    }

    @Override
    public List<Object> messageArguments() {
      return minimumLifetimeInMinutes == null || maximumLifetimeInMinutes == null
        ? List.of()
        : List.of(minimumLifetimeInMinutes, maximumLifetimeInMinutes);
    }
  }

  /** A pass cannot begin in the past. */
  @ErrorInfo(category = ErrorCategory.INVALID_INPUT)
  record AccessPassStartError(List<String> path, OffsetDateTime earliest) implements CreateAccessPass.OwnError {}

  /** The policy allows only passes that can be used once. */
  @ErrorInfo(category = ErrorCategory.INVALID_INPUT)
  record AccessPassMultiUseNotAllowedError(List<String> path) implements CreateAccessPass.OwnError {}
}
