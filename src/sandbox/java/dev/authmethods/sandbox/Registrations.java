package dev.authmethods.sandbox;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** What the users of the tenant have registered; every write sees the whole tenant at rest. */
final class Registrations {

  private final Map<String, Registration> seed;
  private final Map<String, Registration> byUser;
  private final WriteLog writes = new WriteLog();

  Registrations(Map<String, Registration> seed) {
    this.seed = Map.copyOf(seed);
    this.byUser = new ConcurrentHashMap<>(seed);
  }

  /** The changes that were made. */
  WriteLog writes() {
    return writes;
  }

  Registration of(User user) {
    return byUser.getOrDefault(user.id(), Registration.NONE);
  }

  /** Makes a change and writes it down, as one step; a change that throws is none. */
  synchronized Registration change(User user, MethodWrite write, UnaryOperator<Registration> change) {
    var changed = change.apply(of(user));
    byUser.put(user.id(), changed);
    writes.add(user, write, changed);
    return changed;
  }

  synchronized void reset() {
    byUser.putAll(seed);
    byUser.keySet().retainAll(seed.keySet());
    writes.clear();
  }

  /** Whether somebody else signs in with this number (Microsoft Graph: phoneAuthenticationMethod: enableSmsSignIn). */
  synchronized boolean isSignInNumberOfAnother(User user, PhoneNumber number) {
    return byUser
      .entrySet()
      .stream()
      .filter(entry -> !entry.getKey().equals(user.id()))
      .flatMap(entry -> entry.getValue().phones())
      .anyMatch(phone -> phone.state() == SignInState.READY && phone.number().equals(number));
  }
}
