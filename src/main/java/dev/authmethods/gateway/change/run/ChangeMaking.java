package dev.authmethods.gateway.change.run;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.change.Change;
import dev.authmethods.gateway.change.ChangeResult;
import dev.authmethods.gateway.change.Confirmation;
import dev.authmethods.gateway.change.Effect;
import dev.authmethods.gateway.change.EntraResources;
import dev.authmethods.gateway.change.Match;
import dev.authmethods.gateway.change.MutationContext;
import dev.authmethods.gateway.change.Secret;
import dev.authmethods.gateway.change.SecretState;
import dev.authmethods.gateway.change.Written;
import dev.authmethods.gateway.change.audit.AuditedChange;
import dev.authmethods.gateway.change.outcome.Observation;
import dev.authmethods.gateway.change.outcome.Outcome;
import dev.authmethods.gateway.change.outcome.VerifiedWrite;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.error.ErrorCategory;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.error.OutcomeUnknownError;
import dev.authmethods.gateway.error.UpstreamErrors;
import dev.authmethods.gateway.error.UserNotFoundError;
import dev.authmethods.gateway.idempotency.Lease;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.method.UserResource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/**
 * Makes a change of a user whom the caller may change: asks the rules of the state, sends the write, and turns the outcome into a
 * result, which the idempotency key keeps.
 */
final class ChangeMaking<M extends UserResource> {

  /** How often a change is resolved at most; each time somebody else was faster. */
  private static final int MAX_RESOLUTIONS = 3;

  private final ChangeEngine engine;
  private final MutationContext context;
  private final RequestContext call;
  private final Change<M> asked;
  private final EntraResources<M> methods;
  private final UserKey user;
  private final Lease<KeptChange> lease;
  private final AuditedChange audit;
  private final boolean isProvisional;

  ChangeMaking(
    ChangeEngine engine,
    MutationContext context,
    Change<M> asked,
    UserKey user,
    Lease<KeptChange> lease,
    AuditedChange audit,
    boolean isProvisional
  ) {
    this.engine = engine;
    this.context = context;
    this.call = context.call();
    this.asked = asked;
    this.methods = asked.methods();
    this.user = user;
    this.lease = lease;
    this.audit = audit;
    this.isProvisional = isProvisional;
  }

  /**
   * Makes a change that was never tried before.
   *
   * @param known what the user has, if that was read already
   */
  ChangeResult<M> make(@Nullable List<M> known) {
    var existing = known == null && asked.readsFirst() ? methods.list(call, user) : known;
    if (existing != null) {
      return makeKnowing(existing, MAX_RESOLUTIONS);
    }
    var write = write(asked, null, null, () -> absent(asked));
    return resultOrAgain(asked, write, VerifiedWrite.send(call, write), MAX_RESOLUTIONS);
  }

  /** Resolves the change by what the user has, and resolves it again where somebody else was faster and nothing was changed. */
  private ChangeResult<M> makeKnowing(List<M> existing, int resolutions) {
    var change = asked.resolve(asked.find(existing).isPresent());
    if (change.effect() == Effect.UPDATED && change.match(existing) == Match.YES) {
      return settled(ChangeResult.made(user, find(change, existing), Effect.UNCHANGED, Confirmation.READ_BACK));
    }
    var errors = change.certainErrors(methods.shown(existing, call));
    if (!errors.isEmpty()) {
      return settled(ChangeResult.unchanged(user, errors));
    }
    var write = write(change, null, existing, () -> fingerprint(change, existing));
    return resultOrAgain(change, write, VerifiedWrite.send(call, write), resolutions);
  }

  /** The result, unless Microsoft Graph refused the write because of something that is no longer so: then it is made again. */
  private ChangeResult<M> resultOrAgain(
    Change<M> change,
    ChangeWrite<M> write,
    Outcome<List<M>, Written<M>> outcome,
    int resolutions
  ) {
    if (resolutions == 1 || !(outcome instanceof Outcome.Refused(var why, var state)) || !mayPass(change, why)) {
      return result(change, write, outcome);
    }
    var now = state == null ? methods.listOrNull(call, user) : state;
    if (now != null && !asked.resolve(asked.find(now).isPresent()).equals(change)) {
      return makeKnowing(now, resolutions - 1);
    }
    var refused = new Outcome.Refused<List<M>, Written<M>>(why, now);
    return now != null && why.isBadRequest() && isFree(change, now)
      ? makeAgain(change, now)
      : result(change, write, refused);
  }

