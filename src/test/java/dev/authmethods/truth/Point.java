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
 * @param step    from the numbers by type before it to those after it; empty where it cannot take place
 */
record Point(
  String name,
  Instant from,
  Instant to,
  boolean certain,
  Function<Map<PhoneKind, String>, Optional<Map<PhoneKind, String>>> step
) {
  static Point look(String name, Instant from, Instant to, Predicate<Map<PhoneKind, String>> seen) {
    return new Point(name, from, to, true, state -> seen.test(state) ? Optional.of(state) : Optional.empty());
  }

  /** The numbers with one more, or another. */
  static Map<PhoneKind, String> with(Map<PhoneKind, String> state, PhoneKind kind, String number) {
    var changed = new HashMap<>(state);
    changed.put(kind, number);
    return changed;
  }

  /** The numbers without one. */
  static Map<PhoneKind, String> without(Map<PhoneKind, String> state, PhoneKind kind) {
    var changed = new HashMap<>(state);
    changed.remove(kind);
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
