package dev.authmethods.gateway.outcome;

/** How it is known that a change was made. */
public enum Confirmation {
  /** Microsoft Graph said so. */
  UPSTREAM,
  /** It was seen, after an answer that left it open. */
  READ_BACK,
  /** As {@link #READ_BACK}, as far as the caller may see: what is masked could differ. */
  READ_BACK_MASKED,
}
