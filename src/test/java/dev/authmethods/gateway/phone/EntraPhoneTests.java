package dev.authmethods.gateway.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.authmethods.gateway.entra.Json;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.PhoneType;
import dev.authmethods.gateway.method.SmsSignInState;
import dev.authmethods.gateway.method.UserPrincipalName;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class EntraPhoneTests {

  private static final UserPrincipalName KIM = new UserPrincipalName("kim@contoso.com");

  private static PhoneMethod read(String json) {
    return Objects.requireNonNull(readOrNull(json));
  }

  private static @Nullable PhoneMethod readOrNull(String json) {
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

  @ParameterizedTest
  @ValueSource(
    strings = {
      "",
      ", \"phoneNumber\": 7",
      ", \"phoneNumber\": {\"phoneNumber\": \"+1 2065550199\"}",
      ", \"phoneType\": null, \"createdDateTime\": [[]]",
      ", \"phoneType\": 0, \"smsSignInState\": {\"value\": \"ready\"}",
      ", \"createdDateTime\": \"yesterday\", \"smsSignInState\": null",
      ", \"createdDateTime\": 1704103200, \"phoneNumber@odata.type\": \"#String\", \"@odata.etag\": [1]",
      ", \"createdDateTime\": \"2024-13-01T10:00:00Z\", \"more\": {\"id\": \"other\", \"phoneNumber\": \"+1 2\"}",
      ", \"phoneNumber\": \"+1 2065550199\", \"phoneNumber\": false",
    }
  )
  void keepsWhatCanBeRead(String more) {
    assertThat(read("{\"id\": \"%s\"%s}".formatted(PhoneType.OFFICE.methodId(), more))).isEqualTo(
      new PhoneMethod(KIM, PhoneType.OFFICE.methodId(), null, null, PhoneType.OFFICE, SmsSignInState.UNKNOWN)
    );
  }

  @Nested
  class IsWhatItsIdSays {

    @ParameterizedTest
    @EnumSource
    void inEitherCaseAndWithAnyWrittenType(PhoneType type) {
      var phone = read(
        "{\"phoneType\": \"mobile\", \"id\": \"%s\"}".formatted(type.methodId().toUpperCase(Locale.ROOT))
      );
      assertThat(phone.phoneType()).isEqualTo(type);
      assertThat(phone.methodId()).isEqualTo(type.methodId());
    }

    @ParameterizedTest
    @ValueSource(strings = { "null", "7", "\"\"", "\" \"", "{}", "[\"b6332ec1-7057-4abe-9331-3d72feddfe41\"]" })
    void andWhatItsTypeSaysWhenTheIdCannotBeRead(String id) {
      var phone = read("{\"phoneType\": \"office\", \"id\": " + id + "}");
      assertThat(phone.methodId()).isEqualTo(PhoneType.OFFICE.methodId());
      assertThat(phone.phoneType()).isEqualTo(PhoneType.OFFICE);
    }

    @Test
    void andMayBeOneThatNobodyKnowsYet() {
      var phone = read("{\"phoneType\": \"satellite\", \"id\": \"-2_GRUg2-HYz6_1YG4YRAQ2\"}");
      assertThat(phone.methodId()).isEqualTo("-2_GRUg2-HYz6_1YG4YRAQ2");
      assertThat(phone.phoneType()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
      strings = { "{}", "{\"phoneNumber\": \"+1 2065550101\"}", "{\"id\": null, \"phoneType\": \"satellite\"}" }
    )
    void andIsNoPhoneWithoutEither(String json) {
      assertThat(readOrNull(json)).isNull();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2024-01-01T10:00:00, 2024-01-01T10:00:00Z",
    "2024-01-01T10:00:00.1234567, 2024-01-01T10:00:00.1234567Z",
    "2024-01-01T10:00, 2024-01-01T10:00:00Z",
    "2024-01-01T10:00:00+05:30, 2024-01-01T10:00:00+05:30",
    "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
  })
  void wasRegisteredAtAMomentThatIsOfUtcWithoutAnOffset(String written, OffsetDateTime expected) {
    assertThat(read(registered(written)).createdDateTime()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
    strings = {
      "",
      "yesterday",
      "2024-01-01",
      "10:00:00Z",
      "2024-02-30T10:00:00Z",
      "+12024-01-01T10:00:00Z",
      "2024-01-01T10:00:00+01:00:30",
    }
  )
  void wasRegisteredAtNoMomentThatCannotBeReadOrWritten(String written) {
    assertThat(read(registered(written)).createdDateTime()).isNull();
  }

  private static String registered(String moment) {
    return "{\"phoneType\": \"mobile\", \"createdDateTime\": \"%s\"}".formatted(moment);
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
    assertThat(read("{\"phoneType\": \"mobile\", \"smsSignInState\": \"" + state + "\"}").smsSignInState()).isEqualTo(
      expected
    );
  }

  @ParameterizedTest
  @ValueSource(strings = { "null", "[]", "7" })
  void isNotUnderstoodWhenItIsNoObject(String json) {
    assertThatThrownBy(() -> read(json)).isInstanceOf(Json.NotUnderstood.class);
  }
}
