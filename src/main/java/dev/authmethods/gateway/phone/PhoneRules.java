package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.change.Parsed;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.PhoneType;
import dev.authmethods.gateway.method.SmsSignInState;
import dev.authmethods.gateway.phone.PhoneErrors.InvalidPhoneNumberError;
import dev.authmethods.gateway.phone.PhoneErrors.MobilePhoneRequiredError;
import dev.authmethods.gateway.phone.PhoneErrors.PhoneMethodNotFoundError;
import dev.authmethods.gateway.phone.PhoneErrors.PhoneTypeAlreadyRegisteredError;
import dev.authmethods.gateway.phone.PhoneErrors.PhoneTypeRequiredError;
import dev.authmethods.gateway.phone.PhoneErrors.SmsSignInNotAllowedError;
import dev.authmethods.gateway.phone.PhoneErrors.SmsSignInNotAllowedReason;
import dev.authmethods.gateway.phone.number.InvalidPhoneNumberReason;
import dev.authmethods.gateway.phone.number.PhoneNumber;
import dev.authmethods.gateway.refusal.MobilePhoneStillNeededError;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The documented rules of phones, each a pure function from the request and the user's phones to the error of a broken
 * rule; empty when the rule is kept. {@code AccessPolicy} has the rules about the caller.
 */
final class PhoneRules {

  static final List<String> NUMBER = List.of("input", "phoneNumber");
  static final List<String> TYPE = List.of("input", "phoneType");

  private PhoneRules() {}

  // The input.

  /**
   * A number has the form {@code +{country code} {number}x{extension}}. Source:
   * https://learn.microsoft.com/graph/api/authentication-post-phonemethods
   */
  static Parsed<PhoneNumber> numberHasTheForm(String number) {
    return switch (PhoneNumber.read(number)) {
      case PhoneNumber.Accepted(var accepted) -> Parsed.valid(accepted);
      case PhoneNumber.Rejected(var reason, var suggestion, var invisible) -> Parsed.invalid(
        new InvalidPhoneNumberError(NUMBER, reason, suggestion, invisible)
      );
    };
  }

  /** Microsoft Graph refused a number whose form is right and that no other rule forbids. */
  static InvalidPhoneNumberError numberIsRefused() {
    return new InvalidPhoneNumberError(NUMBER, InvalidPhoneNumberReason.REFUSED_UPSTREAM, null, null);
  }

  /**
   * A phone has a type. Source: https://learn.microsoft.com/graph/api/authentication-post-phonemethods, which requires both
   * properties.
   */
  static Parsed<PhoneType> typeIsGiven(@Nullable PhoneType type) {
    return type == null ? Parsed.invalid(new PhoneTypeRequiredError(TYPE)) : Parsed.valid(type);
  }

  // The phones that the user has now.

  /**
   * A user has at most one phone of each type. Source:
   * https://learn.microsoft.com/graph/api/authentication-post-phonemethods
   */
  static Optional<PhoneTypeAlreadyRegisteredError> onePhoneOfEachType(PhoneType type, List<PhoneMethod> existing) {
    return find(type, existing).map(phone -> new PhoneTypeAlreadyRegisteredError(TYPE, phone, null));
  }

  /** The same, for a number. */
  static Optional<PhoneTypeAlreadyRegisteredError> onePhoneOfEachType(
    PhoneType type,
    PhoneNumber number,
    List<PhoneMethod> existing
  ) {
    return find(type, existing).map(phone -> new PhoneTypeAlreadyRegisteredError(TYPE, phone, isSame(number, phone)));
  }

  /** Null where too little of the number is shown to say. */
  private static @Nullable Boolean isSame(PhoneNumber number, PhoneMethod existing) {
    return switch (number.to(existing.phoneNumber())) {
      case SAME -> true;
      case SAME_WHERE_SHOWN -> null;
      case OTHER -> number.mayBe(existing.phoneNumber()) ? null : Boolean.FALSE;
    };
  }

  /**
   * A mobile phone comes before an alternate mobile phone. Source:
   * https://learn.microsoft.com/graph/api/authentication-post-phonemethods
   */
  static Optional<MobilePhoneRequiredError> mobileBeforeAlternateMobile(PhoneType type, List<PhoneMethod> existing) {
    return type == PhoneType.ALTERNATE_MOBILE && find(PhoneType.MOBILE, existing).isEmpty()
      ? Optional.of(new MobilePhoneRequiredError(TYPE))
      : Optional.empty();
  }

  /** Only a phone that the user has can be changed or deleted. */
  static Optional<PhoneMethodNotFoundError> phoneExists(PhoneType type, List<PhoneMethod> existing) {
    return find(type, existing).isPresent()
      ? Optional.empty()
      : Optional.of(new PhoneMethodNotFoundError(TYPE, types(existing)));
  }

  /**
   * The alternate mobile phone is deleted before the mobile phone. Source:
   * https://learn.microsoft.com/graph/api/phoneauthenticationmethod-delete
   */
  static Optional<MobilePhoneStillNeededError> mobileAfterAlternateMobile(PhoneType type, List<PhoneMethod> existing) {
    return type == PhoneType.MOBILE
      ? find(PhoneType.ALTERNATE_MOBILE, existing).map(dependent -> new MobilePhoneStillNeededError(TYPE, dependent))
      : Optional.empty();
  }

  /**
   * Only a mobile phone can be used to sign in by text message. Source:
   * https://learn.microsoft.com/graph/api/phoneauthenticationmethod-enablesmssignin
   */
  static Optional<SmsSignInNotAllowedError> smsSignInIsForMobiles(PhoneType type) {
    return type == PhoneType.MOBILE
      ? Optional.empty()
      : Optional.of(new SmsSignInNotAllowedError(TYPE, SmsSignInNotAllowedReason.NOT_A_MOBILE_PHONE));
  }

  /**
   * The policy allows it, and nobody else signs in with the number. Source:
   * https://learn.microsoft.com/graph/api/phoneauthenticationmethod-enablesmssignin
   */
  static Optional<SmsSignInNotAllowedError> smsSignInIsAllowed(PhoneType type, List<PhoneMethod> existing) {
    return find(type, existing)
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

  static Optional<PhoneMethod> find(PhoneType type, List<PhoneMethod> existing) {
    return existing
      .stream()
      .filter(phone -> phone.phoneType() == type)
      .findFirst();
  }

  private static List<PhoneType> types(List<PhoneMethod> existing) {
    return existing.stream().map(PhoneMethod::phoneType).filter(Objects::nonNull).toList();
  }
}
