package dev.authmethods.gateway.accesspass;

import dev.authmethods.gateway.fixtures.SandboxControl;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The passes that a user really has, with their codes. */
final class StoredPasses {

  private StoredPasses() {}

  static List<JsonNode> of(SandboxControl sandbox, String user) {
    return sandbox.methods(user, "temporaryAccessPassMethods");
  }

  static List<String> codes(SandboxControl sandbox, String user) {
    return of(sandbox, user)
      .stream()
      .map(pass -> pass.path("temporaryAccessPass").asString(""))
      .toList();
  }
}
