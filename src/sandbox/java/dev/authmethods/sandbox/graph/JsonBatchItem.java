package dev.authmethods.sandbox.graph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Locale.ROOT;

import dev.authmethods.sandbox.http.HttpCall;
import dev.authmethods.sandbox.http.JsonTree;
import dev.authmethods.sandbox.http.RequestIds;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * One call of a batch.
 *
 * @param url the address as it was sent, relative to the version root
 * @param dependsOn the ids, in lower case, of the items that have to succeed first
 */
record JsonBatchItem(String id, String url, HttpCall call, List<String> dependsOn) {
  private static final Set<String> WRITES = Set.of("POST", "PATCH", "PUT");

  static JsonBatchItem read(JsonNode request, HttpCall batch) {
    var item = JsonTree.inLowerCase(request);
    var id = text(item, "id");
    var url = text(item, "url");
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    item
      .path("headers")
      .properties()
      .forEach(header -> headers.put(header.getKey(), header.getValue().asString()));
    var hasBody = item.hasNonNull("body");
    var method = text(item, "method").toUpperCase(ROOT);
    if ((hasBody || WRITES.contains(method)) && !(hasBody && headers.containsKey("Content-Type"))) {
      throw JsonBatch.malformed("Write request id : " + id + " does not contain Content-Type header or body.");
    }
    batch.header("Authorization").ifPresent(token -> headers.put("Authorization", token));
    batch.header(RequestIds.CLIENT).ifPresent(own -> headers.putIfAbsent(RequestIds.CLIENT, own));
    var address = HttpCall.GRAPH_VERSION + "/" + url.replaceFirst("^/", "");
    var call = HttpCall.of(batch.origin(), method, address, headers, hasBody ? body(item.path("body")) : "");
    return new JsonBatchItem(id, url, call, dependencies(item));
  }

  /** A JSON object as it is, or any body at all in base64 or its form for addresses. */
  private static String body(JsonNode body) {
    return body
      .stringValueOpt()
      .map(text -> text.replace('-', '+').replace('_', '/'))
      .flatMap(JsonBatchItem::decoded)
      .orElseGet(body::toString);
  }

  private static Optional<String> decoded(String base64) {
    try {
      return Optional.of(new String(Base64.getDecoder().decode(base64), UTF_8));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static List<String> dependencies(JsonNode item) {
    return item
      .path("dependson")
      .valueStream()
      .map(id -> id.asString().toLowerCase(ROOT))
      .toList();
  }

  /** An id may be a number: scripts count. */
  private static String text(JsonNode item, String property) {
    var value = item.path(property);
    return (property.equals("id") ? value.asStringOpt() : value.stringValueOpt())
      .filter(text -> !text.isBlank())
      .orElseThrow(() -> JsonBatch.malformed("Every request of a batch needs the property " + property + "."));
  }
}
