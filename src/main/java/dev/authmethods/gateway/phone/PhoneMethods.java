package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.entra.ActingAs;
import dev.authmethods.gateway.entra.Entra;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.entra.ProtectedUsers;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.error.IdempotencyKeyInFlightError;
import dev.authmethods.gateway.error.IdempotencyKeyReusedError;
import dev.authmethods.gateway.error.IdempotencyKeysLostError;
import dev.authmethods.gateway.error.PermissionDeniedError;
import dev.authmethods.gateway.error.UpstreamError;
import dev.authmethods.gateway.error.UpstreamUnavailableError;
import dev.authmethods.gateway.idempotency.Claim;
import dev.authmethods.gateway.idempotency.Lease;
import dev.authmethods.gateway.idempotency.LeaseLost;
import dev.authmethods.gateway.idempotency.StoreRequired;
import dev.authmethods.gateway.lookup.IdentityLookup;
import dev.authmethods.gateway.method.ObjectId;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.UserKey;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Changes phones: checks what can be checked here, sees to it that what is repeated is not done twice, and leaves the write,
 * and what became of it, to {@link PhoneWrites}.
 *
 * <p>Nothing is read before a phone is added that can do without: on behalf of a caller a right call costs one call.
 */
@Service
class PhoneMethods {

  private static final Duration A_MOMENT = Duration.ofSeconds(1);

  private final Entra entra;
  private final EntraPhoneMethods phones;
  private final PhoneWrites writes;
  private final PhoneKeys keys;
  private final ProtectedUsers protectedUsers;
  private final AccessPolicy policy;

  PhoneMethods(
    Entra entra,
    EntraPhoneMethods phones,
    PhoneWrites writes,
    PhoneKeys keys,
    ProtectedUsers protectedUsers,
    AccessPolicy policy
  ) {
    this.entra = entra;
    this.phones = phones;
    this.writes = writes;
    this.keys = keys;
    this.protectedUsers = protectedUsers;
    this.policy = policy;
  }

  <E extends ExpectedError> PhoneResult<E> change(
    RequestContext call,
    PhoneChange<E> change,
    IdentityLookup identities
  ) {
    var objections = objections(call, change);
    return objections.isEmpty()
      ? identified(claimed(call, change, null, identities), identities)
      : PhoneResult.refused(null, objections);
  }

  /** What was made is shown under ids that need the object id; a refusal waits for nothing. */
  private static <E extends ExpectedError> PhoneResult<E> identified(PhoneResult<E> result, IdentityLookup identities) {
    var id = result.user() == null || result.confirmation() == null ? null : identities.await(result.user());
    return id == null ? result : result.reachedBy(id);
  }

  /** Begins to find out who the bearers of names are; not where they are found out before anything else. */
  void identify(Collection<UserKey> users, IdentityLookup identities) {
    if (policy.actingAs() == ActingAs.CALLER) {
      identities.begin(users.stream().filter(Entra::fitsInPath).toList());
    }
  }

  /** What is to be said against a change before anything is asked of Microsoft Graph. */
  <E extends ExpectedError> List<E> objections(RequestContext call, PhoneChange<E> change) {
    var shape = change.shape();
    return shape.isEmpty() ? change.standing(call.caller(), named(change), policy) : shape;
  }

  private static UserKey named(PhoneChange<?> change) {
    return Objects.requireNonNull(change.input().user().key());
  }

  /**
   * Makes a change without {@link #objections}, unless its key says that it was made.
   *
   * @param known      what the user has, if that was read already
   * @param identities begun where a phone may be answered
   */
  <E extends ExpectedError> PhoneResult<E> claimed(
    RequestContext call,
    PhoneChange<E> change,
    @Nullable List<PhoneMethod> known,
    IdentityLookup identities
  ) {
    return switch (keys.claim(call, change, named(change))) {
      case Claim.Granted<KeptResult>(var lease) -> fresh(call, change, lease, known, identities);
      case Claim.Doubtful<KeptResult> doubtful -> doubtful(call, change, doubtful, identities);
      case Claim.Settled<KeptResult>(var kept) -> repeated(call, change, kept, identities);
      case Claim.InFlight<KeptResult>(var wait) -> refused(change.of(inFlight(wait)));
      case Claim.Reused<KeptResult> _ -> refused(change.of(new IdempotencyKeyReusedError(PhoneRules.KEY)));
      case Claim.Forgotten<KeptResult>(var from) -> refused(change.of(lost(from)));
      case Claim.Unavailable<KeptResult> _ -> refused(change.of(new UpstreamUnavailableError(List.of(), null)));
    };
  }

