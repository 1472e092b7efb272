package dev.authmethods.gateway.change.run;

import dev.authmethods.gateway.audit.AuditUnavailable;
import dev.authmethods.gateway.change.Change;
import dev.authmethods.gateway.change.ChangeInput;
import dev.authmethods.gateway.change.ChangeResult;
import dev.authmethods.gateway.change.MutationContext;
import dev.authmethods.gateway.change.Parsed;
import dev.authmethods.gateway.change.audit.AuditedChange;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.error.GatewayConfigurationError;
import dev.authmethods.gateway.error.IdempotencyKeyInFlightError;
import dev.authmethods.gateway.error.IdempotencyKeyReusedError;
import dev.authmethods.gateway.error.IdempotencyKeysLostError;
import dev.authmethods.gateway.error.OutcomeUnknownError;
import dev.authmethods.gateway.error.UpstreamErrors;
import dev.authmethods.gateway.error.UpstreamUnavailableError;
import dev.authmethods.gateway.idempotency.Claim;
import dev.authmethods.gateway.idempotency.IdempotentMutation;
import dev.authmethods.gateway.idempotency.Lease;
import dev.authmethods.gateway.idempotency.LeaseLost;
import dev.authmethods.gateway.idempotency.StoreRequired;
import dev.authmethods.gateway.method.ObjectId;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.method.UserResource;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One change being made, from its idempotency key to its result: takes the key, finds the user, and leaves the rest to a
 * {@link ChangeMaking}.
 */
final class ChangeRun<M extends UserResource> {

  private static final Duration RETRY_SOON = Duration.ofSeconds(1);

  private final ChangeEngine engine;
  private final MutationContext context;
  private final Change<M> change;
  private final UserKey named;
  private final @Nullable List<M> known;
  private final boolean isProvisional;
  private final AuditedChange audit;

  /**
   * A run of an admitted change.
   *
   * @param known         what the user has, if that was read already
   * @param isProvisional whether a refusal may be due to another change of the same request, and need not come again
   */
  ChangeRun(
    ChangeEngine engine,
    MutationContext context,
    ChangeEngine.Admitted<M> admitted,
    @Nullable List<M> known,
    boolean isProvisional
  ) {
    this.engine = engine;
    this.context = context;
    this.change = admitted.change();
    this.named = admitted.user();
    this.known = known;
    this.isProvisional = isProvisional;
    this.audit = engine.audit.of(context, change, named);
  }

  ChangeResult<M> run() {
    try {
      var result = claimed();
      audit.end(result);
      return result;
    } catch (RuntimeException | Error failure) {
      audit.failed(failure);
      throw failure;
    }
  }

  private ChangeResult<M> claimed() {
    return switch (claim()) {
      case Claim.Granted<KeptChange>(var lease) -> makeUnder(lease);
      case Claim.Doubtful<KeptChange> claim -> resume(claim);
      case Claim.Settled<KeptChange>(var kept) -> replay(kept);
      case Claim.InFlight<KeptChange>(var wait) -> ChangeResult.refused(inFlight(wait));
      case Claim.Reused<KeptChange> _ -> ChangeResult.refused(new IdempotencyKeyReusedError(ChangeInput.KEY));
      case Claim.Forgotten<KeptChange>(var from) -> ChangeResult.refused(keysLost(from));
      case Claim.Unavailable<KeptChange> _ -> ChangeResult.refused(new UpstreamUnavailableError(List.of(), null));
    };
  }

  /** Granted without a key too, and if nothing is written. */
  private Claim<KeptChange> claim() {
    var key = change.input().idempotencyKey();
    if (key == null || change.input().validateOnly()) {
      return new Claim.Granted<>(Lease.none());
    }
    var arguments = Stream.concat(Stream.of(named.value()), change.arguments().stream()).toList();
    var mutation = new IdempotentMutation(change.operation().name(), key, arguments);
    return engine.idempotency.claim(context.call(), mutation, engine.kept);
  }

