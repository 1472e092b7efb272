package dev.authmethods.gateway.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.error.UpstreamThrottledError;
import dev.authmethods.gateway.method.NationalCloud;
import dev.authmethods.gateway.method.ObjectId;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.PhoneType;
import dev.authmethods.gateway.method.SmsSignInState;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.method.UserPrincipalName;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class KeyRecordsTests {

  private static final Instant UNTIL = Instant.parse("2026-11-23T10:15:30.123456789Z");
  private static final PhoneMethod PHONE = new PhoneMethod(
    new ObjectId("10000000-0000-4000-8000-000000000001"),
    PhoneType.MOBILE.methodId(),
    OffsetDateTime.parse("2026-11-23T10:15:30Z"),
    "+1 XXXXXXXX23",
    PhoneType.MOBILE,
    SmsSignInState.READY
  );

  /** A result as mutations have it: of errors, users and phones. */
  record Result(@Nullable UserKey user, @Nullable PhoneMethod phone, List<ExpectedError> errors) {}

  @Nested
  class OfKeys {

    @ParameterizedTest
    @EnumSource
    void areReadAsTheyWereWritten(KeyRecord.State state) {
      var entry = new KeyRecord(
        state,
        "fingerprint",
        "owner",
        UNTIL,
        "before",
        UNTIL,
        KeyRecords.json(Map.of("a", "b"))
      );
      assertThat(KeyRecords.read(KeyRecords.write(entry))).isEqualTo(entry);
    }

    @Test
    void areReadAsTheyWereWrittenWithoutAResult() {
      var text = KeyRecords.write(KeyRecord.reserved("fingerprint", "owner", UNTIL));
      var read = Objects.requireNonNull(KeyRecords.read(text));
      assertThat(KeyRecords.write(read)).isEqualTo(text);
      assertThat(KeyRecords.result(read.result(), Result.class)).isNull();
    }

    @Test
    void areReadWithWhatALaterVersionAdds() {
      var text = KeyRecords.write(KeyRecord.reserved("fingerprint", "owner", UNTIL)).replaceFirst(
        "\\{",
        "{\"later\": 1,"
      );
      assertThat(KeyRecords.read(text)).extracting(KeyRecord::fingerprint).isEqualTo("fingerprint");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "nonsense", "[]", "1", "{\"state\": \"LATER\"}", "{\"until\": \"soon\"}" })
    void areNotReadFromOtherTexts(String text) {
      assertThat(KeyRecords.read(text)).isNull();
    }
  }

  @Nested
  class OfResults {

    static Stream<ExpectedError> errors() {
      return leaves(ExpectedError.class).flatMap(type -> Stream.of(sample(type, true), sample(type, false)));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void haveEveryError(ExpectedError error) {
      var result = new Result(null, null, List.of(error));
      assertThat(repeated(result)).isEqualTo(result);
    }

    @Test
    void haveManyErrors() {
      assertThat(errors().map(ExpectedError::code).distinct().count()).isGreaterThanOrEqualTo(20);
    }

    @Test
    void haveAPhone() {
      var result = new Result(PHONE.user(), PHONE, List.of());
      assertThat(repeated(result)).isEqualTo(result);
    }

    @Test
    void haveAUserByName() {
      var result = new Result(new UserPrincipalName("kim@contoso.com"), null, List.of());
      assertThat(repeated(result)).isEqualTo(result);
    }

    @Test
    void haveNoErrorsOfOtherClasses() {
      var error = new UpstreamThrottledError(List.of(), 1.0);
      var text = KeyRecords.json(new Result(null, null, List.of(error))).toString();
      var other = text.replace("UpstreamThrottledError", "java.lang.ProcessBuilder");
      assertThat(other).isNotEqualTo(text);
      assertThat(KeyRecords.result(Objects.requireNonNull(parsed(other)), Result.class)).isNull();
      assertThat(KeyRecords.result(Objects.requireNonNull(parsed(text)), Result.class)).isNotNull();
    }

    @Test
    void areNotReadFromResultsOfAnotherShape() {
      assertThat(KeyRecords.result(KeyRecords.json(Map.of("errors", "none")), Result.class)).isNull();
    }

    @Test
    void areNotThereWithoutAResult() {
      assertThat(KeyRecords.result(null, Result.class)).isNull();
    }

    /** By way of a text, as it is kept. */
    private static @Nullable Result repeated(Result result) {
      return KeyRecords.result(parsed(KeyRecords.json(result).toString()), Result.class);
    }

    private static @Nullable JsonNode parsed(String json) {
      var reserved = KeyRecord.reserved("fingerprint", "owner", UNTIL);
      var text = KeyRecords.write(reserved.settled(KeyRecords.json("result"))).replace(
        "\"result\":\"result\"",
        "\"result\":" + json
      );
      return Objects.requireNonNull(KeyRecords.read(text)).result();
    }
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
      ? Arrays.stream(type.getPermittedSubclasses()).flatMap(KeyRecordsTests::leaves).distinct()
      : Stream.of(type);
  }

  private static ExpectedError sample(Class<?> type, boolean whole) {
    var components = type.getRecordComponents();
    var types = Arrays.stream(components)
      .map(RecordComponent::getType)
      .toArray(Class<?>[]::new);
    var values = Arrays.stream(components)
      .map(component -> isLeftOut(component, whole) ? null : value(component.getGenericType()))
      .toArray();
    try {
      return (ExpectedError) type.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(type.getName(), e);
    }
  }

  private static boolean isLeftOut(RecordComponent component, boolean whole) {
    return !whole && component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static Object value(Type type) {
    return switch (type.getTypeName()) {
      case "java.util.List<java.lang.String>" -> List.of("input", "items", "0");
      case "java.util.List<java.lang.Object>" -> List.of("text", 255);
      case "java.util.List<dev.authmethods.gateway.method.NationalCloud>" -> List.of(NationalCloud.values());
      case "java.util.List<dev.authmethods.gateway.method.PhoneType>" -> List.of(PhoneType.values());
      case "java.lang.String" -> "text";
      case "java.lang.Double" -> 1.5;
      case "java.lang.Boolean" -> true;
      case "java.time.OffsetDateTime" -> OffsetDateTime.parse("2026-11-23T10:15:30Z");
      case "dev.authmethods.gateway.method.PhoneMethod" -> PHONE;
      default -> ((Class<?>) type).getEnumConstants()[0];
    };
  }
}
