package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.access.Caller;
import dev.authmethods.gateway.access.DirectoryRole;
import dev.authmethods.gateway.entra.ActingAs;
import dev.authmethods.gateway.error.CloudNotSupportedError;
import dev.authmethods.gateway.error.InvalidPhoneNumberError;
import dev.authmethods.gateway.error.InvalidPhoneNumberReason;
import dev.authmethods.gateway.error.MobilePhoneRequiredError;
import dev.authmethods.gateway.error.MobilePhoneStillNeededError;
import dev.authmethods.gateway.error.OwnAccountNotAllowedError;
import dev.authmethods.gateway.error.PermissionDeniedError;
import dev.authmethods.gateway.error.PhoneMethodNotFoundError;
import dev.authmethods.gateway.error.PhoneTypeAlreadyRegisteredError;
import dev.authmethods.gateway.error.PhoneTypeRequiredError;
import dev.authmethods.gateway.error.SmsSignInNotAllowedError;
import dev.authmethods.gateway.error.SmsSignInNotAllowedReason;
import dev.authmethods.gateway.method.ObjectId;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.PhoneType;
import dev.authmethods.gateway.method.SmsSignInState;
import dev.authmethods.gateway.method.UserKey;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The documented rules, each a pure function from what is asked, who asks and what the user has to the error it breaks by;
 * empty when it is kept.
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
      case PhoneNumber.Rejected(var reason, var suggestion) -> Optional.of(
        new InvalidPhoneNumberError(NUMBER, reason, suggestion)
      );
    };
  }

  /** Microsoft refused a number whose form is right and that no other rule forbids. */
  static InvalidPhoneNumberError numberIsRefused() {
    return new InvalidPhoneNumberError(NUMBER, InvalidPhoneNumberReason.REFUSED_UPSTREAM, null);
  }

  /** A phone has a type. Source: Create phoneMethod, which requires both properties. */
  static Optional<PhoneTypeRequiredError> typeIsGiven(@Nullable PhoneType type) {
    return type == null ? Optional.of(new PhoneTypeRequiredError(TYPE)) : Optional.empty();
  }

  // Who may, and where.

  /**
   * Nobody adds a phone to their own account or updates one of it. Source: Create phoneMethod, Update phoneMethod. Where the
   * gateway acts as an application only object ids are compared: names can change hands.
   */
  static Optional<OwnAccountNotAllowedError> notTheOwnAccount(Caller caller, UserKey user, PhonePolicy policy) {
    var sure = policy.actingAs() == ActingAs.CALLER || user instanceof ObjectId;
    return sure && caller.isKnownAs(user) && !policy.ownAccountAllowed()
      ? Optional.of(new OwnAccountNotAllowedError(USER))
      : Optional.empty();
  }

  /** The national cloud offers the operation. Source: the table of clouds on each page. */
  static Optional<CloudNotSupportedError> cloudOffers(Operation operation, PhonePolicy policy) {
    return operation.clouds().contains(policy.cloud())
      ? Optional.empty()
      : Optional.of(new CloudNotSupportedError(List.of(), policy.cloud(), List.copyOf(operation.clouds())));
  }

  /**
   * The caller has a role that may. Left to Entra where the gateway acts on behalf of the caller; where it acts as an
   * application Entra does not look at the caller any more.
   */
  static Optional<PermissionDeniedError> roleMay(Caller caller, Operation operation, PhonePolicy policy) {
    return policy.actingAs() == ActingAs.CALLER || caller.application() || hasRole(caller, operation)
      ? Optional.empty()
      : Optional.of(operation.needs(policy.actingAs()).denied(List.of()));
  }

  /**
   * Whether the caller's role reaches only users without a role of their own, and the gateway itself has to see to that. An
   * Authentication Administrator does not change the methods of administrators. Source: Microsoft Entra, built-in roles.
   */
  static boolean roleIsLimited(Caller caller, PhonePolicy policy) {
    return policy.actingAs() == ActingAs.APPLICATION && !isPrivileged(caller);
  }

  /**
   * Whether the gateway itself has to mask numbers. Entra masks them for an Authentication Administrator, but not for an
   * application. Source: Microsoft Graph, List phoneMethods.
   */
  static boolean seesNumbersMasked(Caller caller, PhonePolicy policy) {
    return (
      roleIsLimited(caller, policy) &&
      !caller.application() &&
      !caller.roles().contains(DirectoryRole.GLOBAL_READER.templateId())
    );
  }

  private static boolean isPrivileged(Caller caller) {
    return caller.roles().contains(DirectoryRole.PRIVILEGED_AUTHENTICATION_ADMINISTRATOR.templateId());
  }

  /**
   * What the roles in the caller's token let expect of Microsoft Graph, for those who only ask. A token without roles lets
   * expect nothing, and the own account takes no role. Source: the tables of permissions, which tell acting on oneself apart.
   */
  static Optional<PermissionDeniedError> roleIsExpected(
    Caller caller,
    UserKey user,
    Operation operation,
    PhonePolicy policy
  ) {
    var needed = policy.actingAs() == ActingAs.CALLER && !caller.application() && !caller.isKnownAs(user);
    var listed = hasRole(caller, operation) || isGlobalAdministrator(caller) || caller.roles().isEmpty();
    return needed && !listed ? Optional.of(operation.needs(policy.actingAs()).denied(List.of())) : Optional.empty();
  }

  private static boolean isGlobalAdministrator(Caller caller) {
    return caller.roles().contains(DirectoryRole.GLOBAL_ADMINISTRATOR.templateId());
  }

  private static boolean hasRole(Caller caller, Operation operation) {
    return operation.roles().stream().map(DirectoryRole::templateId).anyMatch(caller.roles()::contains);
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
      case OTHER -> false;
    };
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
