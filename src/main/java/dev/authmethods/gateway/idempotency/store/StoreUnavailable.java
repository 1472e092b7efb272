package dev.authmethods.gateway.idempotency.store;

/** The store cannot read or change a record at the moment. */
public final class StoreUnavailable extends RuntimeException {

  static final String UNREACHABLE = "The store of idempotency keys does not answer";
  static final String NOT_REPLICATED = "The store of idempotency keys has lost a change before its replicas had it";
  static final String UNREADABLE = "The store of idempotency keys holds what was not written with this secret";

  public StoreUnavailable(String message) {
    super(message);
  }

  public StoreUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
