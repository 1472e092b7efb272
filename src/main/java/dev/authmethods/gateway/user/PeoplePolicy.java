package dev.authmethods.gateway.user;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.authmethods.gateway.access.Caller;
import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.change.AccessPolicy;
import dev.authmethods.gateway.change.Operation;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.error.PermissionDeniedError;
import dev.authmethods.gateway.method.UserKey;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Decides which callers see more of people than the names of users whom they can name. On behalf of a caller Entra decides. When the
 * gateway acts as an application, Entra no longer looks at the caller: if no role was needed, the whole directory would be open to
 * everybody who may call the gateway.
 */
@Component
public class PeoplePolicy {

  private static final Operation READ = Operation.read("people", UserSelection.DETAILS.permissions());

  private final AccessPolicy access;

  PeoplePolicy(AccessPolicy access) {
    this.access = access;
  }

  /** Whether the caller may, as far as the gateway has to know. */
  public boolean mayRead(Caller caller) {
    return refusal(caller).isEmpty();
  }

  /** The error for a caller who may not: it names the roles that would help. */
  public Optional<PermissionDeniedError> refusal(Caller caller) {
    return access.roleMay(caller, READ);
  }

  /** Loads for callers who may; for others every result is a refusal. */
  public <V> Map<UserKey, LookupResult<V>> load(
    RequestContext call,
    Set<UserKey> users,
    Function<Set<UserKey>, Map<UserKey, LookupResult<V>>> load
  ) {
    return mayRead(call.caller())
      ? load.apply(users)
      : users.stream().collect(toMap(identity(), _ -> new LookupResult.Failed<>(EntraFailure.Refused.forbidden())));
  }
}
