package dev.authmethods.gateway.entra;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A successful answer of Microsoft Graph with its status and headers, for the few requests whose result is in these:
 * status 202 with {@code Location}, for example.
 *
 * @param status  the HTTP status, from 200 to 299
 * @param headers by their names, in any case; a header that came several times is a list with commas
 * @param body    the SDK's model; null when the answer has no content
 */
public record GraphAnswer<T>(int status, Map<String, String> headers, @Nullable T body) {
  /** The value of a header; null when the answer has no such header. */
  public @Nullable String header(String name) {
    return headers.get(name);
  }
}
