package dev.authmethods.truth;

/** What becomes of Redis in one round of histories. */
enum Disturbance {
  /** Nothing. */
  NONE,
  /** It is emptied. */
  EMPTIED,
  /** It is gone for a while and comes back empty, and the gateways refuse what has a key meanwhile. */
  GONE,
  /** The same, and the gateways go on without it. */
  GONE_AND_DONE_WITHOUT;

  /** Of every six rounds, three. */
  static Disturbance of(int round) {
    return switch (round % 6) {
      case 2 -> EMPTIED;
      case 4 -> GONE;
      case 5 -> GONE_AND_DONE_WITHOUT;
      default -> NONE;
    };
  }

  /** Whether keys are lost. */
  boolean isLoss() {
    return this != NONE;
  }
}
