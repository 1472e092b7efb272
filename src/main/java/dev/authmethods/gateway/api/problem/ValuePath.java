package dev.authmethods.gateway.api.problem;

import java.util.ArrayList;
import java.util.List;

/**
 * The path to a value or a field: the names and indexes that lead to it.
 *
 * @param sign  in front of the first name when a message shows it
 * @param steps names, and indexes of lists
 */
public record ValuePath(String sign, List<Object> steps) {
  /** Nobody reads more, and each of many errors repeats it. */
  private static final int MAX_STEPS = 32;

  /** The path of the operation's root. */
  public static ValuePath ofRoot() {
    return new ValuePath("", List.of());
  }

  /** The path of an argument. */
  public static ValuePath ofArgument(String name) {
    return new ValuePath("", List.of(name));
  }

  /** The path of a variable, shown with a dollar sign. */
  public static ValuePath ofVariable(String name) {
    return new ValuePath("$", List.of(name));
  }

  /** The path of a part: a field's name, or an index from 0. */
  public ValuePath to(Object nameOrIndex) {
    var further = new ArrayList<>(steps);
    further.add(nameOrIndex);
    return new ValuePath(sign, further);
  }

  /** The steps, safe to show. */
  List<Object> shown() {
    return steps.stream().limit(MAX_STEPS).map(ValuePath::shown).toList();
  }

  private static Object shown(Object step) {
    return step instanceof String name ? ShownName.of(name) : step;
  }

  /** As in {@code $input.items[2].phoneNumber}. */
  @Override
  public String toString() {
    var text = new StringBuilder(sign);
    for (var step : shown()) {
      if (step instanceof String name) {
        text.append(text.length() > sign.length() ? "." : "").append(name);
      } else {
        text.append('[').append(step).append(']');
      }
    }
    return steps.size() > MAX_STEPS ? text + ShownName.HIDDEN : text.toString();
  }
}