  private ChangeResult<M> makeUnder(Lease<KeptChange> lease) {
    try (lease) {
      return withUser(user -> change.input().validateOnly() ? check(user) : making(user, lease).make(known));
    } catch (LeaseLost e) {
      return ChangeResult.refused(inFlight(RETRY_SOON));
    } catch (StoreRequired e) {
      return ChangeResult.refused(new UpstreamUnavailableError(List.of(), null));
    } catch (AuditUnavailable e) {
      return ChangeResult.refused(new GatewayConfigurationError(List.of(), List.of()));
    } catch (EntraFailure.SignInFailure failed) {
      // A caller who has to sign in again was refused: nothing was done.
      lease.free();
      throw failed;
    } catch (EntraFailure failure) {
      return ChangeResult.refused(error(failure));
    }
  }

  private ChangeResult<M> check(UserKey user) {
    var methods = change.methods();
    var existing = known == null ? methods.list(context.call(), user) : known;
    return ChangeResult.unchanged(user, change.stateErrors(methods.shown(existing, context.call())));
  }

  private ChangeResult<M> resume(Claim.Doubtful<KeptChange> claim) {
    try (var lease = claim.lease()) {
      return withUser(user -> making(user, lease).resume(claim.before(), claim.sentAt(), claim.mayYetLand()));
    } catch (AuditUnavailable e) {
      return ChangeResult.refused(new OutcomeUnknownError(List.of(), null));
    } catch (EntraFailure failure) {
      return ChangeResult.refused(stillUnknown(failure));
    }
  }

  /**
   * A result is no permission: a caller who may not read the methods any more does not learn it. Methods that this request has read
   * show that the caller may.
   */
  private ChangeResult<M> replay(KeptChange kept) {
    try {
      return withUser(user -> {
        // The name may belong to somebody else now.
        var owner = kept.user() instanceof ObjectId id ? id : user;
        if (known == null || !owner.equals(user)) {
          var _ = change.methods().list(context.call(), owner);
        }
        return change.refreshed(context.call(), kept.replayed());
      });
    } catch (EntraFailure failure) {
      return ChangeResult.refused(stillUnknown(failure));
    }
  }

  private ChangeMaking<M> making(UserKey user, Lease<KeptChange> lease) {
    return new ChangeMaking<>(engine, context, change, user, lease, audit, isProvisional);
  }

  /** Goes on with the key to write with, unless the caller is not allowed to change this user. */
  private ChangeResult<M> withUser(Function<UserKey, ChangeResult<M>> next) {
    var admission = new UserAdmission(
      engine,
      context,
      named,
      change.operation(),
      !change.input().validateOnly(),
      user -> engine.accessErrors(context.call(), change, user)
    );
    return switch (admission.admit()) {
      case Parsed.Invalid<UserKey>(var errors) -> ChangeResult.unchanged(null, errors);
      case Parsed.Valid<UserKey>(var user) -> next.apply(user);
    };
  }

  /** A failure to find out the outcome of an earlier request does not mean that nothing was changed. */
  private ExpectedError stillUnknown(EntraFailure failure) {
    return switch (failure) {
      case EntraFailure.Throttled _, EntraFailure.Unavailable _ -> new OutcomeUnknownError(
        List.of(),
        UpstreamErrors.seconds(failure.retryAfter())
      );
      case EntraFailure.Refused _, EntraFailure.Misconfigured _, EntraFailure.SignInFailure _ -> error(failure);
    };
  }

  private ExpectedError error(EntraFailure failure) {
    return engine.policy.error(failure, context.call().caller(), named, change.operation());
  }

  private static ExpectedError inFlight(Duration wait) {
    return new IdempotencyKeyInFlightError(ChangeInput.KEY, UpstreamErrors.seconds(wait));
  }

  private static ExpectedError keysLost(Instant keysAcceptedFrom) {
    return new IdempotencyKeysLostError(ChangeInput.KEY, keysAcceptedFrom.atOffset(ZoneOffset.UTC));
  }
}
