package dev.authmethods.truth;

/** The mutations, and what each does first. */
enum MutationKind {
  ADD(0),
  /** An item of {@code addPhoneMethods}. */
  ADD_ONE_OF_MANY(1),
  SET(1),
  UPDATE(1),
  DELETE(1),
  ENABLE(1),
  DISABLE(1);

  private final int readsFirst;

  MutationKind(int readsFirst) {
    this.readsFirst = readsFirst;
  }

  /** How often it reads the phones before it writes. */
  int readsFirst() {
    return readsFirst;
  }

  boolean isNumbered() {
    return this == ADD || this == ADD_ONE_OF_MANY || this == SET || this == UPDATE;
  }
}
