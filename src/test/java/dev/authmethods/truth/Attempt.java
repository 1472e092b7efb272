package dev.authmethods.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A kind of fault, and the sort of mutation that it befalls.
 *
 * @param scene draws one
 */
record Attempt(FaultKind kind, Function<MutationDraw, Scene> scene) {
  /**
   * The attempts with one kind of fault.
   *
   * @param phones how many mutations of phones; of email addresses as many, and as many removals of other things, and of these at
   *               least one by each mutation
   */
  static List<Attempt> of(FaultKind kind, int phones) {
    var attempts = new ArrayList<>(removals(kind, phones));
    for (int i = 0; i < phones; i++) {
      attempts.add(new Attempt(kind, draw -> draw.phone(kind.where())));
    }
    var deeds = MutationKind.COMMON.stream().filter(kind.where()::includes).toList();
    for (int i = 0; i < Math.max(phones, deeds.size()); i++) {
      var deed = deeds.get(i % deeds.size());
      attempts.add(new Attempt(kind, draw -> draw.email(deed, kind.where())));
    }
    return attempts;
  }

  /** The attempts with removals alone. */
  static List<Attempt> removals(FaultKind kind, int each) {
    var deeds = MutationKind.REMOVALS.stream().filter(kind.where()::includes).toList();
    return IntStream.range(0, deeds.isEmpty() ? 0 : Math.max(each, deeds.size()))
      .mapToObj(i -> new Attempt(kind, draw -> draw.removal(deeds.get(i % deeds.size()))))
      .toList();
  }
}
