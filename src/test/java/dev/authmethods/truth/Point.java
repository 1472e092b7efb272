package dev.authmethods.truth;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Something that takes place at one moment between two: a change, or a look.
 *
 * @param certain whether it has taken place for sure
 * @param step    from the numbers and addresses before it to those after it; empty where it cannot take place
 */
record Point(
  String name,
  Instant from,
  Instant to,
  boolean certain,
  Function<Map<Slot, String>, Optional<Map<Slot, String>>> step
) {
  static Point look(String name, Instant from, Instant to, Predicate<Map<Slot, String>> seen) {
    return new Point(name, from, to, true, state -> seen.test(state) ? Optional.of(state) : Optional.empty());
  }

  /** The texts with one more, or another. */
  static Map<Slot, String> with(Map<Slot, String> state, Slot slot, String text) {
    var changed = new HashMap<>(state);
    changed.put(slot, text);
    return changed;
  }

  /** The texts without one. */
  static Map<Slot, String> without(Map<Slot, String> state, Slot slot) {
    var changed = new HashMap<>(state);
    changed.remove(slot);
    return changed;
  }

  /** Whether it was over before the other began. */
  boolean isBefore(Point other) {
    return to.isBefore(other.from);
  }

  @Override
  public String toString() {
    return name + (certain ? "" : "?");
  }
}
