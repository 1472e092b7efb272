package dev.authmethods.gateway.change.run;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.change.AccessPolicy;
import dev.authmethods.gateway.change.BulkItem;
import dev.authmethods.gateway.change.Change;
import dev.authmethods.gateway.change.ChangeInput;
import dev.authmethods.gateway.change.ChangeResult;
import dev.authmethods.gateway.change.Changes;
import dev.authmethods.gateway.change.EntraResources;
import dev.authmethods.gateway.change.MutationContext;
import dev.authmethods.gateway.change.Operation;
import dev.authmethods.gateway.change.Parsed;
import dev.authmethods.gateway.change.audit.ChangeAudit;
import dev.authmethods.gateway.entra.Entra;
import dev.authmethods.gateway.entra.ProtectedUsers;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.error.PermissionDeniedError;
import dev.authmethods.gateway.error.SharedError;
import dev.authmethods.gateway.error.Violations;
import dev.authmethods.gateway.idempotency.Idempotency;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.method.UserResource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Makes changes: first every rule that needs only the input and the caller's token, then a {@link ChangeRun}. */
@Service
class ChangeEngine implements Changes {

  final Entra entra;
  final Idempotency idempotency;
  final KeptChanges kept;
  final AccessPolicy policy;
  final ChangeMetrics metrics;
  final ChangeAudit audit;
  private final ProtectedUsers protectedUsers;

  ChangeEngine(
    Entra entra,
    Idempotency idempotency,
    KeptChanges kept,
    AccessPolicy policy,
    ChangeMetrics metrics,
    ChangeAudit audit,
    ProtectedUsers protectedUsers
  ) {
    this.entra = entra;
    this.idempotency = idempotency;
    this.kept = kept;
    this.policy = policy;
    this.metrics = metrics;
    this.audit = audit;
    this.protectedUsers = protectedUsers;
  }

  @Override
  public <M extends UserResource> ChangeResult<M> make(
    MutationContext context,
    ChangeInput input,
    Parsed<? extends Change<M>> change
  ) {
    ChangeResult<M> result = switch (admit(context, context.violations(), input, change)) {
      case Parsed.Invalid<Admitted<M>>(var errors) -> ChangeResult.unchanged(null, errors);
      case Parsed.Valid<Admitted<M>>(var admitted) -> identified(run(context, admitted), context);
    };
    return result.withClientMutationId(input.clientMutationId());
  }

  @Override
  public <M extends UserResource> List<ChangeResult<M>> makeAll(
    MutationContext context,
    List<BulkItem<M>> items,
    EntraResources<M> methods
  ) {
    return new BulkRun<>(this, context, items, methods).run();
  }

  @Override
  public <M extends UserResource> ChangeResult<M> makeNext(
    MutationContext context,
    Change<M> change,
    @Nullable List<M> known
  ) {
    return switch (change.input().userKey()) {
      case Parsed.Invalid<UserKey>(var errors) -> ChangeResult.unchanged(null, errors);
      case Parsed.Valid<UserKey>(var user) -> new ChangeRun<>(
        this,
        context,
        new Admitted<>(change, user),
        known,
        false
      ).run();
    };
  }

  @Override
  public <M extends UserResource, R> R makeSequence(MutationContext context, Sequence<M, R> sequence) {
    return new SequenceRun<>(this, context, sequence).run();
  }

  @Override
  public boolean hasTime(MutationContext context) {
    return entra.canWrite(context.call(), Duration.ZERO);
  }

  @Override
  public String digest(UserKey user, String text) {
    return idempotency.digest(user.value(), text);
  }

  /** A change whose input is right and that the caller's token does not forbid, and the user that the input refers to. */
  record Admitted<M extends UserResource>(Change<M> change, UserKey user) {}

  /** The change, or every error that can be found without Microsoft Graph: all of the input, or else all of access. */
  <M extends UserResource> Parsed<Admitted<M>> admit(
    MutationContext context,
    Violations violations,
    ChangeInput input,
    Parsed<? extends Change<M>> change
  ) {
    var user = input.userKey();
    var errors = inputErrors(violations, user.errors(), change.errors());
    if (!errors.isEmpty()) {
      return new Parsed.Invalid<>(errors);
    }
    return switch (user.and(change, (key, parsed) -> new Admitted<M>(parsed, key))) {
      case Parsed.Invalid<Admitted<M>> invalid -> invalid;
      case Parsed.Valid<Admitted<M>>(var admitted) -> allowed(context, admitted);
    };
  }

  private <M extends UserResource> Parsed<Admitted<M>> allowed(MutationContext context, Admitted<M> admitted) {
    var change = admitted.change;
    var errors = accessErrors(context.call(), change, admitted.user);
    audit.denied(context, change.operation(), change.input(), admitted.user, change, errors);
    return errors.isEmpty() ? Parsed.valid(admitted) : new Parsed.Invalid<>(errors);
  }

  /**
   * The error of a constraint of the schema is left out next to the error of a rule about the same part of the input,
   * which says more.
   */
  static List<ExpectedError> inputErrors(
    Violations violations,
    List<ExpectedError> ofUser,
    List<ExpectedError> ofChange
  ) {
    var constraints = violations
      .errors()
      .stream()
      .filter(violation -> isTold(violation, ofChange));
    var user = ofUser.stream().filter(error -> isTold(error, violations.errors()));
    return Stream.of(constraints, user, ofChange.stream())
      .<ExpectedError>flatMap(errors -> errors)
      .toList();
  }

  private static boolean isTold(ExpectedError error, List<? extends ExpectedError> others) {
    return others.stream().noneMatch(other -> other.path().equals(error.path()));
  }

  /** Every error of permissions, roles, the own account and clouds that the token and the settings tell. */
  List<ExpectedError> accessErrors(RequestContext call, Change<?> change, UserKey user) {
    return Stream.concat(
      accessErrors(call, change.operation(), user, change.methods()).stream(),
      change.accessErrors().stream()
    ).toList();
  }

  List<SharedError> accessErrors(RequestContext call, Operation operation, UserKey user, EntraResources<?> methods) {
    return policy.errors(call.caller(), user, operation, methods.isOwnAccountAllowed());
  }

  /** Why the caller's role does not cover the user, as far as the gateway has to see to it. */
  Optional<PermissionDeniedError> protection(RequestContext call, UserKey user) {
    var scope = policy.protections(call.caller());
    return scope.isEmpty() ? Optional.empty() : policy.reaches(call.caller(), protectedUsers.of(user, scope, call));
  }

  private <M extends UserResource> ChangeResult<M> run(MutationContext context, Admitted<M> admitted) {
    return new ChangeRun<>(this, context, admitted, null, false).run();
  }

  /** A changed method is shown under ids that need the object id; a refusal waits for nothing. */
  static <M extends UserResource> ChangeResult<M> identified(ChangeResult<M> result, MutationContext context) {
    var id = result.user() == null || !result.isMade() ? null : context.identities().await(result.user());
    return id == null ? result : result.reachedBy(id);
  }
}
