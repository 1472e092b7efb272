package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.change.ChangeInput;
import dev.authmethods.gateway.change.Parsed;
import dev.authmethods.gateway.method.PhoneType;
import dev.authmethods.gateway.method.UserRef;
import dev.authmethods.gateway.phone.number.PhoneNumber;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The input of the mutations that give a phone a number. */
record NumberInput(
  UserRef user,
  String phoneNumber,
  @Nullable PhoneType phoneType,
  boolean validateOnly,
  @Nullable String idempotencyKey,
  @Nullable String clientMutationId
) implements ChangeInput {
  <C> Parsed<C> parse(BiFunction<PhoneNumber, PhoneType, C> change) {
    return PhoneRules.numberHasTheForm(phoneNumber).and(PhoneRules.typeIsGiven(phoneType), change);
  }

  /** Without the number: it must not reach a log. */
  @Override
  public String toString() {
    return "NumberInput[" + phoneType + "]";
  }
}
