package dev.authmethods.bench;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** The meaning of an answer to a mutation. */
enum Reply {
  /** The change was made. */
  DONE,
  /** The change was made by an earlier request with the same key. */
  REPLAYED,
  /** The change may have been made: the gateway does not know, or works on it. */
  UNKNOWN,
  /** Nothing was done; the same request may do it later. */
  REFUSED,
  /** The store may have lost the key: the client has to look. */
  KEY_LOST,
  /** There was no answer, or the load balancer had none. */
  CUT,
  /** Nothing of the above; no run should have it. */
  WRONG;

  private static final List<String> IN_DOUBT = List.of("OutcomeUnknownError", "IdempotencyKeyInFlightError");
  private static final List<String> LATER = List.of("UpstreamUnavailableError", "ThrottledError");

  static Reply of(int status, JsonNode body) {
    return switch (status) {
      case 200 -> of(body);
      case 502, 504 -> CUT;
      case 429, 503 -> REFUSED;
      default -> WRONG;
    };
  }

  private static Reply of(JsonNode body) {
    var payload = body.path("data").path("change");
    if (!payload.isObject()) {
      return WRONG;
    }
    var error = payload.path("errors").path(0).path("__typename").asString("");
    if (error.isEmpty()) {
      return payload.path("replayed").asBoolean() ? REPLAYED : DONE;
    }
    if (IN_DOUBT.contains(error)) {
      return UNKNOWN;
    }
    if (LATER.contains(error)) {
      return REFUSED;
    }
    return error.equals("IdempotencyKeysLostError") ? KEY_LOST : WRONG;
  }

  boolean isSuccess() {
    return this == DONE || this == REPLAYED;
  }
}
