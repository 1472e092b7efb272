package dev.authmethods.gateway.api.request;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as clients send it. Source: GraphQL over HTTP, request parameters.
 *
 * @param method         how it was sent
 * @param query          the document; null when it is only named
 * @param documentId     the name of a trusted document
 * @param persistedQuery the hash of the document, as clients send it that persist queries by themselves
 * @param operationName  which of its operations; null when none was chosen
 * @param variables      by name
 */
public record GraphQlRequest(
  RequestMethod method,
  @Nullable String query,
  @Nullable String documentId,
  @Nullable String persistedQuery,
  @Nullable String operationName,
  Map<String, @Nullable Object> variables
) {
  /** Reads a body; a {@link InvalidRequest} when it is no JSON, or says something else. */
  public static GraphQlRequest of(RequestMethod method, byte[] body) {
    if (!(StrictJson.read(body) instanceof Map<?, ?> members)) {
      throw InvalidRequest.wrongType("The body", "an object");
    }
    return new GraphQlRequest(
      method,
      text("query", members.get("query")),
      text("documentId", members.get("documentId")),
      persistedQuery(object("extensions", members.get("extensions"))),
      chosen(text("operationName", members.get("operationName"))),
      object("variables", members.get("variables"))
    );
  }

  /** Reads an address; a {@link InvalidRequest} when it does not say what it must. */
  public static GraphQlRequest of(RequestMethod method, String uri) {
    var parameters = UrlParameters.of(uri);
    return new GraphQlRequest(
      method,
      parameters.text("query"),
      parameters.text("documentId"),
      persistedQuery(object("extensions", parameters.json("extensions"))),
      chosen(parameters.text("operationName")),
      object("variables", parameters.json("variables"))
    );
  }

  /**
   * An empty name chooses no operation: the engine would take any of them. Source: GraphQL over HTTP, GET, where it is the same as
   * none.
   */
  private static @Nullable String chosen(@Nullable String operationName) {
    return operationName == null || operationName.isEmpty() ? null : operationName;
  }

  /** Source: Apollo's automatic persisted queries. */
  private static @Nullable String persistedQuery(Map<String, @Nullable Object> extensions) {
    return extensions.get("persistedQuery") instanceof Map<?, ?> persisted &&
      persisted.get("sha256Hash") instanceof String hash
      ? hash
      : null;
  }

  private static @Nullable String text(String name, @Nullable Object value) {
    return switch (value) {
      case null -> null;
      case String text -> text;
      default -> throw InvalidRequest.wrongType(name, "a string");
    };
  }

  /** Members of JSON objects have names that are text. */
  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> object(String name, @Nullable Object value) {
    return switch (value) {
      case null -> Map.of();
      case Map<?, ?> members -> (Map<String, @Nullable Object>) members;
      default -> throw InvalidRequest.wrongType(name, "an object");
    };
  }
}
