package dev.authmethods.truth;

import java.util.List;
import java.util.function.Function;

/**
 * One kind of thing that goes wrong.
 *
 * @param faults     what the sandbox is told for one mutation
 * @param limits     the limits of Microsoft Graph while it lasts; empty for none
 * @param findable   whether the outcome can be found out within the request, whatever the draw
 * @param createOnly whether it makes sense only where a phone is added
 */
record FaultKind(
  String name,
  Function<Scene, List<String>> faults,
  String limits,
  boolean findable,
  boolean createOnly
) {
  static FaultKind of(String name, Function<Scene, List<String>> faults) {
    return new FaultKind(name, faults, "", true, false);
  }

  /** One that leaves no way to find out in time. */
  FaultKind unfindable() {
    return new FaultKind(name, faults, limits, false, createOnly);
  }

  FaultKind ofCreatesOnly() {
    return new FaultKind(name, faults, limits, findable, true);
  }

  static FaultKind limit(String name, String limits) {
    return new FaultKind(name, _ -> List.of(), limits, true, false);
  }
}
