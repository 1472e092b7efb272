package dev.authmethods.gateway.idempotency;

/** The store does not answer, and without it nothing may be sent. */
public final class StoreRequired extends RuntimeException {

  StoreRequired() {
    super("store required", null, false, false);
  }
}
