package dev.authmethods.gateway.api.check;

/** Takes the variables that stand in the values of one operation or fragment. */
@FunctionalInterface
interface VariableUses {
  /** Where no variable can stand, or none is looked for. */
  VariableUses NONE = _ -> {};

  void add(VariableUse use);
}
