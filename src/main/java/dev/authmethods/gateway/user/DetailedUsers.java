package dev.authmethods.gateway.user;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.lookup.BatchedLookup;
import dev.authmethods.gateway.method.User;
import dev.authmethods.gateway.method.UserKey;
import java.util.Map;
import java.util.Set;

/** Users with their details, for callers who may see these; others see the names. */
record DetailedUsers(
  EntraUsers names,
  EntraUsers details,
  PeoplePolicy policy
) implements BatchedLookup<UserKey, LookupResult<User>> {
  @Override
  public String name() {
    return details.name();
  }

  @Override
  public Map<UserKey, LookupResult<User>> load(Set<UserKey> keys, RequestContext call) {
    return policy.mayRead(call.caller()) ? details.load(keys, call) : names.load(keys, call);
  }
}
