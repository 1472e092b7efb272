package dev.authmethods.truth;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * What became of one user's phones.
 *
 * @param before what there was at first
 */
record History(Map<PhoneKind, Phone> before, List<Change> changes) {
  /** What there was in the end. */
  Map<PhoneKind, Phone> after() {
    return states(Instant.MAX, Instant.MAX).getLast();
  }

  /** How often changes of a kind have made something else of the phone than it was. */
  long effects(Predicate<Change> kind) {
    var state = new HashMap<>(before);
    int effects = 0;
    for (var change : changes) {
      var was = state.get(change.kind());
      apply(change, state);
      effects += kind.test(change) && !Objects.equals(was, change.after()) ? 1 : 0;
    }
    return effects;
  }

  /** Whether it was so at some moment between the two. */
  boolean had(Instant from, Instant to, Predicate<Map<PhoneKind, Phone>> state) {
    return states(from, to).stream().anyMatch(state);
  }

  /** The state at the first moment, and after each change until the last. */
  private List<Map<PhoneKind, Phone>> states(Instant from, Instant to) {
    var state = new HashMap<>(before);
    var states = new ArrayList<Map<PhoneKind, Phone>>();
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

  private static void apply(Change change, Map<PhoneKind, Phone> state) {
    if (change.after() == null) {
      state.remove(change.kind());
    } else {
      state.put(change.kind(), change.after());
    }
  }
}