  /**
   * If Microsoft Graph refuses it again, and no rule forbids it, then it refuses the input. When it does not answer the second time,
   * nobody knows that: the first refusal may have been about what is gone.
   */
  private ChangeResult<M> makeAgain(Change<M> change, List<M> now) {
    var write = write(change, null, now, () -> fingerprint(change, now));
    return result(change, write, VerifiedWrite.send(call, write));
  }

  /** Whether a refusal can be due to methods that somebody else has changed since. */
  private boolean mayPass(Change<M> change, EntraFailure.Refused refused) {
    return refused.status() != 403 && (!asked.equals(change) || refused.isBadRequest());
  }

  /** Whether nothing forbids an addition now. Somebody may have deleted the method that forbade it. */
  private boolean isFree(Change<M> change, List<M> now) {
    var operation = change.operation();
    return (
      operation.isRepeatable() &&
      !operation.makesSecret() &&
      change.leavesMethod() &&
      change.find(now).isEmpty() &&
      change.stateErrors(now).isEmpty()
    );
  }

  /** Finds out whether a change that an earlier request tried was made, and makes it if not. */
  ChangeResult<M> resume(@Nullable String fingerprintBefore, @Nullable Instant sentAt, boolean mayYetLand) {
    var existing = methods.list(call, user);
    var before = fingerprintBefore == null ? fingerprint(asked, existing) : fingerprintBefore;
    var change = asked.resolve(!before.equals(absent(asked)));
    var write = write(change, sentAt, existing, () -> before);
    var outcome = VerifiedWrite.resume(call, write, existing, mayYetLand);
    var result = resultOrAgain(change, write, outcome, MAX_RESOLUTIONS);
    return write.isSeen(existing) ? result.asReplayed() : result;
  }

  private ChangeWrite<M> write(
    Change<M> change,
    @Nullable Instant sentAt,
    @Nullable List<M> existing,
    Supplier<String> before
  ) {
    return new ChangeWrite<>(
      change,
      user,
      engine.entra,
      lease,
      audit,
      existing == null ? null : change.find(existing).orElse(null),
      new AtomicReference<>(sentAt),
      state -> fingerprint(change, state),
      SingletonSupplier.of(before)
    );
  }

  /** A digest of the part that the change is about: it can be compared, and kept where no number may be. */
  private String fingerprint(Change<M> change, List<M> existing) {
    return change
      .find(existing)
      .map(method -> engine.idempotency.digest(user.value(), change.subject(), change.fingerprint(method)))
      .orElseGet(() -> absent(change));
  }

  /** The fingerprint if the user has no such method. */
  private String absent(Change<M> change) {
    return engine.idempotency.digest(user.value(), change.subject());
  }

  private ChangeResult<M> result(Change<M> change, ChangeWrite<M> write, Outcome<List<M>, Written<M>> outcome) {
    var result = switch (outcome) {
      case Outcome.Confirmed<List<M>, Written<M>>(var answer, var mayLandAgain) -> confirmed(
        change,
        write,
        answer,
        mayLandAgain
      );
      case Outcome.ReadBack<List<M>, Written<M>>(var state, var isMasked) -> settled(
        withSecret(change, made(write, find(change, state), readBack(isMasked)), null)
      );
      case Outcome.NotApplied<List<M>, Written<M>>(var why) -> freed(
        ChangeResult.unchanged(user, List.of(error(change, why)))
      );
      case Outcome.Refused<List<M>, Written<M>>(var why, var state) -> settled(explanation(write).explain(why, state));
      case Outcome.Conflicted<List<M>, Written<M>>(var state) -> conflicted(change, state);
      case Outcome.Unknown<List<M>, Written<M>>(var wait) -> unknown(wait);
    };
    audit.outcome(engine.metrics.count(change.operation(), outcome, result));
    return result;
  }

  private static Confirmation readBack(boolean isMasked) {
    return isMasked ? Confirmation.READ_BACK_MASKED : Confirmation.READ_BACK;
  }

  private ChangeResult<M> confirmed(Change<M> change, ChangeWrite<M> write, Written<M> answer, boolean mayLandAgain) {
    if (!answer.errors().isEmpty()) {
      return settled(ChangeResult.unchanged(user, answer.errors()));
    }
    return answer.method() == null && change.leavesMethod()
      ? readAfter(change, write, answer, mayLandAgain)
      : confirmed(change, write, answer, answer.method());
  }

