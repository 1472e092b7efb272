package dev.authmethods.truth;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * What became of one user's methods.
 *
 * @param before what there was at first
 */
record History(Map<Slot, Method> before, List<Change> changes) {
  /** What there was in the end. */
  Map<Slot, Method> after() {
    return states(Instant.MAX, Instant.MAX).getLast();
  }

  /** How often changes of a kind have made something else of the method than it was. */
  long effects(Predicate<Change> kind) {
    var state = new HashMap<>(before);
    int effects = 0;
    for (var change : changes) {
      var was = state.get(change.slot());
      apply(change, state);
      effects += kind.test(change) && !Objects.equals(was, change.after()) ? 1 : 0;
    }
    return effects;
  }

  /** Whether it was so at some moment between the two. */
  boolean had(Instant from, Instant to, Predicate<Map<Slot, Method>> state) {
    return states(from, to).stream().anyMatch(state);
  }

  /** The state at the first moment, and after each change until the last. */
  List<Map<Slot, Method>> states(Instant from, Instant to) {
    var state = new HashMap<>(before);
    var states = new ArrayList<Map<Slot, Method>>();
    for (var change : changes) {
      if (!change.at().isBefore(from)) {
        states.add(Map.copyOf(state));
      }
      if (change.at().isAfter(to)) {
        return states;
      }
      apply(change, state);
    }
    states.add(Map.copyOf(state));
    return states;
  }

  private static void apply(Change change, Map<Slot, Method> state) {
    if (change.after() == null) {
      state.remove(change.slot());
    } else {
      state.put(change.slot(), change.after());
    }
  }
}
