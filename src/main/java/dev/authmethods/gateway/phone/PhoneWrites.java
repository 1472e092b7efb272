package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.error.ErrorCategory;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.error.UserNotFoundError;
import dev.authmethods.gateway.idempotency.Lease;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.outcome.Confirmation;
import dev.authmethods.gateway.outcome.Outcome;
import dev.authmethods.gateway.outcome.Outcomes;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.util.function.SingletonSupplier;

/**
 * Makes a change with one write, and tells what became of it. What {@link Outcomes} finds out becomes a phone, or the errors
 * of the change.
 */
@Service
class PhoneWrites {

  /** How often a change is decided at most; each time somebody else was quicker. */
  private static final int DECISIONS = 3;

  private final EntraPhoneMethods phones;
  private final PhoneRefusals refusals;
  private final PhoneMarks marks;
  private final AccessPolicy policy;
  private final PhoneMetrics metrics;

  PhoneWrites(
    EntraPhoneMethods phones,
    PhoneRefusals refusals,
    PhoneMarks marks,
    AccessPolicy policy,
    PhoneMetrics metrics
  ) {
    this.phones = phones;
    this.refusals = refusals;
    this.marks = marks;
    this.policy = policy;
    this.metrics = metrics;
  }

  /**
   * Makes a change that was never tried before.
   *
   * @param known what the user has, if that was read already
   */
  <E extends ExpectedError> PhoneResult<E> make(
    RequestContext call,
    PhoneChange<E> asked,
    UserKey user,
    Lease<KeptResult> lease,
    @Nullable List<PhoneMethod> known
  ) {
    var held = known == null && asked.looksFirst() ? phones.list(call, user) : known;
    return held == null
      ? written(call, asked, user, writing(asked, user, lease, () -> marks.none(asked, user)))
      : decided(call, asked, user, lease, held, DECISIONS);
  }

  /** Decides by what the user has; and decides again, a few times, where somebody else was quicker and nothing was changed. */
  private <E extends ExpectedError> PhoneResult<E> decided(
    RequestContext call,
    PhoneChange<E> asked,
    UserKey user,
    Lease<KeptResult> lease,
    List<PhoneMethod> held,
    int decisions
  ) {
    var change = asked.facing(PhoneRules.find(asked.type(), held).isPresent());
    if (change.isNothing(held)) {
      return settled(
        change,
        lease,
        PhoneResult.made(user, find(call, change, held), PhoneEffect.UNCHANGED, Confirmation.READ_BACK)
      );
    }
    var broken = change.certain(phones.shown(held, call));
    if (!broken.isEmpty()) {
      return settled(change, lease, PhoneResult.refused(user, broken));
    }
    var writing = writing(change, user, lease, () -> marks.of(change, user, held));
    var outcome = Outcomes.of(call, writing);
    var now = decisions > 1 ? otherwise(call, asked, change, user, outcome) : null;
    return now == null
      ? told(call, change, user, writing, outcome)
      : decided(call, asked, user, lease, now, decisions - 1);
  }

  /** What the user has now, where the write was refused and another change has to be made of it; else null. */
  private @Nullable List<PhoneMethod> otherwise(
    RequestContext call,
    PhoneChange<?> asked,
    PhoneChange<?> change,
    UserKey user,
    Outcome<List<PhoneMethod>, Optional<PhoneMethod>> outcome
  ) {
    if (asked.equals(change) || !(outcome instanceof Outcome.Refused(var why, var state)) || why.status() == 403) {
      return null;
    }
    var now = state == null ? phones.heldNow(call, user) : state;
    return now == null || asked.facing(PhoneRules.find(asked.type(), now).isPresent()).equals(change) ? null : now;
  }

  /** Finds out what became of a change that was tried before, and makes it if nothing did. */
  <E extends ExpectedError> PhoneResult<E> resume(
    RequestContext call,
    PhoneChange<E> asked,
    UserKey user,
    Lease<KeptResult> lease,
    @Nullable String before,
    boolean mayYetLand
  ) {
    var held = phones.list(call, user);
    var was = before == null ? marks.of(asked, user, held) : before;
    var change = asked.facing(!was.equals(marks.none(asked, user)));
    var writing = writing(change, user, lease, () -> was);
    var outcome = Outcomes.of(call, writing, held, mayYetLand);
    var now = otherwise(call, asked, change, user, outcome);
    if (now != null) {
      return decided(call, asked, user, lease, now, DECISIONS - 1);
    }
    var result = told(call, change, user, writing, outcome);
    return writing.isSeen(held) ? result.again() : result;
  }

  private PhoneWriting writing(PhoneChange<?> change, UserKey user, Lease<KeptResult> lease, Supplier<String> before) {
    return new PhoneWriting(
      change,
      user,
      phones,
      lease,
      held -> marks.of(change, user, held),
      SingletonSupplier.of(before)
    );
  }

  private <E extends ExpectedError> PhoneResult<E> written(
    RequestContext call,
    PhoneChange<E> change,
    UserKey user,
    PhoneWriting writing
  ) {
    return told(call, change, user, writing, Outcomes.of(call, writing));
  }

