package dev.authmethods.gateway.api.check;

/** Takes the variables that stand in the values of one operation or fragment. */
@FunctionalInterface
interface VariableUses {
  /** For values that contain no variable, or in which nobody looks for one. */
  VariableUses NONE = _ -> {};

  void add(VariableUse use);
}
