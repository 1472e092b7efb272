package dev.authmethods.gateway.api.error;

import org.jspecify.annotations.Nullable;

/**
 * A limit, and how much a request asks for.
 *
 * @param code  the code of the error
 * @param key   the key of its message
 * @param limit the setting
 * @param found how much the request asks for; null when the gateway did not count to the end
 */
public record ExceededLimit(ErrorCode code, String key, int limit, @Nullable Long found) {
  public ExceededLimit(ErrorCode code, int limit, @Nullable Long found) {
    this(code, code.name(), limit, found);
  }

  /** Whether what was found is within the limit. */
  public boolean isNone() {
    return found != null && found <= limit;
  }
}
