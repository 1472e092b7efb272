package dev.authmethods.gateway.user;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.entra.Entra;
import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.entra.Resource;
import dev.authmethods.gateway.entra.Service;
import dev.authmethods.gateway.entra.UserAddress;
import dev.authmethods.gateway.lookup.UserFieldLookup;
import dev.authmethods.gateway.method.User;
import dev.authmethods.gateway.method.UserKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The managers of users, with their details. Source: https://learn.microsoft.com/graph/api/user-list-manager */
@Component
class EntraManagers implements UserFieldLookup<User> {

  private static final UserSelection SELECTION = UserSelection.DETAILS;

  private static final Resource<UserKey, LookupResult<User>> MANAGER = new Resource<>(
    "managers",
    Service.DIRECTORY,
    _ -> SELECTION.permissions(),
    user -> UserAddress.of(user) + "/manager?" + SELECTION.select(),
    (_, in) -> SELECTION.read(in).asFound()
  );

  private final Entra entra;
  private final PeoplePolicy policy;

  EntraManagers(Entra entra, PeoplePolicy policy) {
    this.entra = entra;
    this.policy = policy;
  }

  @Override
  public String name() {
    return "managers";
  }

  @Override
  public Set<String> fields() {
    return Set.of("manager");
  }

  @Override
  public Map<UserKey, LookupResult<User>> load(Set<UserKey> users, RequestContext call) {
    return policy.load(call, users, these -> managers(call, these));
  }

  private Map<UserKey, LookupResult<User>> managers(RequestContext call, Set<UserKey> users) {
    var managers = new LinkedHashMap<UserKey, LookupResult<User>>();
    entra.readAll(call, users, MANAGER).forEach((user, answer) -> managers.put(user, manager(answer)));
    return managers;
  }

  private static LookupResult<User> manager(LookupResult<LookupResult<User>> answer) {
    return switch (answer) {
      case LookupResult.Failed<LookupResult<User>>(var failure) -> new LookupResult.Failed<>(failure);
      case LookupResult.Found<LookupResult<User>>(var manager) -> manager;
    };
  }
}
