package dev.authmethods.gateway.idempotency;

import dev.authmethods.gateway.access.Caller;
import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.idempotency.store.IdempotencyStore;
import dev.authmethods.gateway.idempotency.store.PutResult;
import dev.authmethods.gateway.idempotency.store.StoreUnavailable;
import dev.authmethods.gateway.idempotency.store.UnknownKeyPolicy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps mutations that come twice from being carried out twice.
 *
 * <p>A key belongs to one tenant, caller, client, and operation; its record lives as long as the settings say. A stored
 * result gives no right to see it: the gateway checks the access of a caller who repeats a mutation again. It does not
 * take a key that may have been lost for a new one.
 */
public final class Idempotency {

  /** How much longer than its deadline a request may take to tell what it did. */
  private static final Duration GRACE = Duration.ofSeconds(5);
  private static final Duration COME_BACK_AFTER = Duration.ofSeconds(1);

  private final IdempotencyStore store;
  private final FailSafeStore leased;
  private final KeyedDigest digests;
  private final UnknownKeyPolicy unknownKeys;
  private final boolean required;
  private final Duration inDoubt;
  private final InstantSource clock;

  Idempotency(
    IdempotencyStore store,
    KeyedDigest digests,
    UnknownKeyPolicy unknownKeys,
    boolean required,
    Duration inDoubt,
    InstantSource clock
  ) {
    this.store = store;
    this.leased = new FailSafeStore(store, required);
    this.digests = digests;
    this.unknownKeys = unknownKeys;
    this.required = required;
    this.inDoubt = inDoubt;
    this.clock = clock;
  }

  /** A digest that can be kept, and compared with others of the same gateways. */
  public String digest(String... parts) {
    return digests.of(List.of(parts));
  }

  /** Asks for the right to carry a mutation out. */
  public <R> Claim<R> claim(RequestContext call, IdempotentMutation mutation, ResultFormat<R> results) {
    var key = key(call.caller(), mutation);
    var until = call.deadline().plus(GRACE);
    var fresh = KeyRecord.reserved(digests.of(mutation.arguments()), UUID.randomUUID().toString(), until);
    var text = KeyRecords.write(fresh);
    try {
      return switch (store.putIfAbsent(key, text, unknownKeys.neededSince(mutation.key(), clock.instant()))) {
        case PutResult.Kept() -> new Claim.Granted<>(new StoredLease<>(leased, results, key, fresh, text, clock));
        case PutResult.Present(var there) -> known(key, there, fresh, results);
        case PutResult.Forgotten(var completeSince) -> new Claim.Forgotten<>(unknownKeys.acceptsFrom(completeSince));
      };
    } catch (StoreUnavailable e) {
      return required ? new Claim.Unavailable<>() : new Claim.Granted<>(Lease.none());
    }
  }

  private String key(Caller caller, IdempotentMutation mutation) {
    return digests.of(
      List.of(
        caller.tenantId(),
        caller.objectId().value(),
        Objects.requireNonNullElse(caller.clientId(), ""),
        mutation.operation(),
        mutation.key()
      )
    );
  }

  private <R> Claim<R> known(String key, String there, KeyRecord fresh, ResultFormat<R> results) {
    var entry = KeyRecords.read(there);
    if (entry == null || !entry.fingerprint().equals(fresh.fingerprint())) {
      return new Claim.Reused<>();
    }
    if (entry.isHeld(clock.instant())) {
      return new Claim.InFlight<>(COME_BACK_AFTER);
    }
    var json = entry.state() == KeyRecord.State.SETTLED ? entry.result() : null;
    var result = json == null ? null : results.read(json);
    return result == null
      ? takenOver(key, there, entry.takenOver(fresh.owner(), fresh.until()), results)
      : new Claim.Settled<>(result);
  }

  private <R> Claim<R> takenOver(String key, String there, KeyRecord entry, ResultFormat<R> results) {
    var lease = lease(key, there, entry, results);
    if (lease == null) {
      return new Claim.InFlight<>(COME_BACK_AFTER);
    }
    return entry.state() == KeyRecord.State.RESERVED
      ? new Claim.Granted<>(lease)
      : new Claim.Doubtful<>(lease, entry.before(), entry.sentAt(), entry.mayYetLand(clock.instant(), inDoubt));
  }

  /** Null when somebody else was faster. A record that was read stays valid when the store does not answer any more. */
  private <R> @Nullable Lease<R> lease(String key, String there, KeyRecord entry, ResultFormat<R> results) {
    var text = KeyRecords.write(entry);
    try {
      return store.replace(key, there, text) ? new StoredLease<>(leased, results, key, entry, text, clock) : null;
    } catch (StoreUnavailable e) {
      if (required) {
        throw e;
      }
      return Lease.none();
    }
  }
}
