package dev.authmethods.gateway.idempotency;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.method.UserKey;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** KeyRecords, and the results in them, as texts. */
final class KeyRecords {

  private static final JsonMapper JSON = JsonMapper.builder()
    .addMixIn(ExpectedError.class, Named.class)
    .addMixIn(UserKey.class, Named.class)
    .registerSubtypes(leaves(ExpectedError.class).toArray(Class<?>[]::new))
    .registerSubtypes(leaves(UserKey.class).toArray(Class<?>[]::new))
    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
    .build();

  private KeyRecords() {}

  /** Which of the sealed family it is; no other class can be named. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
  private interface Named {}

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()).flatMap(KeyRecords::leaves) : Stream.of(type);
  }

  static String write(KeyRecord entry) {
    return JSON.writeValueAsString(entry);
  }

  /** Null when the text is none that this version understands. */
  static @Nullable KeyRecord read(String text) {
    try {
      return JSON.readValue(text, KeyRecord.class);
    } catch (JacksonException e) {
      return null;
    }
  }

  static JsonNode json(Object result) {
    return JSON.valueToTree(result);
  }

  static <R> @Nullable R result(@Nullable JsonNode json, Class<R> type) {
    try {
      return JSON.treeToValue(json, type);
    } catch (JacksonException e) {
      return null;
    }
  }
}
