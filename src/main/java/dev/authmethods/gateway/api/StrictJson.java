package dev.authmethods.gateway.api;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON that nobody can read otherwise: one value with nothing after it, no member of an object twice. */
final class StrictJson {

  private static final ObjectReader READER = JsonMapper.builder(
    JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build()
  )
    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
    .build()
    .readerFor(Object.class);

  private StrictJson() {}

  /** Maps, lists and scalars; a {@link RequestRefusal} when it is no such JSON. */
  static @Nullable Object read(byte[] json) {
    if (json.length == 0) {
      throw new RequestRefusal(RequestRefusal.Code.EMPTY_BODY, "The request needs a body.");
    }
    try {
      return READER.readValue(json);
    } catch (JacksonException e) {
      throw malformed("The body");
    }
  }

  /** The same of a parameter in an address; null when it is empty. */
  static @Nullable Object read(String name, String json) {
    try {
      return json.isEmpty() ? null : READER.readValue(json);
    } catch (JacksonException e) {
      throw malformed(name);
    }
  }

  private static RequestRefusal malformed(String name) {
    return new RequestRefusal(
      RequestRefusal.Code.MALFORMED_JSON,
      name + " must be one JSON value, in which no object has a member twice."
    );
  }
}
