package dev.authmethods.gateway.audit;

/** The audit trail cannot be written, and the settings allow no write without it: nothing was sent. */
public final class AuditUnavailable extends RuntimeException {

  AuditUnavailable() {
    super("the audit trail cannot be written", null, false, false);
  }
}
