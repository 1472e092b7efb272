package dev.authmethods.gateway.email;

import dev.authmethods.gateway.fixtures.SandboxControl;
import java.util.List;

/** The addresses that the sandbox has, unmasked. */
final class StoredEmails {

  private StoredEmails() {}

  static List<String> of(SandboxControl sandbox, String user) {
    return sandbox
      .call("GET", "/users/" + user + "/emailMethods", "")
      .listAt("")
      .stream()
      .map(email -> email.path("emailAddress").asString())
      .toList();
  }
}
