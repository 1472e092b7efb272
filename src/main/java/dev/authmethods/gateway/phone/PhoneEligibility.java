package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.PhoneType;
import java.util.Arrays;
import java.util.List;

/** Whether a phone of one type may be added to a user now. */
record PhoneEligibility(PhoneType phoneType, List<ExpectedError> blockedBy, boolean isRoleListed) {
  /** For every type, by the rules of {@code addPhoneMethod}: of the state only when nothing stands against the caller. */
  static List<PhoneEligibility> of(List<PhoneMethod> existing, List<ExpectedError> accessErrors, boolean isRoleListed) {
    return Arrays.stream(PhoneType.values())
      .map(type -> new PhoneEligibility(type, blockedBy(type, existing, accessErrors), isRoleListed))
      .toList();
  }

  private static List<ExpectedError> blockedBy(
    PhoneType type,
    List<PhoneMethod> existing,
    List<ExpectedError> accessErrors
  ) {
    return accessErrors.isEmpty() ? List.copyOf(AddPhoneMethod.stateErrors(type, existing)) : accessErrors;
  }

  /** True when no rule stands against a well-formed number of this type. */
  public boolean canAdd() {
    return blockedBy.isEmpty();
  }
}
