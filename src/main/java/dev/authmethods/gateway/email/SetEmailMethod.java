package dev.authmethods.gateway.email;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.change.BrokenRules;
import dev.authmethods.gateway.change.Effect;
import dev.authmethods.gateway.change.Operation;
import dev.authmethods.gateway.change.Written;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.method.EmailMethod;
import dev.authmethods.gateway.method.UserKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives a user an email address, whether there is one already or not: adds it or updates it.
 *
 * @param effect the mutation that it comes down to; null until the gateway has read what the user has
 */
record SetEmailMethod(
  Input input,
  EmailAddress address,
  EntraEmailMethods methods,
  @Nullable Effect effect
) implements AddressChange {
  static final Operation OPERATION = EntraEmailMethods.write("setEmailMethod", OwnError.class).notOnOwnAccount();

  /** The errors of this mutation other than the shared ones. */
  sealed interface OwnError
    extends ExpectedError
    permits
      EmailErrors.InvalidEmailAddressError,
      EmailErrors.EmailMethodAlreadyRegisteredError,
      EmailErrors.ExistingEmailError {}

  @Override
  public SetEmailMethod resolve(boolean exists) {
    return new SetEmailMethod(input, address, methods, exists ? Effect.UPDATED : Effect.ADDED);
  }

  @Override
  public List<OwnError> stateErrors(List<EmailMethod> existing) {
    if (effect == null) {
      return List.of();
    }
    return effect == Effect.UPDATED
      ? BrokenRules.of(EmailChange.emailMethodExists(existing))
      : BrokenRules.of(EmailChange.oneEmailMethod(existing, address));
  }

  /** An address that somebody else has added meanwhile forbids nothing: the client did not require a new one. */
  @Override
  public List<OwnError> certainErrors(List<EmailMethod> existing) {
    return effect == Effect.UPDATED ? BrokenRules.of(EmailChange.emailMethodExists(existing)) : List.of();
  }

  @Override
  public Written<EmailMethod> write(RequestContext call, UserKey user) {
    return switch (effect) {
      case ADDED -> methods.add(call, user, address);
      case UPDATED -> methods.update(call, user, address);
      case UNCHANGED -> throw new IllegalStateException("Nothing to write");
      case null -> throw new IllegalStateException("Not resolved yet");
    };
  }
}
