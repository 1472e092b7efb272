package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.change.ChangeInput;
import dev.authmethods.gateway.change.Parsed;
import dev.authmethods.gateway.method.PhoneType;
import dev.authmethods.gateway.method.UserRef;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The input of the mutations that name a phone by its type and give it no number. */
record PhoneInput(
  UserRef user,
  @Nullable PhoneType phoneType,
  boolean validateOnly,
  @Nullable String idempotencyKey,
  @Nullable String clientMutationId
) implements ChangeInput {
  <C> Parsed<C> parse(Function<PhoneType, C> change) {
    return PhoneRules.typeIsGiven(phoneType).map(change);
  }
}
