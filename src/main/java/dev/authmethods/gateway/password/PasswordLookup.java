package dev.authmethods.gateway.password;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.lookup.BatchedLookup;
import dev.authmethods.gateway.method.UserKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Looks up, for many users at once, the facts that decide whether their passwords can be reset. */
@Component
class PasswordLookup implements BatchedLookup<UserKey, LookupResult<UserPassword>> {

  private final EntraPasswords passwords;

  PasswordLookup(EntraPasswords passwords) {
    this.passwords = passwords;
  }

  @Override
  public String name() {
    return "passwordsOfUsers";
  }

  @Override
  public Map<UserKey, LookupResult<UserPassword>> load(Set<UserKey> users, RequestContext call) {
    var found = new LinkedHashMap<UserKey, LookupResult<UserPassword>>();
    passwords.listAll(call, users).forEach((user, answer) -> found.put(user, answer.map(List::getFirst)));
    return found;
  }
}
