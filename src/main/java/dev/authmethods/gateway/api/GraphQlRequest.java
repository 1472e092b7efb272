package dev.authmethods.gateway.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as clients send it. Source: GraphQL over HTTP, request parameters.
 *
 * @param method        how it was sent
 * @param query         the document
 * @param operationName which of its operations; null when it has one only
 * @param variables     by name
 */
record GraphQlRequest(
  RequestMethod method,
  String query,
  @Nullable String operationName,
  Map<String, @Nullable Object> variables
) {
  /** Reads a body; a {@link RequestRefusal} when it is no JSON, or says something else. */
  static GraphQlRequest of(RequestMethod method, byte[] body) {
    if (!(StrictJson.read(body) instanceof Map<?, ?> members)) {
      throw RequestRefusal.wrongType("The body", "an object");
    }
    object("extensions", members.get("extensions"));
    return new GraphQlRequest(
      method,
      required(text("query", members.get("query"))),
      text("operationName", members.get("operationName")),
      object("variables", members.get("variables"))
    );
  }

  /** Reads an address; a {@link RequestRefusal} when it does not say what it must. */
  static GraphQlRequest of(RequestMethod method, String uri) {
    var parameters = UrlParameters.of(uri);
    object("extensions", parameters.json("extensions"));
    return new GraphQlRequest(
      method,
      required(parameters.text("query")),
      parameters.text("operationName"),
      object("variables", parameters.json("variables"))
    );
  }

  private static String required(@Nullable String query) {
    if (query == null) {
      throw new RequestRefusal(RequestRefusal.Code.MISSING_QUERY, "The request needs a query.");
    }
    return query;
  }

  private static @Nullable String text(String name, @Nullable Object value) {
    return switch (value) {
      case null -> null;
      case String text -> text;
      default -> throw RequestRefusal.wrongType(name, "a string");
    };
  }

  /** Members of JSON objects have names that are text. */
  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> object(String name, @Nullable Object value) {
    return switch (value) {
      case null -> Map.of();
      case Map<?, ?> members -> (Map<String, @Nullable Object>) members;
      default -> throw RequestRefusal.wrongType(name, "an object");
    };
  }
}