  private <E extends ExpectedError> PhoneResult<E> fresh(
    RequestContext call,
    PhoneChange<E> change,
    Lease<KeptResult> lease,
    @Nullable List<PhoneMethod> known,
    IdentityLookup identities
  ) {
    try (lease) {
      return reached(call, change, identities, user ->
        made(call, change, user, new IdentifyingLease(lease, identities), known)
      );
    } catch (LeaseLost e) {
      return refused(change.of(inFlight(A_MOMENT)));
    } catch (StoreRequired e) {
      return refused(change.of(new UpstreamUnavailableError(List.of(), null)));
    } catch (EntraFailure.SignInFailure failed) {
      // Whoever has to sign in again was refused: nothing was done.
      lease.free();
      throw failed;
    } catch (EntraFailure failure) {
      return refused(change.failed(failure, call.caller(), named(change), policy));
    }
  }

  private <E extends ExpectedError> PhoneResult<E> made(
    RequestContext call,
    PhoneChange<E> change,
    UserKey user,
    Lease<KeptResult> lease,
    @Nullable List<PhoneMethod> known
  ) {
    if (!change.input().validateOnly()) {
      return writes.make(call, change, user, lease, known);
    }
    var held = known == null ? phones.list(call, user) : known;
    return PhoneResult.checked(user, change.state(phones.shown(held, call)));
  }

  private <E extends ExpectedError> PhoneResult<E> doubtful(
    RequestContext call,
    PhoneChange<E> change,
    Claim.Doubtful<KeptResult> claim,
    IdentityLookup identities
  ) {
    try (var lease = new IdentifyingLease(claim.lease(), identities)) {
      return reached(call, change, identities, user ->
        writes.resume(call, change, user, lease, claim.before(), claim.mayYetLand())
      );
    } catch (EntraFailure failure) {
      return refused(stillOpen(call, change, failure));
    }
  }

  /** A result is no permission: who may not read the phones any more does not learn it. */
  private <E extends ExpectedError> PhoneResult<E> repeated(
    RequestContext call,
    PhoneChange<E> change,
    KeptResult kept,
    IdentityLookup identities
  ) {
    try {
      return reached(call, change, identities, user -> {
        // The name may have come to somebody else since.
        var _ = phones.list(call, kept.user() instanceof ObjectId id ? id : user);
        return kept.replayed();
      });
    } catch (EntraFailure failure) {
      return refused(stillOpen(call, change, failure));
    }
  }

  /** That the outcome of an earlier request cannot be found out now does not mean that nothing was changed. */
  private <E extends ExpectedError> E stillOpen(RequestContext call, PhoneChange<E> change, EntraFailure failure) {
    return switch (failure) {
      case EntraFailure.Throttled _, EntraFailure.Unavailable _ -> change.unknown(failure.retryAfter());
      case EntraFailure.Refused _, EntraFailure.Misconfigured _, EntraFailure.SignInFailure _ -> change.failed(
        failure,
        call.caller(),
        named(change),
        policy
      );
    };
  }

  private <E extends ExpectedError> PhoneResult<E> reached(
    RequestContext call,
    PhoneChange<E> change,
    IdentityLookup identities,
    Function<UserKey, PhoneResult<E>> next
  ) {
    var asked = named(change);
    var user = addressable(call, change, asked);
    if (!change.input().validateOnly()) {
      identities.begin(List.of(user));
    }
    var standing = user.equals(asked) ? List.<E>of() : change.standing(call.caller(), user, policy);
    if (!standing.isEmpty()) {
      return PhoneResult.refused(null, standing);
    }
    var denied = unreached(call, user);
    return denied.isPresent() ? refused(change.of(denied.get())) : next.apply(user);
  }

  /** Why the caller does not reach the user; left to Entra where the gateway acts on behalf of the caller. */
  private Optional<PermissionDeniedError> unreached(RequestContext call, UserKey user) {
    return policy.protectsUsers()
      ? policy.reaches(call.caller(), protectedUsers.of(user, policy.isPrivileged(call.caller()), call))
      : Optional.empty();
  }

  /**
   * The key to write with. The object id where a name will not do: the gateway acting as an application must itself see that
   * nobody's own account is meant, which a name cannot show.
   */
  private UserKey addressable(RequestContext call, PhoneChange<?> change, UserKey asked) {
    return policy.actingAs() == ActingAs.APPLICATION || change.needsObjectId() || !Entra.fitsInPath(asked)
      ? entra.objectId(call, asked)
      : asked;
  }

  private static IdempotencyKeyInFlightError inFlight(Duration wait) {
    return new IdempotencyKeyInFlightError(PhoneRules.KEY, UpstreamError.seconds(wait));
  }

  private static IdempotencyKeysLostError lost(Instant keysAcceptedFrom) {
    return new IdempotencyKeysLostError(PhoneRules.KEY, keysAcceptedFrom.atOffset(ZoneOffset.UTC));
  }

  private static <E extends ExpectedError> PhoneResult<E> refused(E error) {
    return PhoneResult.refused(null, List.of(error));
  }
}
