package dev.authmethods.truth;

/** The mutations for which a kind of fault makes sense. */
enum Where {
  ALL,
  /** Something is added. */
  CREATES,
  /** What is there is given another text, by somebody who sees it whole. */
  SEEN_CHANGES;

  /** Whether it can make sense for such a mutation. */
  boolean includes(MutationKind deed) {
    return switch (this) {
      case ALL -> true;
      case CREATES -> deed.mayAdd();
      case SEEN_CHANGES -> deed.mayChange();
    };
  }

  boolean includes(Scene scene) {
    return switch (this) {
      case ALL -> true;
      case CREATES -> scene.isCreate();
      case SEEN_CHANGES -> scene.isSeenChange();
    };
  }
}
