package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.error.AddPhoneMethodError;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.PhoneType;
import java.util.Arrays;
import java.util.List;

/** Whether a phone of one type may be added to a user now. */
record PhoneEligibility(PhoneType phoneType, List<AddPhoneMethodError> blockedBy, boolean isRoleListed) {
  /** For every type, by the rules of {@code addPhoneMethod}: of the state only when nothing stands against the caller. */
  static List<PhoneEligibility> of(List<PhoneMethod> held, List<AddPhoneMethodError> standing, boolean isRoleListed) {
    return Arrays.stream(PhoneType.values())
      .map(type ->
        new PhoneEligibility(type, standing.isEmpty() ? AddPhone.canAdd(type, held) : standing, isRoleListed)
      )
      .toList();
  }

  /** True when no rule stands against a well-formed number of this type. */
  public boolean canAdd() {
    return blockedBy.isEmpty();
  }
}
