package dev.authmethods.gateway.api.request;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters in the address of a request, each at most once. */
final class UrlParameters {

  /** There are five that count. */
  private static final int MOST = 100;

  private final Map<String, List<String>> values;

  private UrlParameters(Map<String, List<String>> values) {
    this.values = values;
  }

  /** Decodes them; a {@link InvalidRequest} when they cannot be. Source: GraphQL over HTTP, GET. */
  static UrlParameters of(String uri) {
    try {
      return new UrlParameters(new QueryStringDecoder(uri, StandardCharsets.UTF_8, true, MOST, true).parameters());
    } catch (IllegalArgumentException e) {
      throw new InvalidRequest(InvalidRequest.Code.MALFORMED_URL, "The address cannot be decoded.");
    }
  }

  @Nullable
  String text(String name) {
    var all = values.getOrDefault(name, List.of());
    if (all.size() > 1) {
      throw new InvalidRequest(InvalidRequest.Code.DUPLICATE_PARAMETER, name + " must be given once.");
    }
    return all.isEmpty() ? null : all.getFirst();
  }

  /** The value of a parameter as JSON; null when there is none. */
  @Nullable
  Object json(String name) {
    var text = text(name);
    return text == null ? null : StrictJson.read(name, text);
  }
}
