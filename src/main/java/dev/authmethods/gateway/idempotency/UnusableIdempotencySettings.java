package dev.authmethods.gateway.idempotency;

import java.util.List;

/** The settings of idempotency keys are incomplete, or cannot be right. */
final class UnusableIdempotencySettings extends RuntimeException {

  private final transient List<String> problems;

  UnusableIdempotencySettings(List<String> problems) {
    super(String.join("; ", problems));
    this.problems = problems;
  }

  List<String> problems() {
    return problems;
  }
}
