package dev.authmethods.gateway.idempotency;

/** What is known of a key cannot be told or changed at the moment. */
final class StoreUnavailable extends RuntimeException {

  static final String UNREACHABLE = "The store of idempotency keys does not answer";
  static final String UNREADABLE = "The store of idempotency keys holds what was not written with this secret";

  StoreUnavailable(String message) {
    super(message);
  }

  StoreUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
