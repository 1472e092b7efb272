package dev.authmethods.gateway.removal;

/** The outcomes of a method in a reset. */
enum MfaResetOutcome {
  PLANNED,
  DELETED,
  WAS_GONE,
  KEPT,
  FAILED,
  UNKNOWN,
  NOT_TRIED;

  /** Whether the method is not there any more. */
  boolean isGone() {
    return this == DELETED || this == WAS_GONE;
  }
}
