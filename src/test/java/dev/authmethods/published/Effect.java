package dev.authmethods.published;

/** What a change means to clients that were written for the published schema. */
enum Effect {
  /** Some that did everything right fail, or do something else than they did. */
  BREAKS,
  /** They go on as before, and may meet what they do not know or refuse what would do by now. */
  NOTICED,
  /** They cannot tell. */
  HARMLESS,
}
