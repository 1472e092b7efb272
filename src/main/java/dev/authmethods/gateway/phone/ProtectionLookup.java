package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.entra.ProtectedUsers;
import dev.authmethods.gateway.entra.Protection;
import dev.authmethods.gateway.lookup.UserFieldLookup;
import dev.authmethods.gateway.method.UserKey;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** How users are protected, where the gateway itself has to see to that. */
@Component
class ProtectionLookup implements UserFieldLookup<Protection> {

  private final ProtectedUsers protectedUsers;
  private final AccessPolicy policy;

  ProtectionLookup(ProtectedUsers protectedUsers, AccessPolicy policy) {
    this.protectedUsers = protectedUsers;
    this.policy = policy;
  }

  @Override
  public String name() {
    return "protections";
  }

  @Override
  public Set<String> fields() {
    return Set.of("phoneEligibility");
  }

  /** Not where something else stands against the caller already. */
  @Override
  public boolean isNeeded(RequestContext call, UserKey user) {
    return policy.protectsUsers() && AddPhone.mayAdd(call.caller(), user, policy).isEmpty();
  }

  @Override
  public Map<UserKey, LookupResult<Protection>> load(Set<UserKey> users, RequestContext call) {
    return protectedUsers.load(users, policy.isPrivileged(call.caller()), call);
  }
}
