package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.entra.Json;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.PhoneType;
import dev.authmethods.gateway.method.SmsSignInState;
import dev.authmethods.gateway.method.UserKey;
import java.time.OffsetDateTime;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/**
 * Reads one phone as Microsoft Graph writes it. A property that cannot be read is left out; the others stay. Source:
 * https://learn.microsoft.com/graph/api/resources/phoneauthenticationmethod
 */
final class EntraPhone {

  private EntraPhone() {}

  /** The phone; null when neither its id nor its type can be read, so that nobody can say which one it is. */
  static @Nullable PhoneMethod read(UserKey user, JsonParser in) {
    String id = null;
    OffsetDateTime created = null;
    String number = null;
    PhoneType type = null;
    var state = SmsSignInState.UNKNOWN;
    Json.enterObject(in);
    for (var name = Json.nextProperty(in); name != null; name = Json.nextProperty(in)) {
      switch (name) {
        case "id" -> id = filled(Json.text(in));
        case "createdDateTime" -> created = Json.moment(in);
        case "phoneNumber" -> number = Json.text(in);
        case "phoneType" -> type = type(Json.text(in));
        case "smsSignInState" -> state = state(Json.text(in));
        default -> in.skipChildren();
      }
    }
    var identified = typeWith(id);
    if (identified != null) {
      return new PhoneMethod(user, identified.methodId(), created, number, identified, state);
    }
    var methodId = id == null && type != null ? type.methodId() : id;
    return methodId == null ? null : new PhoneMethod(user, methodId, created, number, type, state);
  }

  /** Only the id decides the type of a phone: Microsoft Graph changes and deletes a phone by its id. */
  private static @Nullable PhoneType typeWith(@Nullable String id) {
    return Arrays.stream(PhoneType.values())
      .filter(type -> type.methodId().equalsIgnoreCase(id))
      .findFirst()
      .orElse(null);
  }

  private static @Nullable String filled(@Nullable String id) {
    return id == null || id.isBlank() ? null : id;
  }

  private static @Nullable PhoneType type(@Nullable String type) {
    return switch (type) {
      case "mobile" -> PhoneType.MOBILE;
      case "alternateMobile" -> PhoneType.ALTERNATE_MOBILE;
      case "office" -> PhoneType.OFFICE;
      case null, default -> null;
    };
  }

  private static SmsSignInState state(@Nullable String state) {
    return switch (state) {
      case "notSupported" -> SmsSignInState.NOT_SUPPORTED;
      case "notAllowedByPolicy" -> SmsSignInState.NOT_ALLOWED_BY_POLICY;
      case "notEnabled" -> SmsSignInState.NOT_ENABLED;
      case "phoneNumberNotUnique" -> SmsSignInState.PHONE_NUMBER_NOT_UNIQUE;
      case "ready" -> SmsSignInState.READY;
      case "notConfigured" -> SmsSignInState.NOT_CONFIGURED;
      case null, default -> SmsSignInState.UNKNOWN;
    };
  }
}
