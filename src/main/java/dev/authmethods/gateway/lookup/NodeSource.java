package dev.authmethods.gateway.lookup;

import dev.authmethods.gateway.method.GlobalId;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Finds the objects of some types of the schema by their global ids, for the field {@code node}. */
public interface NodeSource {
  /** The names of the types. */
  Set<String> typeNames();

  /** The object; null when it does not exist, or the caller may not see it. */
  CompletableFuture<? extends @Nullable Object> find(GlobalId id, RequestLookups lookups);
}
