package dev.authmethods.sandbox.pass;

import dev.authmethods.sandbox.behaviour.GraphSettings;
import dev.authmethods.sandbox.directory.DirectoryUser;
import dev.authmethods.sandbox.method.MethodKind;
import dev.authmethods.sandbox.method.MethodStore;
import java.util.Optional;

/** Signs users in with their passes; the sandbox has no page for that. */
public final class AccessPassSignIn {

  private final MethodStore registrations;
  private final GraphSettings settings;

  public AccessPassSignIn(MethodStore registrations, GraphSettings settings) {
    this.registrations = registrations;
    this.settings = settings;
  }

  /** Uses a pass, if it can be used; empty when the user has none with this code. */
  public Optional<AccessPassUsability> use(DirectoryUser user, String code) {
    return registrations
      .of(user)
      .of(MethodKind.ACCESS_PASS)
      .map(RegisteredAccessPass.class::cast)
      .filter(pass -> pass.code().equals(code))
      .findFirst()
      .map(pass -> use(user, pass));
  }

  private AccessPassUsability use(DirectoryUser user, RegisteredAccessPass pass) {
    var usability = pass.usability(settings.get().temporaryAccessPassPolicy(), settings.instant());
    if (usability.isUsable()) {
      registrations.put(user, pass.used());
    }
    return usability;
  }
}
