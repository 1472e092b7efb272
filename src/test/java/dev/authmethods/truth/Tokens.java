package dev.authmethods.truth;

import dev.authmethods.gateway.fixtures.SandboxControl;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** A token for each administrator, good for the whole run. */
final class Tokens {

  private final Map<Admin, String> tokens = new EnumMap<>(Admin.class);

  Tokens(SandboxControl sandbox) {
    for (var admin : Admin.values()) {
      tokens.put(admin, sandbox.token(admin.persona()));
    }
  }

  String of(Admin admin) {
    return Objects.requireNonNull(tokens.get(admin));
  }
}
