package dev.authmethods.gateway.password;

import static java.util.concurrent.CompletableFuture.completedFuture;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.lookup.BatchedLookup;
import dev.authmethods.gateway.lookup.NodeSource;
import dev.authmethods.gateway.lookup.RequestLookups;
import dev.authmethods.gateway.method.GlobalId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds resets by their global ids, so that clients can follow them. */
@Component
class PasswordResetNodes implements NodeSource, BatchedLookup<OperationAddress, LookupResult<PasswordResetOperation>> {

  private static final String NAME = "passwordResets";

  private final EntraPasswords passwords;

  PasswordResetNodes(EntraPasswords passwords) {
    this.passwords = passwords;
  }

  @Override
  public Set<String> typeNames() {
    return Set.of(OperationAddress.TYPE);
  }

  /** Only a text that the gateway gave out leads to an operation. */
  @Override
  public CompletableFuture<? extends @Nullable Object> find(GlobalId id, RequestLookups lookups) {
    var address =
      id instanceof GlobalId.OfMethod(var _, var user, var local) ? OperationAddress.ofLocal(user, local) : null;
    return address == null
      ? completedFuture(null)
      : lookups.<OperationAddress, PasswordResetOperation>loadBy(NAME, address).thenApply(LookupResult::visible);
  }

  @Override
  public String name() {
    return NAME;
  }

  /** Applications can read no reset, so nothing is sent for them. */
  @Override
  public Map<OperationAddress, LookupResult<PasswordResetOperation>> load(
    Set<OperationAddress> addresses,
    RequestContext call
  ) {
    if (!passwords.isForbiddenTo(call.caller())) {
      return passwords.polling().readAll(call, addresses);
    }
    var hidden = new LinkedHashMap<OperationAddress, LookupResult<PasswordResetOperation>>();
    addresses.forEach(each -> hidden.put(each, new LookupResult.Failed<>(EntraFailure.Refused.forbidden())));
    return hidden;
  }
}
