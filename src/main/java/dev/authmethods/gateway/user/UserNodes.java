package dev.authmethods.gateway.user;

import dev.authmethods.gateway.access.Call;
import dev.authmethods.gateway.entra.Answer;
import dev.authmethods.gateway.entra.BatchedLookup;
import dev.authmethods.gateway.method.GlobalId;
import dev.authmethods.gateway.method.User;
import dev.authmethods.gateway.method.UserKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Users by their global ids. */
@Component
class UserNodes implements BatchedLookup<GlobalId, Answer<User>> {

  private final EntraUsers users;

  UserNodes(EntraUsers users) {
    this.users = users;
  }

  @Override
  public String name() {
    return "User";
  }

  @Override
  public Map<GlobalId, Answer<User>> load(Set<GlobalId> ids, Call call) {
    Set<UserKey> keys = ids.stream().map(GlobalId::user).collect(Collectors.toSet());
    var found = users.load(keys, call);
    var nodes = new HashMap<GlobalId, Answer<User>>();
    ids.forEach(id -> nodes.put(id, Objects.requireNonNull(found.get(id.user()))));
    return nodes;
  }
}
