package dev.authmethods.gateway.idempotency;

/** The store cannot be asked, and without it nothing shall be sent. */
public final class StoreRequired extends RuntimeException {

  StoreRequired() {
    super("store required", null, false, false);
  }
}
