package dev.authmethods.matrix;

/**
 * A cell of the matrix, decided twice.
 *
 * @param isAllowed by the model
 * @param verdict   of the gateway
 */
record Cell(Persona persona, Action action, Target target, boolean isAllowed, Verdict verdict) {
  /** The verdict of the gateway over HTTP. */
  enum Verdict {
    /** The answer shows it, or the sandbox has exactly this write. */
    DONE,
    /** Refused as not permitted, and nothing was written. */
    DENIED,
    /** Refused because of the methods that the user has, as anybody would be, and nothing was written. */
    STATE,
    /** The answer and the writes of the sandbox do not fit each other, or the action. */
    WRONG,
  }

  boolean isDifferent() {
    return switch (verdict) {
      case DONE -> !isAllowed;
      case DENIED -> isAllowed;
      case STATE -> false;
      case WRONG -> true;
    };
  }
}
