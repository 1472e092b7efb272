package dev.authmethods.sandbox.phone;

import dev.authmethods.sandbox.http.GraphError;
import dev.authmethods.sandbox.method.Method;
import dev.authmethods.sandbox.method.UserMethods;
import org.jspecify.annotations.Nullable;

/** The phones that Graph refuses because of the methods that the user has already. */
final class PhoneConstraints {

  private PhoneConstraints() {}

  /** One phone per type, and a mobile before the alternate (Microsoft Graph: Create phoneMethod). */
  static void checkAdd(UserMethods held, PhoneMethodType type) {
    if (UserPhones.find(held, type).isPresent()) {
      throw GraphError.badRequest("A phone authentication method of this type is already registered.");
    }
    if (type == PhoneMethodType.ALTERNATE_MOBILE && UserPhones.find(held, PhoneMethodType.MOBILE).isEmpty()) {
      throw GraphError.badRequest("A mobile phone must be registered before an alternate mobile phone.");
    }
  }

  /** The type stays what it is (Microsoft Graph: Update phoneAuthenticationMethod). */
  static void checkUpdate(RegisteredPhone held, @Nullable PhoneMethodType sent) {
    if (sent != null && sent != held.type()) {
      throw GraphError.badRequest("The type of a phone authentication method cannot be changed.");
    }
  }

  /** The mobile stays while an alternate exists (Microsoft Graph: Delete phoneAuthenticationMethod). */
  static void checkDelete(UserMethods held, Method method) {
    var mobile = method.id().equals(PhoneMethodType.MOBILE.id());
    if (mobile && UserPhones.find(held, PhoneMethodType.ALTERNATE_MOBILE).isPresent()) {
      throw GraphError.badRequest("The mobile phone cannot be deleted while an alternate mobile phone is registered.");
    }
  }
}
