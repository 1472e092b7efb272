package dev.authmethods.gateway.entra;

import java.util.List;

/** The settings do not say which tenant to work with, or contradict each other. */
public final class UnusableSettings extends RuntimeException {

  private final transient List<String> problems;

  public UnusableSettings(List<String> problems) {
    super(String.join("; ", problems));
    this.problems = problems;
  }

  /** The problems, one for each setting, without values. */
  public List<String> problems() {
    return problems;
  }
}
