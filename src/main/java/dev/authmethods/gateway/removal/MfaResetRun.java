package dev.authmethods.gateway.removal;

import dev.authmethods.gateway.change.ChangeInput;
import dev.authmethods.gateway.change.ChangeResult;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.error.IdempotencyKeyInFlightError;
import dev.authmethods.gateway.error.OutcomeUnknownError;
import dev.authmethods.gateway.error.UpstreamThrottledError;
import dev.authmethods.gateway.error.UpstreamUnavailableError;
import dev.authmethods.gateway.method.AuthenticationMethod;
import dev.authmethods.gateway.method.GlobalId;
import dev.authmethods.gateway.method.ObjectId;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.removal.MfaResetPlan.Item;
import dev.authmethods.gateway.removal.RemovalErrors.AuthenticationMethodNotFoundError;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A reset being carried out. v1.0 does not tell which method is the default: the one that Microsoft Graph refuses to delete for this
 * reason is tried again when the others are gone.
 */
final class MfaResetRun {

  private static final int ROUNDS = 2;

  private final ResetMfa reset;
  private final UserKey user;
  private final List<AuthenticationMethod> before;
  private final boolean isRepeated;

  /** The methods after the latest step; null when they have to be read. */
  private @Nullable List<AuthenticationMethod> known;

  /**
   * A run.
   *
   * @param isRepeated whether an earlier request made the plan: the user may have registered other methods under the same ids since
   */
  MfaResetRun(ResetMfa reset, UserKey user, List<AuthenticationMethod> existing, boolean isRepeated) {
    this.reset = reset;
    this.user = user;
    this.before = existing;
    this.known = existing;
    this.isRepeated = isRepeated;
  }

  /** The global id of a method; the user is always known by the object id here. */
  static GlobalId id(UserKey user, String typeName, String methodId) {
    return new GlobalId.OfMethod(typeName, (ObjectId) user, methodId);
  }

  /** The steps, without trying any. */
  List<MfaResetStep> plan(MfaResetPlan plan) {
    return plan
      .items()
      .stream()
      .map(item -> {
        var kept = unlessTried(item);
        return kept == null ? step(item, MfaResetOutcome.PLANNED, List.of()) : kept;
      })
      .toList();
  }

  /** The steps, each tried, in the order in which they were tried first. */
  List<MfaResetStep> run(MfaResetPlan plan) {
    var steps = new ArrayList<MfaResetStep>();
    for (var item : plan.items()) {
      var kept = unlessTried(item);
      steps.add(kept == null ? delete(item) : kept);
    }
    for (int round = 2; round <= ROUNDS; round++) {
      for (int at = 0; at < steps.size(); at++) {
        if (mayPass(steps.get(at))) {
          steps.set(at, delete(plan.items().get(at)));
        }
      }
    }
    return List.copyOf(steps);
  }

  /** The step of a method that is to stay, or that nobody can delete; null for every other. */
  private @Nullable MfaResetStep unlessTried(Item item) {
    if (item.isKept()) {
      return step(item, MfaResetOutcome.KEPT, List.of());
    }
    var notDeletable = DeleteAuthenticationMethod.notDeletable(item.kind());
    return notDeletable.isEmpty() ? null : step(item, MfaResetOutcome.FAILED, List.copyOf(notDeletable));
  }

  /** Whether another method was in the way, which may be gone now. */
  private static boolean mayPass(MfaResetStep step) {
    return step.errors().stream().anyMatch(DeleteAuthenticationMethod::isDueToAnother);
  }

  private MfaResetStep delete(Item item) {
    if (!reset.changes().hasTime(reset.context())) {
      return step(item, MfaResetOutcome.NOT_TRIED, List.of());
    }
    var target = new AuthenticationMethodRef.Target(user, item.kind(), item.typeName(), item.methodId());
    var key = reset.key(target.subject());
    var input = new DeleteAuthenticationMethod.OfTarget(user, false, key, null);
    Predicate<AuthenticationMethod> isMeant = method -> !isRepeated || item.mark().mayBe(reset.mark(user, method));
    var change = new DeleteAuthenticationMethod(input, target, reset.resources(), isMeant, true);
    try {
      return stepOf(item, reset.changes().makeNext(reset.context(), change, known));
    } catch (EntraFailure.SignInFailure failure) {
      return step(item, MfaResetOutcome.FAILED, List.of(reset.unlessNothingWasWritten(failure)));
    }
  }

  private MfaResetStep stepOf(Item item, ChangeResult<AuthenticationMethod> result) {
    var outcome = outcome(result);
    known = outcome.isGone() && known != null ? without(item, known) : null;
    var errors = outcome == MfaResetOutcome.WAS_GONE ? List.<ExpectedError>of() : result.errors();
    return step(item, outcome, errors, result);
  }

  private MfaResetOutcome outcome(ChangeResult<AuthenticationMethod> result) {
    return result
      .errors()
      .stream()
      .findFirst()
      .map(
        error ->
          switch (error) {
            case AuthenticationMethodNotFoundError _ -> MfaResetOutcome.WAS_GONE;
            case OutcomeUnknownError _, IdempotencyKeyInFlightError _ -> MfaResetOutcome.UNKNOWN;
            case UpstreamThrottledError _, UpstreamUnavailableError _ -> reset.changes().hasTime(reset.context())
              ? MfaResetOutcome.FAILED
              : MfaResetOutcome.NOT_TRIED;
            default -> MfaResetOutcome.FAILED;
          }
      )
      .orElse(MfaResetOutcome.DELETED);
  }

  private static List<AuthenticationMethod> without(Item item, List<AuthenticationMethod> methods) {
    return methods
      .stream()
      .filter(method -> !is(item, method))
      .toList();
  }

  private static boolean is(Item item, AuthenticationMethod method) {
    return method.kind() == item.kind() && method.methodId().equals(item.methodId());
  }

  private MfaResetStep step(Item item, MfaResetOutcome outcome, List<ExpectedError> errors) {
    return step(item, outcome, errors, null);
  }

  private MfaResetStep step(
    Item item,
    MfaResetOutcome outcome,
    List<ExpectedError> errors,
    @Nullable ChangeResult<AuthenticationMethod> result
  ) {
    return new MfaResetStep(
      id(user, item.typeName(), item.methodId()),
      item.kind(),
      displayName(item),
      outcome,
      errors.stream().map(MfaResetRun::aboutTheUser).toList(),
      result
    );
  }

  /** The input names the user, and no method. */
  private static ExpectedError aboutTheUser(ExpectedError error) {
    return error.path().equals(AuthenticationMethodRef.METHOD) ? error.at(ChangeInput.USER) : error;
  }

  private @Nullable String displayName(Item item) {
    return before
      .stream()
      .filter(method -> is(item, method))
      .map(MfaResetRun::name)
      .filter(Objects::nonNull)
      .findFirst()
      .orElse(null);
  }

  /** Of a phone the type, since people read its number aloud. */
  private static @Nullable String name(AuthenticationMethod method) {
    return method instanceof PhoneMethod phone
      ? phone.phoneType() == null
        ? null
        : phone.phoneType().name()
      : method.displayName();
  }
}
