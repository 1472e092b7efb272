package dev.authmethods.gateway.change.run;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.change.ChangeResult;
import dev.authmethods.gateway.change.Confirmation;
import dev.authmethods.gateway.change.Effect;
import dev.authmethods.gateway.change.Secret;
import dev.authmethods.gateway.change.SecretState;
import dev.authmethods.gateway.error.ErrorTypes;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.error.UpstreamThrottledError;
import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.method.AuthenticationMethod;
import dev.authmethods.gateway.method.EmailMethod;
import dev.authmethods.gateway.method.NationalCloud;
import dev.authmethods.gateway.method.ObjectId;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.PhoneType;
import dev.authmethods.gateway.method.SmsSignInState;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.method.UserPrincipalName;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Results as they are kept for an idempotency key. */
@GatewayTest
class KeptChangesTests {

  private static final ObjectId KIM = new ObjectId("10000000-0000-4000-8000-000000000001");
  private static final OffsetDateTime CREATED = OffsetDateTime.parse("2026-11-23T10:15:30Z");
  private static final PhoneMethod PHONE = new PhoneMethod(
    KIM,
    PhoneType.MOBILE.methodId(),
    CREATED,
    "+1 XXXXXXXX23",
    PhoneType.MOBILE,
    SmsSignInState.READY
  );
  private static final EmailMethod EMAIL = new EmailMethod(KIM, EmailMethod.METHOD_ID, null, "k***@example.com");

  private final List<Class<?>> errorTypes;
  private final KeptChanges kept;

  KeptChangesTests(Gateway gateway) {
    this.errorTypes = gateway.bean(ErrorTypes.class).all();
    this.kept = gateway.bean(KeptChanges.class);
  }

  @Test
  void haveEveryError() {
    assertThat(errorTypes).hasSizeGreaterThan(25);
    for (var type : errorTypes) {
      for (var error : List.of(sample(type, true), sample(type, false))) {
        var change = change(null, null, error);
        assertThat(repeated(change)).as(type.getSimpleName()).isEqualTo(change);
      }
    }
  }

  @Test
  void haveAMethodOfEveryKind() {
    for (AuthenticationMethod method : List.of(PHONE, EMAIL)) {
      var change = new KeptChange(KIM, method, method, Effect.ADDED, null, Confirmation.UPSTREAM, List.of());
      assertThat(repeated(change)).isEqualTo(change);
    }
  }

  @Test
  void haveAUserByName() {
    var change = change(new UserPrincipalName("kim@contoso.com"), null);
    assertThat(repeated(change)).isEqualTo(change);
  }

  @Test
  void haveNoErrorsOfOtherClasses() {
    var text = kept.write(change(null, null, new UpstreamThrottledError(List.of(), 1.0))).toString();
    var other = text.replace("UpstreamThrottledError", "java.lang.ProcessBuilder");
    assertThat(other).isNotEqualTo(text);
    assertThat(read(other)).isNull();
    assertThat(read(text)).isNotNull();
  }

  @Test
  void areNotReadFromTheShapeOfAnotherVersion() {
    var ofEarlier = "{\"user\":null,\"phone\":null,\"effect\":null,\"confirmation\":\"UPSTREAM\",\"errors\":[]}";
    assertThat(read(ofEarlier)).isNull();
    assertThat(read("{\"errors\":\"none\"}")).isNull();
  }

  @Test
  void haveNoSecret() {
    var made = new ChangeResult<>(
      KIM,
      PHONE,
      null,
      null,
      new Secret("pass-code"),
      SecretState.SHOWN,
      Confirmation.UPSTREAM,
      List.of(),
      false,
      null
    );
    var change = KeptChange.of(made, phone -> phone, null);
    assertThat(kept.write(change).toString()).doesNotContain("pass-code");
    assertThat(made.toString()).doesNotContain("pass-code");
    ChangeResult<PhoneMethod> replayed = change.replayed();
    assertThat(replayed.secret()).isNull();
    assertThat(replayed.secretState()).isEqualTo(SecretState.NOT_SHOWN_AGAIN);
  }

  private static KeptChange change(
    @Nullable UserKey user,
    @Nullable AuthenticationMethod method,
    ExpectedError... errors
  ) {
    return new KeptChange(user, method, null, null, null, null, List.of(errors));
  }

  /** By way of a text, as it is kept. */
  private @Nullable KeptChange repeated(KeptChange change) {
    return read(kept.write(change).toString());
  }

  private @Nullable KeptChange read(String text) {
    return kept.read(JsonMapper.shared().readTree(text));
  }

  private static ExpectedError sample(Class<?> type, boolean isComplete) {
    return (ExpectedError) made(type, isComplete);
  }

  private static Object made(Class<?> type, boolean isComplete) {
    var components = type.getRecordComponents();
    var types = Stream.of(components)
      .map(RecordComponent::getType)
      .toArray(Class<?>[]::new);
    var values = Arrays.stream(components)
      .map(component -> isLeftOut(component, isComplete) ? null : value(component.getGenericType()))
      .toArray();
    try {
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(type.getName(), e);
    }
  }

  private static boolean isLeftOut(RecordComponent component, boolean isComplete) {
    return !isComplete && component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static final Map<String, Object> VALUES = Map.ofEntries(
    entry("java.util.List<java.lang.String>", List.of("input", "items", "0")),
    entry("java.util.List<java.lang.Object>", List.of("text", 255)),
    entry("java.util.List<dev.authmethods.gateway.method.NationalCloud>", List.of(NationalCloud.values())),
    entry("java.util.List<dev.authmethods.gateway.method.PhoneType>", List.of(PhoneType.values())),
    entry("java.lang.String", "text"),
    entry("java.lang.Double", 1.5),
    entry("java.lang.Boolean", true),
    entry("java.time.OffsetDateTime", CREATED),
    entry("dev.authmethods.gateway.method.PhoneMethod", PHONE),
    entry("dev.authmethods.gateway.method.AuthenticationMethod", EMAIL),
    entry("dev.authmethods.gateway.method.EmailMethod", EMAIL),
    entry("java.lang.Integer", 60),
    entry("dev.authmethods.gateway.method.UserKey", KIM)
  );

  private static Object value(Type type) {
    var value = VALUES.get(type.getTypeName());
    return value == null ? valueOf((Class<?>) type) : value;
  }

  /** A constant, or a method of a kind that only its feature knows. */
  private static Object valueOf(Class<?> type) {
    return type.isRecord() ? made(type, true) : Objects.requireNonNull(type.getEnumConstants())[0];
  }
}
