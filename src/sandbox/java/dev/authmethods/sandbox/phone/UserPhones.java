package dev.authmethods.sandbox.phone;

import dev.authmethods.sandbox.method.MethodKind;
import dev.authmethods.sandbox.method.UserMethods;
import java.util.Optional;
import java.util.stream.Stream;

/** The phones among the methods of a user. */
public final class UserPhones {

  private UserPhones() {}

  public static Stream<RegisteredPhone> of(UserMethods methods) {
    return methods.of(MethodKind.PHONE).map(RegisteredPhone.class::cast);
  }

  static Optional<RegisteredPhone> find(UserMethods methods, PhoneMethodType type) {
    return of(methods)
      .filter(phone -> phone.type() == type)
      .findFirst();
  }
}
