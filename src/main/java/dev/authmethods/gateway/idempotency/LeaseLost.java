package dev.authmethods.gateway.idempotency;

/** Another request has taken over, since this one took too long before it sent anything, or the store has lost the key meanwhile. */
public final class LeaseLost extends RuntimeException {

  LeaseLost() {
    super("lease lost", null, false, false);
  }
}
