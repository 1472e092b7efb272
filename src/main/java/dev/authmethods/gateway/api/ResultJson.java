package dev.authmethods.gateway.api;

import graphql.ExecutionResult;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Writes a result in one pass: the engine has made maps, lists and scalars of it, and nothing else. */
final class ResultJson {

  private static final JsonMapper MAPPER = new JsonMapper();

  private ResultJson() {}

  static ByteBuffer of(ExecutionResult result) {
    var bytes = new ByteArrayOutputStream(1024);
    try (var json = MAPPER.createGenerator(bytes)) {
      write(result.toSpecification(), json);
    }
    return ByteBuffer.wrap(bytes.toByteArray());
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
