package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.access.Caller;
import dev.authmethods.gateway.access.DirectoryRole;
import dev.authmethods.gateway.entra.ActingAs;
import dev.authmethods.gateway.error.InvalidInputError;
import dev.authmethods.gateway.error.Violations;
import dev.authmethods.gateway.fixtures.Calls;
import dev.authmethods.gateway.method.NationalCloud;
import dev.authmethods.gateway.method.ObjectId;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.PhoneType;
import dev.authmethods.gateway.method.SmsSignInState;
import dev.authmethods.gateway.method.UserRef;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Phones, callers and changes to try rules with. */
final class Samples {

  static final ObjectId KIM = new ObjectId("10000000-0000-4000-8000-000000000001");
  static final UserRef TO_KIM = new UserRef(null, KIM.value(), null);
  static final String NUMBER = "+1 2065550123";
  static final String OTHER_NUMBER = "+1 2065550124";
  static final String MASKED = "+1 XXXXXXXX23";
  static final AccessPolicy POLICY = new AccessPolicy(NationalCloud.GLOBAL, ActingAs.CALLER, false);
  static final AccessPolicy AS_APPLICATION = new AccessPolicy(NationalCloud.GLOBAL, ActingAs.APPLICATION, false);
  static final AccessPolicy IN_CHINA = new AccessPolicy(NationalCloud.CHINA_21VIANET, ActingAs.CALLER, false);
  static final Violations NO_VIOLATIONS = new Violations(List.of());

  private Samples() {}

  static PhoneMethod phone(PhoneType type) {
    return phone(type, NUMBER);
  }

  static PhoneMethod phone(PhoneType type, @Nullable String number) {
    return phone(type, number, SmsSignInState.NOT_ENABLED);
  }

  static PhoneMethod phone(PhoneType type, @Nullable String number, @Nullable SmsSignInState state) {
    return new PhoneMethod(KIM, type.methodId(), null, number, type, state);
  }

  static Caller caller(DirectoryRole... roles) {
    return caller(false, roles);
  }

  static Caller application(DirectoryRole... roles) {
    return caller(true, roles);
  }

  private static Caller caller(boolean application, DirectoryRole... roles) {
    return new Caller(
      Calls.caller().objectId(),
      Calls.caller().tenantId(),
      Calls.caller().username(),
      Stream.of(roles).map(DirectoryRole::templateId).toList(),
      application,
      null,
      "token",
      Instant.MAX
    );
  }

  static Violations violation(String... path) {
    return new Violations(List.of(new InvalidInputError(List.of(path), "Size", List.of())));
  }

  static AddPhone add(PhoneType type, String number) {
    return add(type, number, NO_VIOLATIONS);
  }

  static AddPhone add(@Nullable PhoneType type, String number, Violations violations) {
    return new AddPhone(new AddPhoneMethodInput(TO_KIM, number, type, false, null, null), violations);
  }

  static SetPhone.Undecided set(PhoneType type, String number) {
    return set(type, number, NO_VIOLATIONS);
  }

  static SetPhone.Undecided set(@Nullable PhoneType type, String number, Violations violations) {
    return new SetPhone.Undecided(new SetPhoneMethodInput(TO_KIM, number, type, false, null, null), violations);
  }

  static UpdatePhone update(PhoneType type, String number) {
    return update(type, number, NO_VIOLATIONS);
  }

  static UpdatePhone update(@Nullable PhoneType type, String number, Violations violations) {
    return new UpdatePhone(new UpdatePhoneMethodInput(TO_KIM, number, type, false, null, null), violations);
  }

  static DeletePhone delete(PhoneType type) {
    return delete(type, NO_VIOLATIONS);
  }

  static DeletePhone delete(@Nullable PhoneType type, Violations violations) {
    return new DeletePhone(new DeletePhoneMethodInput(TO_KIM, type, false, null, null), violations);
  }

  static EnableSms enable(PhoneType type) {
    return enable(type, NO_VIOLATIONS);
  }

  static EnableSms enable(@Nullable PhoneType type, Violations violations) {
    return new EnableSms(new EnableSmsSignInInput(TO_KIM, type, false, null, null), violations);
  }

  static DisableSms disable(PhoneType type) {
    return disable(type, NO_VIOLATIONS);
  }

  static DisableSms disable(@Nullable PhoneType type, Violations violations) {
    return new DisableSms(new DisableSmsSignInInput(TO_KIM, type, false, null, null), violations);
  }
}
