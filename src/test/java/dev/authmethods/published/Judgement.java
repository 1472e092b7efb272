package dev.authmethods.published;

import java.util.List;
import java.util.function.Predicate;

/** Whether the schema of today may take the place of the published one. */
record Judgement(List<Change> changes, List<Declaration> declarations) {
  /** Breaks that nobody has declared. */
  List<Change> undeclared() {
    return of(Effect.BREAKS).stream().filter(Predicate.not(this::isDeclared)).toList();
  }

  List<Change> declared() {
    return of(Effect.BREAKS).stream().filter(this::isDeclared).toList();
  }

  /** Declarations that no break stands behind, or no longer. */
  List<Declaration> stale() {
    return declarations
      .stream()
      .filter(declaration -> changes.stream().noneMatch(declaration::isAbout))
      .toList();
  }

  List<Change> of(Effect effect) {
    return changes
      .stream()
      .filter(change -> change.effect() == effect)
      .toList();
  }

  private boolean isDeclared(Change change) {
    return declarations.stream().anyMatch(declaration -> declaration.isAbout(change));
  }
}