  private <E extends ExpectedError> PhoneResult<E> told(
    RequestContext call,
    PhoneChange<E> change,
    UserKey user,
    PhoneWriting writing,
    Outcome<List<PhoneMethod>, Optional<PhoneMethod>> outcome
  ) {
    var result = result(call, change, user, writing, outcome);
    metrics.count(change, outcome, result);
    return result;
  }

  private <E extends ExpectedError> PhoneResult<E> result(
    RequestContext call,
    PhoneChange<E> change,
    UserKey user,
    PhoneWriting writing,
    Outcome<List<PhoneMethod>, Optional<PhoneMethod>> outcome
  ) {
    return switch (outcome) {
      case Outcome.Applied<List<PhoneMethod>, Optional<PhoneMethod>> applied -> applied(
        call,
        change,
        user,
        writing,
        applied
      );
      case Outcome.NotApplied(var why) -> freed(
        writing.lease(),
        PhoneResult.refused(user, List.of(change.failed(why, call.caller(), user, policy)))
      );
      case Outcome.Refused(var why, var state) -> settled(
        change,
        writing.lease(),
        refusals.explained(call.unattended(), change, user, why, state)
      );
      case Outcome.Overtaken(var state) -> overtaken(call, change, user, state);
      case Outcome.Unknown(var wait) -> PhoneResult.refused(user, List.of(change.unknown(wait)));
    };
  }

  private <E extends ExpectedError> PhoneResult<E> applied(
    RequestContext call,
    PhoneChange<E> change,
    UserKey user,
    PhoneWriting writing,
    Outcome.Applied<List<PhoneMethod>, Optional<PhoneMethod>> applied
  ) {
    if (applied.state() != null) {
      return made(change, writing, find(call, change, applied.state()), applied.confirmation());
    }
    var answer = Objects.requireNonNull(applied.answer()).orElse(null);
    return answer == null && change.leavesAPhone()
      ? seen(call.unattended(), change, user, writing)
      : made(change, writing, answer, applied.confirmation());
  }

  /**
   * Microsoft Graph says that the write was made, and does not say with what result. That this cannot be read does not make it
   * undone; that nothing has changed leaves it open.
   */
  private <E extends ExpectedError> PhoneResult<E> seen(
    RequestContext call,
    PhoneChange<E> change,
    UserKey user,
    PhoneWriting writing
  ) {
    var held = phones.heldNow(call, user);
    if (held == null) {
      var type = change.type();
      var phone = new PhoneMethod(user, type.methodId(), null, null, type, null);
      return made(change, writing, phone, Confirmation.UPSTREAM);
    }
    return switch (writing.sight(held)) {
      case AS_ASKED, AS_ASKED_WHERE_SHOWN, AS_BEFORE_WHERE_SHOWN, NOT_SHOWN -> made(
        change,
        writing,
        find(call, change, held),
        Confirmation.UPSTREAM
      );
      case AS_BEFORE -> PhoneResult.refused(user, List.of(change.unknown(null)));
      case OTHERWISE -> overtaken(call, change, user, held);
    };
  }

  /** What others did may not be the end of it: the own write may be below theirs, or yet to come. The key stays open. */
  private <E extends ExpectedError> PhoneResult<E> overtaken(
    RequestContext call,
    PhoneChange<E> change,
    UserKey user,
    List<PhoneMethod> held
  ) {
    return PhoneResult.refused(user, change.overtaken(phones.shown(held, call)));
  }

  private static <E extends ExpectedError> PhoneResult<E> made(
    PhoneChange<E> change,
    PhoneWriting writing,
    @Nullable PhoneMethod phone,
    Confirmation confirmation
  ) {
    var result = PhoneResult.<E>made(writing.user(), phone, change.effect(), confirmation);
    return settled(change, writing.lease(), result);
  }

  /** Who may not do it, finds nobody or should try again may with the same key once that has changed. */
  private static <E extends ExpectedError> PhoneResult<E> settled(
    PhoneChange<E> change,
    Lease<KeptResult> lease,
    PhoneResult<E> result
  ) {
    var refused = !result.errors().isEmpty();
    if ((refused && change.isProvisional()) || result.errors().stream().anyMatch(PhoneWrites::mayPass)) {
      return freed(lease, result);
    }
    lease.settle(KeptResult.of(result));
    return result;
  }

  private static boolean mayPass(ExpectedError error) {
    return error.category() == ErrorCategory.FORBIDDEN || error instanceof UserNotFoundError || error.retryable();
  }

  private static <E extends ExpectedError> PhoneResult<E> freed(Lease<KeptResult> lease, PhoneResult<E> result) {
    lease.free();
    return result;
  }

  private @Nullable PhoneMethod find(RequestContext call, PhoneChange<?> change, List<PhoneMethod> held) {
    return PhoneRules.find(change.type(), phones.shown(held, call)).orElse(null);
  }
}
