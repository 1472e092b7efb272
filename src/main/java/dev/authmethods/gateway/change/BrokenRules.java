package dev.authmethods.gateway.change;

import dev.authmethods.gateway.error.ExpectedError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers the rules that are broken, all of one stage together. */
public final class BrokenRules {

  private BrokenRules() {}

  /** The errors of those rules that are broken. */
  @SafeVarargs
  @SuppressWarnings("varargs") // The rules are handed on to be read, never written.
  public static <E extends ExpectedError> List<E> of(Optional<? extends E>... rules) {
    var broken = new ArrayList<E>();
    for (var rule : rules) {
      rule.ifPresent(broken::add);
    }
    return List.copyOf(broken);
  }
}
