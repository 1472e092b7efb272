package dev.authmethods.gateway.api.http;

import dev.authmethods.gateway.api.request.RequestMemory;
import graphql.ExecutionResult;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Writes a result in one pass: the engine has made maps, lists and scalars of it, and nothing else. */
final class ResultWriter {

  private static final JsonMapper MAPPER = new JsonMapper();

  private ResultWriter() {}

  /** {@link TooLarge} when it has more bytes than allowed, {@code Overload} when there is no memory for them. */
  static ByteBuffer of(ExecutionResult result, int maxBytes, RequestMemory memory) {
    var bytes = new Bytes(maxBytes, memory);
    try (var json = MAPPER.createGenerator(bytes)) {
      write(result.toSpecification(), json);
    }
    return ByteBuffer.wrap(bytes.toByteArray());
  }

  /** Bytes that are counted while they are written. */
  private static final class Bytes extends ByteArrayOutputStream {

    private static final int USUAL_BYTES = 1_024;

    /** The buffer, twice as large while it grows, and the whole at the end. */
    private static final int COPIES = 3;

    private final int max;
    private final RequestMemory memory;

    private Bytes(int max, RequestMemory memory) {
      super(USUAL_BYTES);
      this.max = max;
      this.memory = memory;
    }

    @Override
    public synchronized void write(byte[] more, int offset, int length) {
      if (count + length > max) {
        throw new TooLarge(max);
      }
      memory.hold((long) COPIES * length);
      super.write(more, offset, length);
    }
  }

  /** An answer has more bytes than allowed. */
  static final class TooLarge extends RuntimeException {

    private final int limit;

    private TooLarge(int limit) {
      super(null, null, false, false);
      this.limit = limit;
    }

    JsonResponse answer() {
      return JsonResponse.answerTooLarge(limit);
    }
  }

  private static void write(@Nullable Object value, JsonGenerator json) {
    switch (value) {
      case null -> json.writeNull();
      case String text -> json.writeString(text);
      case Boolean truth -> json.writeBoolean(truth);
      case Map<?, ?> members -> object(members, json);
      case Collection<?> items -> array(items, json);
      default -> json.writePOJO(value);
    }
  }

  private static void object(Map<?, ?> members, JsonGenerator json) {
    json.writeStartObject();
    members.forEach((name, value) -> {
      json.writeName(String.valueOf(name));
      write(value, json);
    });
    json.writeEndObject();
  }

  private static void array(Collection<?> items, JsonGenerator json) {
    json.writeStartArray();
    items.forEach(item -> write(item, json));
    json.writeEndArray();
  }
}
