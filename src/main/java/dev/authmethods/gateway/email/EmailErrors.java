package dev.authmethods.gateway.email;

import dev.authmethods.gateway.error.ErrorCategory;
import dev.authmethods.gateway.error.ErrorInfo;
import dev.authmethods.gateway.method.EmailMethod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The errors of email addresses, as the schema has them. Each names the mutations that can answer it. */
final class EmailErrors {

  private EmailErrors() {}

  /** The errors of the mutations that change or delete the address that the user has. */
  sealed interface ExistingEmailError
    extends SetEmailMethod.OwnError, UpdateEmailMethod.OwnError, DeleteEmailMethod.OwnError
    permits EmailMethodNotFoundError, EmailMethodChangedError {}

  /** The reason why an email address is invalid. */
  enum InvalidEmailAddressReason {
    MISSING_AT,
    INVALID_LOCAL_PART,
    INVALID_DOMAIN,
    TOO_LONG,
    REFUSED_UPSTREAM,
  }

  /** The text is no address that can be registered. */
  @ErrorInfo(category = ErrorCategory.INVALID_INPUT)
  record InvalidEmailAddressError(
    List<String> path,
    InvalidEmailAddressReason emailAddressReason
  ) implements AddEmailMethod.OwnError, SetEmailMethod.OwnError, UpdateEmailMethod.OwnError {
    @Override
    public String messageKey() {
      return code() + "." + emailAddressReason;
    }
  }

  /**
   * The user has an email address already.
   *
   * @param sameAddress whether it is the address of the request; null when there is none, or a part of it is masked
   */
  @ErrorInfo(category = ErrorCategory.CONFLICT)
  record EmailMethodAlreadyRegisteredError(
    List<String> path,
    EmailMethod existingEmailMethod,
    @Nullable Boolean sameAddress
  ) implements AddEmailMethod.OwnError, SetEmailMethod.OwnError {}

  /** The user has no email address. */
  @ErrorInfo(category = ErrorCategory.NOT_FOUND)
  record EmailMethodNotFoundError(List<String> path) implements ExistingEmailError {}

  /** Somebody else changed the email address at the same time. */
  @ErrorInfo(category = ErrorCategory.CONFLICT)
  record EmailMethodChangedError(List<String> path, EmailMethod currentEmailMethod) implements ExistingEmailError {}
}
