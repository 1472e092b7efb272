package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.entra.Json;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.PhoneType;
import dev.authmethods.gateway.method.SmsSignInState;
import dev.authmethods.gateway.method.UserKey;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** Reads one phone as Microsoft Graph writes it. Source: Microsoft Graph v1.0, phoneAuthenticationMethod resource type. */
final class EntraPhone {

  private EntraPhone() {}

  static PhoneMethod read(UserKey user, JsonParser in) {
    String id = "";
    OffsetDateTime created = null;
    String number = null;
    PhoneType type = null;
    var state = SmsSignInState.UNKNOWN;
    Json.enterObject(in);
    for (var name = Json.nextProperty(in); name != null; name = Json.nextProperty(in)) {
      switch (name) {
        case "id" -> id = Objects.requireNonNullElse(Json.text(in), "");
        case "createdDateTime" -> created = moment(Json.text(in));
        case "phoneNumber" -> number = Json.text(in);
        case "phoneType" -> type = type(Json.text(in));
        case "smsSignInState" -> state = state(Json.text(in));
        default -> in.skipChildren();
      }
    }
    return new PhoneMethod(user, id, created, number, type, state);
  }

  private static @Nullable OffsetDateTime moment(@Nullable String text) {
    return text == null ? null : OffsetDateTime.parse(text);
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
