package dev.authmethods.gateway.user;

import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.lookup.NodeSource;
import dev.authmethods.gateway.lookup.RequestLookups;
import dev.authmethods.gateway.method.GlobalId;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds users by their global ids. */
@Component
class UserNodes implements NodeSource {

  @Override
  public Set<String> typeNames() {
    return Set.of("User");
  }

  @Override
  public CompletableFuture<? extends @Nullable Object> find(GlobalId id, RequestLookups lookups) {
    return lookups.users().user(id.user()).thenApply(LookupResult::visible);
  }
}
