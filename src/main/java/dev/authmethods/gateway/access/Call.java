package dev.authmethods.gateway.access;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One request to the gateway: who makes it, until when it must be answered, and what was done for it.
 *
 * @param deadline the moment after which nothing more is started for it
 * @param wrote    whether something was written, or may have been
 * @param upstream what it cost upstream
 */
public record Call(Caller caller, Instant deadline, AtomicBoolean wrote, UpstreamCost upstream) {
  /** A request that has just come in. */
  public Call(Caller caller, Instant deadline) {
    this(caller, deadline, new AtomicBoolean(), new UpstreamCost());
  }

  /** What is left until the deadline; negative when it has passed. */
  public Duration remaining() {
    return Duration.between(Instant.now(), deadline);
  }
}
