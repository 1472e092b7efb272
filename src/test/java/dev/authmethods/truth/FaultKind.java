package dev.authmethods.truth;

import java.util.List;
import java.util.function.Function;

/**
 * One kind of thing that goes wrong.
 *
 * @param faults     what the sandbox is told for one mutation
 * @param limits     the limits of Microsoft Graph while it lasts; empty for none
 * @param findable   whether the outcome can be found out within the request, whatever the draw
 * @param where      for which mutations it makes sense
 */
record FaultKind(String name, Function<Scene, List<String>> faults, String limits, boolean findable, Where where) {
  static FaultKind of(String name, Function<Scene, List<String>> faults) {
    return new FaultKind(name, faults, "", true, Where.ALL);
  }

  /** One that leaves no way to find out in time. */
  FaultKind unfindable() {
    return new FaultKind(name, faults, limits, false, where);
  }

  FaultKind only(Where where) {
    return new FaultKind(name, faults, limits, findable, where);
  }

  static FaultKind limit(String name, String limits) {
    return new FaultKind(name, _ -> List.of(), limits, true, Where.ALL);
  }
}