  /**
   * Microsoft Graph answers most changes without content: the method is read, and the change is seen to be there. Somebody
   * else may have overwritten it, which is a conflict, unless an earlier sending can still overwrite that.
   */
  private ChangeResult<M> readAfter(Change<M> change, ChangeWrite<M> write, Written<M> answer, boolean mayLandAgain) {
    var existing = look(change, write);
    if (existing == null) {
      return confirmed(change, write, answer, change.expected(user));
    }
    return switch (write.observe(existing)) {
      case AS_REQUESTED, AS_REQUESTED_WHERE_SHOWN, AS_BEFORE_WHERE_SHOWN, HIDDEN -> confirmed(
        change,
        write,
        answer,
        find(change, existing)
      );
      case AS_BEFORE -> unknown(null);
      case CHANGED_BY_OTHERS -> mayLandAgain ? unknown(null) : conflicted(change, existing);
    };
  }

  /** Looks until the change is seen, or it would have to be; null when the methods cannot be read. */
  private @Nullable List<M> look(Change<M> change, ChangeWrite<M> write) {
    List<M> existing = null;
    for (var wait : change.looks()) {
      if (existing != null && !Pause.of(wait, call)) {
        break;
      }
      existing = methods.listOrNull(call.unattended(), user);
      if (existing == null || write.observe(existing) != Observation.AS_BEFORE) {
        break;
      }
    }
    return existing;
  }

  private ChangeResult<M> confirmed(Change<M> change, ChangeWrite<M> write, Written<M> answer, @Nullable M method) {
    return settled(withSecret(change, made(write, method, Confirmation.UPSTREAM), answer.secret()));
  }

  /** A secret that no answer carried is lost, whether the method was created or not. */
  private ChangeResult<M> withSecret(Change<M> change, ChangeResult<M> result, @Nullable Secret secret) {
    if (!change.operation().makesSecret()) {
      return result;
    }
    return result.withSecret(secret, secret == null ? SecretState.LOST : SecretState.SHOWN);
  }

  /**
   * Others acted, and may act again: this write may be overwritten, or never have been made. The key stays undecided, but
   * nothing of it can come late, so that a repetition is told the same.
   */
  private ChangeResult<M> conflicted(Change<M> change, List<M> existing) {
    lease.nothingComesLate();
    return ChangeResult.unchanged(user, change.conflictErrors(methods.shown(existing, call.unattended())));
  }

  private ChangeResult<M> unknown(@Nullable Duration retryAfter) {
    return ChangeResult.unchanged(
      user,
      List.of(new OutcomeUnknownError(List.of(), UpstreamErrors.seconds(retryAfter)))
    );
  }

  private ChangeResult<M> made(ChangeWrite<M> write, @Nullable M method, Confirmation confirmation) {
    ChangeResult<M> result = ChangeResult.made(user, method, write.change().effect(), confirmation);
    var gone = write.previous();
    return gone == null ? result : result.withPrevious(methods.shown(List.of(gone), call).getFirst());
  }

  /** A caller who is not allowed it, finds nobody or should try again can use the same key once that has changed. */
  private ChangeResult<M> settled(ChangeResult<M> result) {
    var isRefused = !result.errors().isEmpty();
    if ((isRefused && isProvisional) || result.errors().stream().anyMatch(this::mayPass)) {
      return freed(result);
    }
    // Nothing waits for the object id before a result is kept.
    var id = result.user() == null ? null : context.identities().known(result.user());
    lease.settle(KeptChange.of(result, methods::masked, id));
    return result;
  }

  private boolean mayPass(ExpectedError error) {
    return (
      asked.mayPass(error) ||
      error.category() == ErrorCategory.FORBIDDEN ||
      error instanceof UserNotFoundError ||
      error.retryable()
    );
  }

  private ChangeResult<M> freed(ChangeResult<M> result) {
    lease.free();
    return result;
  }

  private RefusalExplanation<M> explanation(ChangeWrite<M> write) {
    return new RefusalExplanation<>(engine, call.unattended(), write);
  }

  private ExpectedError error(Change<M> change, EntraFailure failure) {
    return engine.policy.error(failure, call.caller(), user, change.operation());
  }

  private @Nullable M find(Change<M> change, List<M> existing) {
    return change.find(methods.shown(existing, call)).orElse(null);
  }
}
