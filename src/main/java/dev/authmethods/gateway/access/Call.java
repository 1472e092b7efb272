package dev.authmethods.gateway.access;

import java.time.Duration;
import java.time.Instant;

/**
 * One request to the gateway: who makes it, and until when it must be answered.
 *
 * @param deadline the moment after which nothing more is started for it
 */
public record Call(Caller caller, Instant deadline) {
  /** What is left until the deadline; negative when it has passed. */
  public Duration remaining() {
    return Duration.between(Instant.now(), deadline);
  }
}
