package dev.authmethods.gateway.email;

import dev.authmethods.gateway.change.ChangeInput;
import dev.authmethods.gateway.change.Match;
import dev.authmethods.gateway.change.Parsed;
import dev.authmethods.gateway.email.EmailErrors.InvalidEmailAddressError;
import dev.authmethods.gateway.email.EmailErrors.InvalidEmailAddressReason;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.method.EmailMethod;
import dev.authmethods.gateway.method.UserRef;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A change that gives a user an address. */
interface AddressChange extends EmailChange {
  EmailAddress address();

  /** The input of every such mutation. */
  record Input(
    UserRef user,
    String emailAddress,
    boolean validateOnly,
    @Nullable String idempotencyKey,
    @Nullable String clientMutationId
  ) implements ChangeInput {
    <C> Parsed<C> parse(Function<EmailAddress, C> change) {
      return EmailAddress.parse(emailAddress).map(change);
    }

    /** Without the address: it must not reach a log. */
    @Override
    public String toString() {
      return "Input";
    }
  }

  /** Upper and lower case are the same address. */
  @Override
  default List<String> arguments() {
    return List.of(newValue());
  }

  @Override
  default String newValue() {
    return address().value().toLowerCase(Locale.ROOT);
  }

  @Override
  default Match match(List<EmailMethod> existing) {
    return find(existing)
      .map(email -> address().to(email.emailAddress()))
      .orElse(Match.NO);
  }

  /** No other part of the input is left to refuse than the address. */
  @Override
  default List<? extends ExpectedError> refusalErrors(EntraFailure.Refused refused) {
    return refused.isBadRequest()
      ? List.of(new InvalidEmailAddressError(EmailAddress.PATH, InvalidEmailAddressReason.REFUSED_UPSTREAM))
      : EmailChange.super.refusalErrors(refused);
  }
}
