package dev.authmethods.gateway.entra;

import dev.authmethods.gateway.access.Call;
import java.util.Map;
import java.util.Set;

/**
 * A lookup of many keys at once. All that fields of one request ask for at the same depth comes in one call.
 *
 * @param <K> what is asked for
 * @param <V> what is answered; a key without an answer is answered with null
 */
public interface BatchedLookup<K, V> {
  /** The name that controllers ask for it by. */
  String name();

  /** Looks all keys up, on a virtual thread. */
  Map<K, V> load(Set<K> keys, Call call);
}
