package dev.authmethods.gateway.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.authmethods.gateway.entra.Json;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.PhoneType;
import dev.authmethods.gateway.method.SmsSignInState;
import dev.authmethods.gateway.method.UserPrincipalName;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class EntraPhoneTests {

  private static final UserPrincipalName KIM = new UserPrincipalName("kim@contoso.com");

  private static PhoneMethod read(String json) {
    try (var in = new JsonMapper().createParser(json)) {
      in.nextToken();
      return EntraPhone.read(KIM, in);
    }
  }

  @Test
  void isReadFromWhatIsKnown() {
    var phone = read(
      """
      { "@odata.type": "#microsoft.graph.phoneAuthenticationMethod", "smsSignInState": "ready", "x": { "id": [] },
        "id": "3179e48a-750b-4051-897c-87b9720928f7", "phoneNumber": "+1 2065550101", "phoneType": "mobile",
        "createdDateTime": "2026-08-01T10:11:12.5Z" }
      """
    );
    assertThat(phone).isEqualTo(
      new PhoneMethod(
        KIM,
        PhoneType.MOBILE.methodId(),
        OffsetDateTime.parse("2026-08-01T10:11:12.5Z"),
        "+1 2065550101",
        PhoneType.MOBILE,
        SmsSignInState.READY
      )
    );
  }

  @Test
  void mayLackEverything() {
    assertThat(read("{}")).isEqualTo(new PhoneMethod(KIM, "", null, null, null, SmsSignInState.UNKNOWN));
    assertThat(read("{\"phoneNumber\": 7, \"phoneType\": null, \"createdDateTime\": [[]]}")).isEqualTo(read("{}"));
  }

  @ParameterizedTest
  @CsvSource({ "mobile, MOBILE", "alternateMobile, ALTERNATE_MOBILE", "office, OFFICE" })
  void hasAType(String type, PhoneType expected) {
    assertThat(read("{\"phoneType\": \"" + type + "\"}").phoneType()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "notSupported, NOT_SUPPORTED",
    "notAllowedByPolicy, NOT_ALLOWED_BY_POLICY",
    "notEnabled, NOT_ENABLED",
    "phoneNumberNotUnique, PHONE_NUMBER_NOT_UNIQUE",
    "ready, READY",
    "notConfigured, NOT_CONFIGURED",
    "unknownFutureValue, UNKNOWN",
    "telepathic, UNKNOWN",
  })
  void hasAState(String state, SmsSignInState expected) {
    assertThat(read("{\"smsSignInState\": \"" + state + "\"}").smsSignInState()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = { "null", "[]", "7" })
  void isNotUnderstoodWhenItIsNoObject(String json) {
    assertThatThrownBy(() -> read(json)).isInstanceOf(Json.NotUnderstood.class);
  }

  @Test
  void isNotUnderstoodWithADateThatIsNone() {
    assertThatThrownBy(() -> read("{\"createdDateTime\": \"yesterday\"}")).isInstanceOf(DateTimeParseException.class);
  }
}
