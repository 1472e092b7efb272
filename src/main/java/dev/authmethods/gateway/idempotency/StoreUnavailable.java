package dev.authmethods.gateway.idempotency;

/** What is known of a key cannot be told or changed at the moment. */
final class StoreUnavailable extends RuntimeException {

  StoreUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
