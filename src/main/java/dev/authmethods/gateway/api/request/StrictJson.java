package dev.authmethods.gateway.api.request;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON that nobody can read otherwise: one value with nothing after it, no member of an object twice. */
public final class StrictJson {

  /** More than any request needs, and less than makes it dear to read one. */
  private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder()
    .maxNestingDepth(64)
    .maxTokenCount(100_000)
    .maxNameLength(256)
    .maxNumberLength(64)
    .build();

  /** A member of an object: its entry, its name and its value, with their headers; more than an item of a list. */
  private static final int BYTES_OF_A_VALUE = 128;

  private static final ObjectReader READER = JsonMapper.builder(
    JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).streamReadConstraints(BOUNDS).build()
  )
    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
    .build()
    .readerFor(Object.class);

  private StrictJson() {}

  /** How much memory its maps, lists and scalars may take at most, in addition to the bytes themselves. */
  public static long bytesInMemory(byte[] json) {
    long values = 0;
    for (byte character : json) {
      if (character == ',' || character == ':' || character == '{' || character == '[') {
        values++;
      }
    }
    return json.length + values * BYTES_OF_A_VALUE;
  }

  /** Maps, lists and scalars; a {@link InvalidRequest} when it is no such JSON. */
  static @Nullable Object read(byte[] json) {
    if (json.length == 0) {
      throw new InvalidRequest(InvalidRequest.Code.EMPTY_BODY, "The request needs a body.");
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

  private static InvalidRequest malformed(String name) {
    return new InvalidRequest(
      InvalidRequest.Code.MALFORMED_JSON,
      name + " must be one JSON value, in which no object has a member twice."
    );
  }
}
