package dev.authmethods.gateway.email;

import dev.authmethods.gateway.change.BrokenRules;
import dev.authmethods.gateway.change.Change;
import dev.authmethods.gateway.change.ChangeInput;
import dev.authmethods.gateway.email.EmailErrors.EmailMethodAlreadyRegisteredError;
import dev.authmethods.gateway.email.EmailErrors.EmailMethodChangedError;
import dev.authmethods.gateway.email.EmailErrors.EmailMethodNotFoundError;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.method.EmailMethod;
import dev.authmethods.gateway.method.UserKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A change of a user's email address, of which there is at most one. */
interface EmailChange extends Change<EmailMethod> {
  @Override
  EntraEmailMethods methods();

  @Override
  default List<? extends ExpectedError> stateErrors(List<EmailMethod> existing) {
    return BrokenRules.of(emailMethodExists(existing));
  }

  @Override
  default List<String> arguments() {
    return List.of();
  }

  @Override
  default String subject() {
    return "EMAIL";
  }

  @Override
  default Optional<EmailMethod> find(List<EmailMethod> existing) {
    return existing.stream().findFirst();
  }

  @Override
  default String fingerprint(EmailMethod email) {
    return methods().fingerprint(email);
  }

  @Override
  default @Nullable EmailMethod expected(UserKey user) {
    return new EmailMethod(user, EmailMethod.METHOD_ID, null, null);
  }

  /** The address is gone, or is another than before. */
  @Override
  default List<? extends ExpectedError> conflictErrors(List<EmailMethod> existing) {
    var changed = find(existing).map(email -> new EmailMethodChangedError(ChangeInput.USER, email));
    return Stream.<ExpectedError>concat(certainErrors(existing).stream(), changed.stream()).limit(1).toList();
  }

  /**
   * A user has at most one email address. Source: https://learn.microsoft.com/graph/api/authentication-post-emailmethods
   *
   * @param address the address to add; null when it is not known yet
   */
  static Optional<EmailMethodAlreadyRegisteredError> oneEmailMethod(
    List<EmailMethod> existing,
    @Nullable EmailAddress address
  ) {
    return existing
      .stream()
      .findFirst()
      .map(email -> new EmailMethodAlreadyRegisteredError(ChangeInput.USER, email, isSame(email, address)));
  }

  private static @Nullable Boolean isSame(EmailMethod email, @Nullable EmailAddress address) {
    return address == null
      ? null
      : switch (address.to(email.emailAddress())) {
          case YES -> Boolean.TRUE;
          case NO -> Boolean.FALSE;
          case AS_FAR_AS_SHOWN, HIDDEN -> null;
        };
  }

  /** Only an address that the user has can be changed or deleted. */
  static Optional<EmailMethodNotFoundError> emailMethodExists(List<EmailMethod> existing) {
    return existing.isEmpty() ? Optional.of(new EmailMethodNotFoundError(ChangeInput.USER)) : Optional.empty();
  }
}
