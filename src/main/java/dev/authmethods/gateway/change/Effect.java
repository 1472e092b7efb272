package dev.authmethods.gateway.change;

/** What a mutation did that sets a method, whether the user has one already or not. */
public enum Effect {
  /** The user had none. The method was added. */
  ADDED,
  /** The user had another, or one that the caller does not see in full. The method was updated. */
  UPDATED,
  /** The user had this very method. Nothing was written. */
  UNCHANGED,
}
