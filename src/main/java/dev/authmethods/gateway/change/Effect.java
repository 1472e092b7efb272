package dev.authmethods.gateway.change;

/** The effect of a mutation that sets a method: it adds the method, or changes the one that the user has. */
public enum Effect {
  /** The user had none. The method was added. */
  ADDED,
  /** The user had another, or one that the caller does not see in full. The method was updated. */
  UPDATED,
  /** The user had this very method. Nothing was written. */
  UNCHANGED,
}
