package dev.authmethods.gateway.change.run;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.change.Change;
import dev.authmethods.gateway.change.Written;
import dev.authmethods.gateway.change.audit.AuditedChange;
import dev.authmethods.gateway.change.outcome.Observation;
import dev.authmethods.gateway.change.outcome.Write;
import dev.authmethods.gateway.entra.Entra;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.idempotency.Lease;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.method.UserResource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one write of a change.
 *
 * @param existing     the method as the user had it when it was read last; null when there was none, or nothing was read
 * @param audit        writes down that it is sent
 * @param sentAt       when the write was sent last, by this request or an earlier one; null when it was not, or that is not known
 * @param fingerprints makes a fingerprint of what the user has, to be compared with {@code before}
 * @param before       the fingerprint of what the user had; made only when it is needed
 */
record ChangeWrite<M extends UserResource>(
  Change<M> change,
  UserKey user,
  Entra entra,
  Lease<KeptChange> lease,
  AuditedChange audit,
  @Nullable M existing,
  AtomicReference<@Nullable Instant> sentAt,
  Function<List<M>, String> fingerprints,
  Supplier<String> before
) implements Write<List<M>, Written<M>> {
  /** Together five seconds: scripts in the field take a method that they do not see by then for not saved. */
  private static final List<Duration> READ_BACK_DELAYS = List.of(
    Duration.ofMillis(500),
    Duration.ofMillis(1_500),
    Duration.ofSeconds(3)
  );

  @Override
  public Written<M> send(RequestContext call) {
    audit.attempt(user);
    lease.sending(before);
    sentAt.set(Instant.now());
    var sending = audit.sending(call);
    return change instanceof Change.OfExisting<M> ofExisting && existing != null
      ? ofExisting.write(sending, user, existing)
      : change.write(sending, user);
  }

  @Override
  public List<M> read(RequestContext call) {
    return change.methods().list(call, user);
  }

  @Override
  public boolean canBeSent(RequestContext call, Duration after) {
    return entra.canWrite(call, after);
  }

  @Override
  public boolean isRepeatable() {
    return change.operation().isRepeatable();
  }

  @Override
  public boolean mayBeAppliedDespite(EntraFailure.Refused refused) {
    return change.mayBeMadeDespite(refused);
  }

  @Override
  public List<Duration> readBackDelays() {
    return READ_BACK_DELAYS;
  }

  @Override
  public List<Duration> lateChangeDelays() {
    return change.lateChangeDelays();
  }

  @Override
  public void onNotApplied() {
    lease.notCarriedOut();
  }

  /** Whether the change has been made, as far as it is shown. */
  boolean isSeen(List<M> existing) {
    return switch (observe(existing)) {
      case AS_REQUESTED, AS_REQUESTED_WHERE_SHOWN -> true;
      case AS_BEFORE, AS_BEFORE_WHERE_SHOWN, HIDDEN, CHANGED_BY_OTHERS -> false;
    };
  }

  @Override
  public Observation observe(List<M> existing) {
    return switch (change.match(existing, sentAt.get())) {
      case HIDDEN -> Observation.HIDDEN;
      case YES -> change.replacesMethod() && isAsBefore(existing) ? Observation.AS_BEFORE : Observation.AS_REQUESTED;
      // A state that looks as before can be the state from before.
      case AS_FAR_AS_SHOWN -> isAsBefore(existing)
        ? Observation.AS_BEFORE_WHERE_SHOWN
        : Observation.AS_REQUESTED_WHERE_SHOWN;
      case NO -> isAsBefore(existing) ? Observation.AS_BEFORE : changed();
    };
  }

  /** The method that is gone for the change; null when the change leaves it, or the gateway has not seen it. */
  @Nullable
  M previous() {
    return change.replacesMethod() && existing != null && isAsBefore(List.of(existing)) ? existing : null;
  }

  private Observation changed() {
    return change.isMetByEveryChange() ? Observation.AS_REQUESTED : Observation.CHANGED_BY_OTHERS;
  }

  private boolean isAsBefore(List<M> existing) {
    return fingerprints.apply(existing).equals(before.get());
  }
}
