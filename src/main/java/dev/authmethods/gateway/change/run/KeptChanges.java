package dev.authmethods.gateway.change.run;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.authmethods.gateway.change.EntraResources;
import dev.authmethods.gateway.error.ErrorTypes;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.idempotency.ResultFormat;
import dev.authmethods.gateway.lookup.MethodReader;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.method.UserResource;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Results as JSON. Polymorphic values carry the name of their type, and only the listed classes can be named. The
 * gateway does not understand JSON of another version in which a part is missing: it then looks whether the change was
 * made.
 */
@Component
class KeptChanges implements ResultFormat<KeptChange> {

  private final JsonMapper json;
  private final ObjectReader reader;

  KeptChanges(ErrorTypes errors, MethodReader.OfEveryKind kinds, List<EntraResources<?>> changed) {
    this.json = JsonMapper.builder()
      .addMixIn(ExpectedError.class, Named.class)
      .addMixIn(UserKey.class, Named.class)
      .addMixIn(UserResource.class, Named.class)
      .registerSubtypes(errors.all().toArray(Class<?>[]::new))
      .registerSubtypes(ErrorTypes.of(List.of(UserKey.class)).toArray(Class<?>[]::new))
      .registerSubtypes(resources(kinds, changed))
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .build();
    this.reader = json.readerFor(KeptChange.class).with(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);
  }

  private static Class<?>[] resources(MethodReader.OfEveryKind kinds, List<EntraResources<?>> changed) {
    return Stream.<Class<?>>concat(
      kinds.all().stream().map(MethodReader::type),
      changed
        .stream()
        .map(EntraResources::type)
        .filter(type -> !type.isInterface())
    )
      .distinct()
      .toArray(Class<?>[]::new);
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
  private interface Named {}

  @Override
  public JsonNode write(KeptChange result) {
    return json.valueToTree(result);
  }

  @Override
  public @Nullable KeptChange read(JsonNode text) {
    try {
      return reader.readValue(text);
    } catch (JacksonException e) {
      return null;
    }
  }
}
