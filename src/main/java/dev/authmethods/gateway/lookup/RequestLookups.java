package dev.authmethods.gateway.lookup;

import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.method.UserKey;
import java.util.concurrent.CompletableFuture;

/** The lookups of one field of one request, by name. They share what they find with the lookups of other fields. */
public interface RequestLookups {
  /** Looks users up together with what the selected fields need. */
  UserPrefetch users();

  /** Begins one lookup about one user. */
  default <V> CompletableFuture<LookupResult<V>> load(String lookup, UserKey user) {
    return loadBy(lookup, user);
  }

  /** Begins one lookup by another key than that of a user. */
  <K, V> CompletableFuture<LookupResult<V>> loadBy(String lookup, K key);
}
