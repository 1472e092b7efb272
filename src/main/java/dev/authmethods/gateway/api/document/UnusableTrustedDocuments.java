package dev.authmethods.gateway.api.document;

import java.util.List;

/** The list of trusted documents is missing, cannot be read, or holds what could not be executed. */
final class UnusableTrustedDocuments extends RuntimeException {

  private final transient List<String> problems;

  UnusableTrustedDocuments(List<String> problems) {
    super(String.join("; ", problems));
    this.problems = problems;
  }

  List<String> problems() {
    return problems;
  }
}
