package dev.authmethods.sandbox.directory;

import static java.time.temporal.ChronoUnit.SECONDS;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Since when the sessions of each user are valid; those that began earlier were revoked. */
public final class SignInSessions {

  /** The property of a user that tells it. */
  public static final String PROPERTY = "signInSessionsValidFromDateTime";

  private final InstantSource clock;
  private final Map<String, List<Revocation>> byUser = new ConcurrentHashMap<>();

  /**
   * A revocation.
   *
   * @param validFrom in whole seconds, as Microsoft Graph shows it
   * @param shownFrom when readers see it: the directory replicates changes
   */
  private record Revocation(Instant validFrom, Instant shownFrom) {}

  public SignInSessions(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Ends all sessions of a user.
   *
   * @param delay until readers see it
   * @return since when sessions are valid
   */
  public Instant revoke(DirectoryUser user, Duration delay) {
    var now = clock.instant();
    var revocation = new Revocation(now.truncatedTo(SECONDS), now.plus(delay));
    byUser.merge(user.id(), List.of(revocation), (earlier, added) ->
      Stream.concat(earlier.stream(), added.stream()).toList()
    );
    return revocation.validFrom();
  }

  /** Since when the sessions are valid, as readers see it now: since the user was made, unless they were revoked. */
  public Instant validFrom(DirectoryUser user) {
    var now = clock.instant();
    return byUser
      .getOrDefault(user.id(), List.of())
      .stream()
      .filter(revocation -> !revocation.shownFrom().isAfter(now))
      .map(Revocation::validFrom)
      .reduce(user.createdDateTime(), (one, other) -> one.isAfter(other) ? one : other);
  }

  public void reset() {
    byUser.clear();
  }
}
