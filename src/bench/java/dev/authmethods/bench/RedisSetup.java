package dev.authmethods.bench;

import java.util.List;

/** One or several servers of Redis that keep the idempotency keys of all gateways. */
interface RedisSetup extends AutoCloseable {
  /** What leads a gateway to it. */
  List<String> settings();

  /** The server that has the keys at first. */
  RedisProcess primary();

  /** Ends that server without warning, waits until another has its place, and lets it come back as a replica. */
  default void failOver() {
    throw new UnsupportedOperationException("There is only one server");
  }

  @Override
  void close();
}
