package dev.authmethods.sandbox.directory;

import static java.time.temporal.ChronoUnit.SECONDS;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The passwords of users, and since when they have them. Nobody knows those of the seed. */
public final class Passwords {

  /** The property of a user that tells when the password was last changed. */
  public static final String PROPERTY = "lastPasswordChangeDateTime";

  private final InstantSource clock;
  private final Map<String, List<Change>> byUser = new ConcurrentHashMap<>();

  /**
   * A change, perhaps one that is still to come.
   *
   * @param at        when the user has the password
   * @param shownFrom when readers see it: the directory replicates changes
   */
  private record Change(String password, Instant at, Instant shownFrom) {}

  public Passwords(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Gives a user another password.
   *
   * @param at    when it holds, which can be later than now
   * @param delay until readers see it, from then on
   */
  public void change(DirectoryUser user, String password, Instant at, Duration delay) {
    byUser.merge(user.id(), List.of(new Change(password, at, at.plus(delay))), (earlier, added) ->
      Stream.concat(earlier.stream(), added.stream()).toList()
    );
  }

  /** Whether it is the password that the user has now. */
  public boolean isCurrent(DirectoryUser user, String password) {
    var now = clock.instant();
    return changes(user)
      .filter(change -> !change.at().isAfter(now))
      .max(Comparator.comparing(Change::at))
      .filter(change -> change.password().equals(password))
      .isPresent();
  }

  /**
   * When the password was last changed, in whole seconds, as readers see it now: when the user was made, unless it was changed.
   * Empty for a user whose password is with another tenant.
   */
  Optional<Instant> lastChange(DirectoryUser user) {
    var now = clock.instant();
    var seen = changes(user)
      .filter(change -> !change.shownFrom().isAfter(now))
      .map(change -> change.at().truncatedTo(SECONDS));
    return user.isExternal()
      ? Optional.empty()
      : Stream.concat(Stream.of(user.createdDateTime()), seen).max(Comparator.naturalOrder());
  }

  private Stream<Change> changes(DirectoryUser user) {
    return byUser.getOrDefault(user.id(), List.of()).stream();
  }

  public void reset() {
    byUser.clear();
  }
}
