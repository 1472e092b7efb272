package dev.authmethods.gateway.change.run;

import dev.authmethods.gateway.change.ChangeInput;
import dev.authmethods.gateway.change.Changes.Sequence;
import dev.authmethods.gateway.change.MutationContext;
import dev.authmethods.gateway.change.Parsed;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.error.IdempotencyKeyInFlightError;
import dev.authmethods.gateway.error.IdempotencyKeyReusedError;
import dev.authmethods.gateway.error.IdempotencyKeysLostError;
import dev.authmethods.gateway.error.OutcomeUnknownError;
import dev.authmethods.gateway.error.UpstreamErrors;
import dev.authmethods.gateway.error.UpstreamUnavailableError;
import dev.authmethods.gateway.error.UserNotReadyError;
import dev.authmethods.gateway.idempotency.Claim;
import dev.authmethods.gateway.idempotency.IdempotentMutation;
import dev.authmethods.gateway.idempotency.Lease;
import dev.authmethods.gateway.idempotency.LeaseLost;
import dev.authmethods.gateway.idempotency.StoreRequired;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.method.UserResource;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A mutation of several changes being made. Its key keeps the plan and never a result: a repetition goes through the plan again, and
 * the key of each change tells what became of it.
 */
final class SequenceRun<M extends UserResource, R> {

  private static final Duration RETRY_SOON = Duration.ofSeconds(1);

  private final ChangeEngine engine;
  private final MutationContext context;
  private final Sequence<M, R> sequence;
  private final ChangeInput input;

  SequenceRun(ChangeEngine engine, MutationContext context, Sequence<M, R> sequence) {
    this.engine = engine;
    this.context = context;
    this.sequence = sequence;
    this.input = sequence.input();
  }

  R run() {
    var named = input.userKey();
    var wrong = ChangeEngine.inputErrors(context.violations(), named.errors(), sequence.inputErrors());
    return switch (named) {
      case Parsed.Valid<UserKey>(var user) when wrong.isEmpty() -> unlessRefused(user);
      case Parsed.Valid<UserKey> _, Parsed.Invalid<UserKey> _ -> sequence.refused(wrong);
    };
  }

  private R unlessRefused(UserKey named) {
    var denied = accessErrors(named);
    return denied.isEmpty() ? claim(named) : refused(named, List.copyOf(denied));
  }

  private List<? extends ExpectedError> accessErrors(UserKey user) {
    return engine.accessErrors(context.call(), sequence.operation(), user, sequence.resources());
  }

  private R claim(UserKey named) {
    var key = input.idempotencyKey();
    if (key == null || input.validateOnly()) {
      return runUnder(Lease.none(), named, null);
    }
    var arguments = Stream.concat(Stream.of(named.value()), sequence.arguments().stream()).toList();
    var mutation = new IdempotentMutation(sequence.operation().name(), key, arguments);
    return switch (engine.idempotency.claim(context.call(), mutation, engine.kept)) {
      case Claim.Granted<KeptChange>(var lease) -> runUnder(lease, named, null);
      case Claim.Doubtful<KeptChange>(var lease, var plan, var _, var _) -> runUnder(lease, named, plan);
      case Claim.InFlight<KeptChange>(var wait) -> refused(inFlight(wait));
      case Claim.Settled<KeptChange> _, Claim.Reused<KeptChange> _ -> refused(
        new IdempotencyKeyReusedError(ChangeInput.KEY)
      );
      case Claim.Forgotten<KeptChange>(var from) -> refused(
        new IdempotencyKeysLostError(ChangeInput.KEY, from.atOffset(ZoneOffset.UTC))
      );
      case Claim.Unavailable<KeptChange> _ -> refused(new UpstreamUnavailableError(List.of(), null));
    };
  }

  private R runUnder(Lease<KeptChange> lease, UserKey named, @Nullable String plan) {
    try (lease) {
      return admit(lease, named, plan);
    } catch (LeaseLost e) {
      return refused(inFlight(RETRY_SOON));
    } catch (StoreRequired e) {
      return refused(new UpstreamUnavailableError(List.of(), null));
    } catch (EntraFailure.SignInFailure failed) {
      if (plan == null && !context.call().wrote().get()) {
        lease.free();
      }
      throw failed;
    } catch (EntraFailure failure) {
      return refused(named, List.of(plan == null ? error(failure, named) : stillUnknown(failure, named)));
    }
  }

  private ExpectedError error(EntraFailure failure, UserKey named) {
    return engine.policy.error(failure, context.call().caller(), named, sequence.operation());
  }

  /** An earlier request has carried a part of the plan out, or all of it. */
  private ExpectedError stillUnknown(EntraFailure failure, UserKey named) {
    return switch (failure) {
      case EntraFailure.Throttled _, EntraFailure.Unavailable _ -> new OutcomeUnknownError(
        List.of(),
        UpstreamErrors.seconds(failure.retryAfter())
      );
      case EntraFailure.Refused _, EntraFailure.Misconfigured _, EntraFailure.SignInFailure _ -> error(failure, named);
    };
  }

  private R admit(Lease<KeptChange> lease, UserKey named, @Nullable String plan) {
    var writes = !input.validateOnly();
    var admission = new UserAdmission(engine, context, named, sequence.operation(), writes, this::accessErrors);
    return switch (admission.admit()) {
      case Parsed.Invalid<UserKey>(var errors) -> refused(named, errors);
      case Parsed.Valid<UserKey>(var user) -> unlessWrong(lease, user, plan, !user.equals(named));
    };
  }

  private R unlessWrong(Lease<KeptChange> lease, UserKey user, @Nullable String plan, boolean exists) {
    var wrong = sequence.userErrors(user);
    return wrong.isEmpty() ? makeIfReady(lease, user, plan, exists) : sequence.refused(wrong);
  }

  /**
   * New users do not reach all of Microsoft Graph at once.
   *
   * @param exists whether the user was found in the directory
   */
  private R makeIfReady(Lease<KeptChange> lease, UserKey user, @Nullable String plan, boolean exists) {
    try {
      return make(lease, user, plan);
    } catch (EntraFailure.Refused refused) {
      if (!exists || refused.status() != 404) {
        throw refused;
      }
      return refused(new UserNotReadyError(ChangeInput.USER));
    }
  }

  private R make(Lease<KeptChange> lease, UserKey user, @Nullable String known) {
    var existing = sequence.resources().list(context.call(), user);
    var plan = known == null ? sequence.plan(user, existing) : known;
    if (input.validateOnly()) {
      return sequence.check(user, existing, plan);
    }
    lease.sending(() -> plan);
    return sequence.make(user, existing, plan, known != null);
  }

  /** Each change is written down by itself; that the caller may make none of them is written here. */
  private R refused(UserKey named, List<ExpectedError> errors) {
    engine.audit.denied(context, sequence.operation(), input, named, null, errors);
    return sequence.refused(errors);
  }

  private R refused(ExpectedError error) {
    return sequence.refused(List.of(error));
  }

  private static ExpectedError inFlight(Duration wait) {
    return new IdempotencyKeyInFlightError(ChangeInput.KEY, UpstreamErrors.seconds(wait));
  }
}
