package dev.authmethods.gateway.removal;

import dev.authmethods.gateway.change.ChangeInput;
import dev.authmethods.gateway.change.ChangeResult;
import dev.authmethods.gateway.change.Changes;
import dev.authmethods.gateway.change.MutationContext;
import dev.authmethods.gateway.change.Operation;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.entra.MethodPermissions;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.error.InvalidInputError;
import dev.authmethods.gateway.error.MutationPayload;
import dev.authmethods.gateway.error.UpstreamRefusedError;
import dev.authmethods.gateway.method.AboutUser;
import dev.authmethods.gateway.method.AuthenticationMethod;
import dev.authmethods.gateway.method.AuthenticationMethodKind;
import dev.authmethods.gateway.method.GlobalId;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.method.UserRef;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes a user's methods away, one by one, then ends the sessions. Source of the order:
 * https://learn.microsoft.com/graph/api/phoneauthenticationmethod-delete
 */
record ResetMfa(
  Input input,
  MutationContext context,
  Changes changes,
  EntraRemovableMethods resources,
  EntraSignInSessions sessions
) implements Changes.Sequence<AuthenticationMethod, ResetMfa.Payload> {
  static final Operation OPERATION = Operation.write("resetMfa", OwnError.class, MethodPermissions.toWriteAllKinds())
    .notOnOwnAccount()
    .byObjectId();

  record Input(
    UserRef user,
    MfaResetScope scope,
    @Nullable List<String> keep,
    boolean revokeSessions,
    boolean validateOnly,
    @Nullable String idempotencyKey,
    @Nullable String clientMutationId
  ) implements ChangeInput {
    List<String> kept() {
      return keep == null ? List.of() : keep;
    }
  }

  /** This mutation has no errors that no other has: each step has those of a deletion. */
  interface OwnError extends ExpectedError {}

  /**
   * The payload.
   *
   * @param sessions what became of the sessions; null when they were not to be ended, or nothing was tried
   */
  record Payload(
    Input input,
    @Nullable UserKey about,
    List<MfaResetStep> steps,
    @Nullable ChangeResult<SignInSessions> sessions,
    List<ExpectedError> errors
  ) implements MutationPayload, AboutUser {
    /** The ids of the methods that are gone. */
    public List<GlobalId> deletedMethodIds() {
      return steps
        .stream()
        .filter(step -> step.outcome().isGone())
        .map(MfaResetStep::methodId)
        .toList();
    }

    /** Whether all is done that was asked for. */
    public boolean isComplete() {
      return (
        !input.validateOnly &&
        errors.isEmpty() &&
        steps.stream().allMatch(MfaResetStep::isSettled) &&
        (!input.revokeSessions || sessionsValidFrom() != null)
      );
    }

    /** The moment before which all sessions are ended; null when they are not. */
    public @Nullable OffsetDateTime sessionsValidFrom() {
      return sessions == null || sessions.method() == null ? null : sessions.method().validFrom();
    }

    /** Why the sessions could not be ended. */
    public List<ExpectedError> sessionErrors() {
      return sessions == null ? List.of() : sessions.errors();
    }

    /** Whether an earlier request with the same key did all of it. */
    public boolean replayed() {
      var sent = steps.stream().filter(MfaResetStep::isSent).toList();
      return (
        (sessions != null || !sent.isEmpty()) &&
        (sessions == null || sessions.replayed()) &&
        sent.stream().allMatch(MfaResetStep::isReplayed)
      );
    }

    /** As the client sent it. */
    public @Nullable String clientMutationId() {
      return input.clientMutationId;
    }

    @Override
    public List<ExpectedError> allErrors() {
      return Stream.of(
        errors,
        steps
          .stream()
          .flatMap(step -> step.errors().stream())
          .toList(),
        sessionErrors()
      )
        .flatMap(List::stream)
        .toList();
    }
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public List<String> arguments() {
    return Stream.concat(
      Stream.of(input.scope.name(), String.valueOf(input.revokeSessions)),
      input.kept().stream().sorted()
    ).toList();
  }

  /** An id that leads to no method would keep nothing: the client meant something else. */
  @Override
  public List<ExpectedError> inputErrors() {
    return notKeeping(id -> GlobalId.parse(id) instanceof GlobalId.OfMethod);
  }

  /** The same for the id of somebody else's method. */
  @Override
  public List<ExpectedError> userErrors(UserKey user) {
    return notKeeping(id -> GlobalId.parse(id) instanceof GlobalId.OfMethod method && method.user().equals(user));
  }

  private List<ExpectedError> notKeeping(Predicate<String> keepsSomething) {
    var kept = input.kept();
    return IntStream.range(0, kept.size())
      .filter(at -> !keepsSomething.test(kept.get(at)))
      .<ExpectedError>mapToObj(at ->
        new InvalidInputError(List.of("input", "keep", String.valueOf(at)), "GlobalId", List.of())
      )
      .toList();
  }

  @Override
  public Payload refused(List<ExpectedError> errors) {
    return new Payload(input, null, List.of(), null, errors);
  }

  @Override
  public String plan(UserKey user, List<AuthenticationMethod> existing) {
    return MfaResetPlan.of(existing, method -> isKept(user, method), method -> mark(user, method)).write();
  }

  private boolean isKept(UserKey user, AuthenticationMethod method) {
    return (
      method.kind() == AuthenticationMethodKind.PASSWORD ||
      !input.scope.takes(method) ||
      input.kept().contains(MfaResetRun.id(user, method.getClass().getSimpleName(), method.methodId()).toString())
    );
  }

  /** By which a method can be told from another one with the same id; numbers count as callers see them. */
  MfaResetPlan.Mark mark(UserKey user, AuthenticationMethod method) {
    var text = resources.fingerprint(resources.masked(method));
    var created = method.createdDateTime();
    return new MfaResetPlan.Mark(
      changes.digest(user, text),
      created == null ? null : changes.digest(user, created.toString())
    );
  }

  @Override
  public Payload check(UserKey user, List<AuthenticationMethod> existing, String plan) {
    var steps = new MfaResetRun(this, user, existing, false).plan(MfaResetPlan.read(plan));
    return new Payload(input, user, steps, null, List.of());
  }

  @Override
  public Payload make(UserKey user, List<AuthenticationMethod> existing, String plan, boolean isOfEarlierRequest) {
    var steps = new MfaResetRun(this, user, existing, isOfEarlierRequest).run(MfaResetPlan.read(plan));
    return new Payload(input, user, steps, input.revokeSessions ? endSessions(user) : null, List.of());
  }

  private ChangeResult<SignInSessions> endSessions(UserKey user) {
    var ofSessions = new DeleteAuthenticationMethod.OfTarget(user, false, key("sessions"), null);
    try {
      return changes.makeNext(context, RevokeSignInSessions.ofReset(ofSessions, sessions), null);
    } catch (EntraFailure.SignInFailure failure) {
      return ChangeResult.refused(unlessNothingWasWritten(failure));
    }
  }

  /** A failed sign-in answers the whole request, unless that would hide what was written. */
  UpstreamRefusedError unlessNothingWasWritten(EntraFailure.SignInFailure failure) {
    if (!context.call().wrote().get()) {
      throw failure;
    }
    return new UpstreamRefusedError(List.of(), failure.error(), null);
  }

  /** The key of a part, which follows from the key of the whole; null without one. */
  @Nullable
  String key(String part) {
    return input.idempotencyKey == null ? null : input.idempotencyKey + " " + part;
  }
}
