package dev.authmethods.sandbox;

import java.util.Optional;
import java.util.stream.Stream;

/** The phones among the methods of a user. */
final class UserPhones {

  private UserPhones() {}

  static Stream<RegisteredPhone> of(UserMethods methods) {
    return methods.of(MethodKind.PHONE).map(RegisteredPhone.class::cast);
  }

  static Optional<RegisteredPhone> find(UserMethods methods, PhoneMethodType type) {
    return of(methods)
      .filter(phone -> phone.type() == type)
      .findFirst();
  }
}
