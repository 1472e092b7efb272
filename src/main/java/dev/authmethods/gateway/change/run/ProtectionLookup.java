package dev.authmethods.gateway.change.run;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.change.AccessPolicy;
import dev.authmethods.gateway.change.EntraResources;
import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.entra.ProtectedUsers;
import dev.authmethods.gateway.entra.Protection;
import dev.authmethods.gateway.lookup.UserFieldLookup;
import dev.authmethods.gateway.method.UserKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How users are protected, for the fields that tell which changes are possible, if the gateway itself has to ask. */
@Component
class ProtectionLookup implements UserFieldLookup<Protection> {

  private final ProtectedUsers protectedUsers;
  private final AccessPolicy policy;
  private final List<EntraResources<?>> kinds;

  ProtectionLookup(ProtectedUsers protectedUsers, AccessPolicy policy, List<EntraResources<?>> kinds) {
    this.protectedUsers = protectedUsers;
    this.policy = policy;
    this.kinds = kinds;
  }

  @Override
  public String name() {
    return "protections";
  }

  @Override
  public Set<String> fields() {
    return kinds
      .stream()
      .filter(UserFieldLookup.class::isInstance)
      .flatMap(kind -> ((UserFieldLookup<?>) kind).fields().stream())
      .filter(field -> field.endsWith("Eligibility"))
      .collect(Collectors.toSet());
  }

  /** False if the caller is refused already for another reason, for every kind of method. */
  @Override
  public boolean isNeeded(RequestContext call, UserKey user) {
    return !policy.protections(call.caller()).isEmpty() && kinds.stream().anyMatch(kind -> mayAdd(call, user, kind));
  }

  private boolean mayAdd(RequestContext call, UserKey user, EntraResources<?> kind) {
    return kind
      .mutations()
      .stream()
      .limit(1)
      .anyMatch(add -> policy.errors(call.caller(), user, add, kind.isOwnAccountAllowed()).isEmpty());
  }

  @Override
  public Map<UserKey, LookupResult<Protection>> load(Set<UserKey> users, RequestContext call) {
    return protectedUsers.load(users, policy.protections(call.caller()), call);
  }
}
