package dev.authmethods.gateway.change.run;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.change.AccessPolicy;
import dev.authmethods.gateway.change.EntraMethods;
import dev.authmethods.gateway.change.Operation;
import dev.authmethods.gateway.entra.Entra;
import dev.authmethods.gateway.entra.MethodPermissions;
import dev.authmethods.gateway.method.AuthenticationMethodKind;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.UserKey;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** Phones of a user who has what a test says. */
final class ScriptedPhones extends EntraMethods<PhoneMethod> {

  List<PhoneMethod> existing = List.of();

  ScriptedPhones(Entra entra, AccessPolicy policy) {
    super(
      entra,
      policy,
      PhoneMethod.class,
      "phoneAuthenticationMethod",
      "scripted",
      Operation.read("scripted", MethodPermissions.toRead("Phone")),
      List.of()
    );
  }

  @Override
  public List<PhoneMethod> list(RequestContext call, UserKey user) {
    return existing;
  }

  @Override
  public @Nullable PhoneMethod read(UserKey user, JsonParser in) {
    return null;
  }

  @Override
  public AuthenticationMethodKind kind() {
    return AuthenticationMethodKind.PHONE;
  }

  @Override
  public Set<String> fields() {
    return Set.of();
  }
}
