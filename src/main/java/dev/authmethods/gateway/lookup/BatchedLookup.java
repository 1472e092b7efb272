package dev.authmethods.gateway.lookup;

import dev.authmethods.gateway.access.RequestContext;
import java.util.Map;
import java.util.Set;

/**
 * A lookup of many keys at once. The gateway collects the keys that fields of one request ask for at the same depth.
 *
 * @param <K> the key
 * @param <V> the value; null means that the key has none
 */
public interface BatchedLookup<K, V> {
  /** The name of its data loader, by which controllers ask for it. */
  String name();

  /** Looks all keys up, on a virtual thread. */
  Map<K, V> load(Set<K> keys, RequestContext call);
}
