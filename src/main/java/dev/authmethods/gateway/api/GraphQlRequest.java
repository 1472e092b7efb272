package dev.authmethods.gateway.api;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * A request as clients send it. Source: GraphQL over HTTP, request parameters.
 *
 * @param query          the document; null when it is only named
 * @param documentId     the name of a trusted document
 * @param persistedQuery the hash of the document, as clients send it that persist queries by themselves
 * @param operationName  which of its operations; null when it has one only
 * @param variables      by name
 */
record GraphQlRequest(
  @Nullable String query,
  @Nullable String documentId,
  @Nullable String persistedQuery,
  @Nullable String operationName,
  Map<String, @Nullable Object> variables
) {
  private static final ObjectReader READER = JsonMapper.builder()
    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
    // A number is no document: what has the wrong type is refused, not read as if it were text.
    .withCoercionConfig(LogicalType.Textual, text ->
      text
        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail)
    )
    .build()
    .readerFor(Body.class);

  /** Reads JSON; a status of 400 when it is none, or says something else. */
  static GraphQlRequest read(byte[] json) {
    var body = parsed(json);
    if (body == null) {
      throw badRequest();
    }
    return new GraphQlRequest(
      body.query,
      body.documentId,
      persistedQuery(body.extensions),
      body.operationName,
      Objects.requireNonNullElse(body.variables, Map.<String, @Nullable Object>of())
    );
  }

  /** Source: Apollo's automatic persisted queries. */
  private static @Nullable String persistedQuery(@Nullable Map<String, @Nullable Object> extensions) {
    return extensions != null &&
      extensions.get("persistedQuery") instanceof Map<?, ?> persisted &&
      persisted.get("sha256Hash") instanceof String hash
      ? hash
      : null;
  }

  private static @Nullable Body parsed(byte[] json) {
    try {
      return READER.readValue(json);
    } catch (JacksonException e) {
      throw badRequest();
    }
  }

  private static ResponseStatusException badRequest() {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST);
  }

  private record Body(
    @Nullable String query,
    @Nullable String documentId,
    @Nullable String operationName,
    @Nullable Map<String, @Nullable Object> variables,
    @Nullable Map<String, @Nullable Object> extensions
  ) {}
}
