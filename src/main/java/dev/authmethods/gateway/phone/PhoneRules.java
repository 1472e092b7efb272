package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.error.InvalidPhoneNumberError;
import dev.authmethods.gateway.error.InvalidPhoneNumberReason;
import dev.authmethods.gateway.error.MobilePhoneRequiredError;
import dev.authmethods.gateway.error.MobilePhoneStillNeededError;
import dev.authmethods.gateway.error.PhoneMethodNotFoundError;
import dev.authmethods.gateway.error.PhoneTypeAlreadyRegisteredError;
import dev.authmethods.gateway.error.PhoneTypeRequiredError;
import dev.authmethods.gateway.error.SmsSignInNotAllowedError;
import dev.authmethods.gateway.error.SmsSignInNotAllowedReason;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.PhoneType;
import dev.authmethods.gateway.method.SmsSignInState;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The documented rules of phones, each a pure function from what is asked and what the user has to the error it breaks by; empty
 * when it is kept. Who may do it, {@link AccessPolicy} knows.
 */
final class PhoneRules {

  static final List<String> USER = List.of("input", "user");
  static final List<String> NUMBER = List.of("input", "phoneNumber");
  static final List<String> TYPE = List.of("input", "phoneType");
  static final List<String> KEY = List.of("input", "idempotencyKey");

  private PhoneRules() {}

  // The shape of the input.

  /** A number has the form {@code +{country code} {number}x{extension}}. Source: Create phoneMethod, Update phoneMethod. */
  static Optional<InvalidPhoneNumberError> numberHasTheForm(String number) {
    return switch (PhoneNumber.read(number)) {
      case PhoneNumber.Accepted _ -> Optional.empty();
      case PhoneNumber.Rejected(var reason, var suggestion, var invisible) -> Optional.of(
        new InvalidPhoneNumberError(NUMBER, reason, suggestion, invisible)
      );
    };
  }

  /** Microsoft refused a number whose form is right and that no other rule forbids. */
  static InvalidPhoneNumberError numberIsRefused() {
    return new InvalidPhoneNumberError(NUMBER, InvalidPhoneNumberReason.REFUSED_UPSTREAM, null, null);
  }

  /** A phone has a type. Source: Create phoneMethod, which requires both properties. */
  static Optional<PhoneTypeRequiredError> typeIsGiven(@Nullable PhoneType type) {
    return type == null ? Optional.of(new PhoneTypeRequiredError(TYPE)) : Optional.empty();
  }

  // What the user has now.

  /** A user has at most one phone of each type. Source: Create phoneMethod. */
  static Optional<PhoneTypeAlreadyRegisteredError> onePhoneOfEachType(PhoneType type, List<PhoneMethod> held) {
    return find(type, held).map(existing -> new PhoneTypeAlreadyRegisteredError(TYPE, existing, null));
  }

  /** The same, for a number. */
  static Optional<PhoneTypeAlreadyRegisteredError> onePhoneOfEachType(
    PhoneType type,
    String number,
    List<PhoneMethod> held
  ) {
    return find(type, held).map(existing ->
      new PhoneTypeAlreadyRegisteredError(TYPE, existing, isSame(number, existing))
    );
  }

  private static @Nullable Boolean isSame(String number, PhoneMethod existing) {
    return switch (likeness(number, existing)) {
      case SAME -> true;
      case SAME_WHERE_SHOWN -> null;
      case OTHER -> mayBe(number, existing) ? null : Boolean.FALSE;
    };
  }

  /** Where too little is shown of it to say. */
  private static boolean mayBe(String number, PhoneMethod existing) {
    return (
      PhoneNumber.read(number) instanceof PhoneNumber.Accepted(var accepted) && accepted.mayBe(existing.phoneNumber())
    );
  }

  /** What the phone of a type that is held is to a number. */
  static PhoneNumber.Likeness likeness(PhoneType type, String number, List<PhoneMethod> held) {
    return find(type, held)
      .map(phone -> likeness(number, phone))
      .orElse(PhoneNumber.Likeness.OTHER);
  }

  private static PhoneNumber.Likeness likeness(String number, PhoneMethod phone) {
    return PhoneNumber.read(number) instanceof PhoneNumber.Accepted(var accepted)
      ? accepted.to(phone.phoneNumber())
      : PhoneNumber.Likeness.OTHER;
  }

  /** What can be seen whole. */
  static PhoneNumber.Likeness sure(boolean same) {
    return same ? PhoneNumber.Likeness.SAME : PhoneNumber.Likeness.OTHER;
  }

  /** A mobile phone comes before an alternate mobile phone. Source: Create phoneMethod. */
  static Optional<MobilePhoneRequiredError> mobileBeforeAlternateMobile(PhoneType type, List<PhoneMethod> held) {
    return type == PhoneType.ALTERNATE_MOBILE && find(PhoneType.MOBILE, held).isEmpty()
      ? Optional.of(new MobilePhoneRequiredError(TYPE))
      : Optional.empty();
  }

  /** Only a phone that the user has can be changed or deleted. */
  static Optional<PhoneMethodNotFoundError> phoneIsHeld(PhoneType type, List<PhoneMethod> held) {
    return find(type, held).isPresent()
      ? Optional.empty()
      : Optional.of(new PhoneMethodNotFoundError(TYPE, types(held)));
  }

  /** The mobile phone goes after the alternate mobile phone. Source: Delete phoneAuthenticationMethod. */
  static Optional<MobilePhoneStillNeededError> mobileAfterAlternateMobile(PhoneType type, List<PhoneMethod> held) {
    return type == PhoneType.MOBILE
      ? find(PhoneType.ALTERNATE_MOBILE, held).map(dependent -> new MobilePhoneStillNeededError(TYPE, dependent))
      : Optional.empty();
  }

  /** Only a mobile phone signs in by text message. Source: phoneAuthenticationMethod: enableSmsSignIn. */
  static Optional<SmsSignInNotAllowedError> smsSignInIsForMobiles(PhoneType type) {
    return type == PhoneType.MOBILE
      ? Optional.empty()
      : Optional.of(new SmsSignInNotAllowedError(TYPE, SmsSignInNotAllowedReason.NOT_A_MOBILE_PHONE));
  }

  /** The policy allows it, and the number is nobody else's to sign in with. Source: as above. */
  static Optional<SmsSignInNotAllowedError> smsSignInIsAllowed(PhoneType type, List<PhoneMethod> held) {
    return find(type, held)
      .map(PhoneMethod::smsSignInState)
      .map(PhoneRules::notAllowed)
      .map(reason -> new SmsSignInNotAllowedError(TYPE, reason));
  }

  private static @Nullable SmsSignInNotAllowedReason notAllowed(SmsSignInState state) {
    return switch (state) {
      case NOT_ALLOWED_BY_POLICY -> SmsSignInNotAllowedReason.NOT_ALLOWED_BY_POLICY;
      case PHONE_NUMBER_NOT_UNIQUE -> SmsSignInNotAllowedReason.PHONE_NUMBER_NOT_UNIQUE;
      case NOT_SUPPORTED -> SmsSignInNotAllowedReason.NOT_A_MOBILE_PHONE;
      case NOT_ENABLED, READY, NOT_CONFIGURED, UNKNOWN -> null;
    };
  }

  static Optional<PhoneMethod> find(PhoneType type, List<PhoneMethod> held) {
    return held
      .stream()
      .filter(phone -> phone.phoneType() == type)
      .findFirst();
  }

  private static List<PhoneType> types(List<PhoneMethod> held) {
    return held.stream().map(PhoneMethod::phoneType).filter(Objects::nonNull).toList();
  }
}
