package dev.authmethods.gateway.change;

/** How it is known that a change was made. */
public enum Confirmation {
  /** Microsoft Graph confirmed it. */
  UPSTREAM,
  /** The gateway read it back, after an answer that left the outcome unclear. */
  READ_BACK,
  /** As {@link #READ_BACK}, as far as the caller may see: a masked part could differ. */
  READ_BACK_MASKED,
}
