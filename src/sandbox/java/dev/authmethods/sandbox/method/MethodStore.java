package dev.authmethods.sandbox.method;

import dev.authmethods.sandbox.directory.DirectoryUser;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** The methods that the users of the tenant have registered; no other write runs during a write. */
public final class MethodStore {

  private final Map<String, UserMethods> seed;
  private final Map<String, UserMethods> byUser;
  private final WriteLog writes = new WriteLog();

  public MethodStore(Map<String, UserMethods> seed) {
    this.seed = Map.copyOf(seed);
    this.byUser = new ConcurrentHashMap<>(seed);
  }

  /** The changes that were made. */
  public WriteLog writes() {
    return writes;
  }

  public UserMethods of(DirectoryUser user) {
    return byUser.getOrDefault(user.id(), UserMethods.NONE);
  }

  /** Makes a change and writes it down, as one step; a change that throws is none. */
  synchronized UserMethods change(DirectoryUser user, MethodWrite write, UnaryOperator<UserMethods> change) {
    var changed = change.apply(of(user));
    byUser.put(user.id(), changed);
    writes.add(user, write, changed);
    return changed;
  }

  /** Adds a method, or replaces the one with its kind and id, as no caller of Graph can; the log of changes leaves it out. */
  public synchronized void put(DirectoryUser user, Method method) {
    byUser.put(user.id(), of(user).with(method));
  }

  public synchronized void reset() {
    byUser.putAll(seed);
    byUser.keySet().retainAll(seed.keySet());
    writes.clear();
  }

  /** The methods of all other users. */
  public synchronized List<UserMethods> ofOthers(DirectoryUser user) {
    return byUser
      .entrySet()
      .stream()
      .filter(entry -> !entry.getKey().equals(user.id()))
      .map(Map.Entry::getValue)
      .toList();
  }
}
