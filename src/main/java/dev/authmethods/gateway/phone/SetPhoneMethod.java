package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.change.BrokenRules;
import dev.authmethods.gateway.change.Effect;
import dev.authmethods.gateway.change.Operation;
import dev.authmethods.gateway.change.Written;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.method.NationalCloud;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.PhoneType;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.phone.number.PhoneNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives a user a phone of a type, whether there is one already or not: adds it or updates it.
 *
 * @param effect the mutation that it comes down to; null until the gateway has read what the user has
 */
record SetPhoneMethod(
  NumberInput input,
  PhoneNumber number,
  PhoneType type,
  EntraPhoneMethods methods,
  @Nullable Effect effect
) implements NumberChange {
  /** Everything that adding a phone takes, since it can come to that. */
  static final Operation OPERATION = Operation.write("setPhoneMethod", OwnError.class, EntraPhoneMethods.WRITE)
    .notIn(NationalCloud.CHINA_21VIANET)
    .notOnOwnAccount();

  /** The errors of this mutation other than the shared ones. */
  sealed interface OwnError extends ExpectedError permits PhoneErrors.AddingError, PhoneErrors.ExistingPhoneError {}

  @Override
  public SetPhoneMethod resolve(boolean exists) {
    return new SetPhoneMethod(input, number, type, methods, exists ? Effect.UPDATED : Effect.ADDED);
  }

  @Override
  public List<OwnError> stateErrors(List<PhoneMethod> existing) {
    return isUpdate(existing)
      ? BrokenRules.of(PhoneRules.phoneExists(type, existing))
      : BrokenRules.of(
          PhoneRules.onePhoneOfEachType(type, number, existing),
          PhoneRules.mobileBeforeAlternateMobile(type, existing)
        );
  }

  /** A phone that somebody else has added meanwhile forbids nothing: the client did not require a new one. */
  @Override
  public List<OwnError> certainErrors(List<PhoneMethod> existing) {
    return isUpdate(existing)
      ? BrokenRules.of(PhoneRules.phoneExists(type, existing))
      : BrokenRules.of(PhoneRules.mobileBeforeAlternateMobile(type, existing));
  }

  private boolean isUpdate(List<PhoneMethod> existing) {
    return effect == null ? find(existing).isPresent() : effect == Effect.UPDATED;
  }

  @Override
  public Written<PhoneMethod> write(RequestContext call, UserKey user) {
    return switch (effect) {
      case ADDED -> methods.add(call, user, type, number);
      case UPDATED -> methods.update(call, user, type, number);
      case UNCHANGED -> throw new IllegalStateException("Nothing to write");
      case null -> throw new IllegalStateException("Not resolved yet");
    };
  }
}
