package dev.authmethods.gateway.removal;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.change.Change;
import dev.authmethods.gateway.change.ChangeInput;
import dev.authmethods.gateway.change.ChangePayload;
import dev.authmethods.gateway.change.ChangeResult;
import dev.authmethods.gateway.change.EntraResources;
import dev.authmethods.gateway.change.Match;
import dev.authmethods.gateway.change.Operation;
import dev.authmethods.gateway.change.Parsed;
import dev.authmethods.gateway.change.Written;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.entra.MethodPermissions;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.lookup.MethodReader;
import dev.authmethods.gateway.method.AuthenticationMethod;
import dev.authmethods.gateway.method.AuthenticationMethodKind;
import dev.authmethods.gateway.method.NationalCloud;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.method.UserRef;
import dev.authmethods.gateway.refusal.DefaultMethodError;
import dev.authmethods.gateway.refusal.MobilePhoneStillNeededError;
import dev.authmethods.gateway.removal.AuthenticationMethodRef.Target;
import dev.authmethods.gateway.removal.RemovalErrors.AuthenticationMethodNotFoundError;
import dev.authmethods.gateway.removal.RemovalErrors.MethodChangedError;
import dev.authmethods.gateway.removal.RemovalErrors.MethodNotDeletableError;
import dev.authmethods.gateway.removal.RemovalErrors.MethodNotDeletableReason;
import dev.authmethods.gateway.removal.RemovalErrors.StepUpRequiredError;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Deletes a method of any kind. Source: the page on each deletion, such as
 * https://learn.microsoft.com/graph/api/fido2authenticationmethod-delete
 *
 * @param isMeant   tells the method that is meant from another one with the same id
 * @param isOfReset whether the same mutation deletes the user's other methods
 */
record DeleteAuthenticationMethod(
  ChangeInput input,
  Target target,
  EntraRemovableMethods all,
  Predicate<AuthenticationMethod> isMeant,
  boolean isOfReset
) implements Change<AuthenticationMethod> {
  /** For any kind: the permission and the clouds of each kind are its own. */
  static final Operation OPERATION = Operation.write(
    "deleteAuthenticationMethod",
    OwnError.class,
    MethodPermissions.toWriteAllKinds()
  )
    .notIn(NationalCloud.CHINA_21VIANET)
    .alsoAnswering(List.of(MobilePhoneStillNeededError.class, DefaultMethodError.class));

  private static final List<String> METHOD = AuthenticationMethodRef.METHOD;

  /** The input; the method names the user. */
  record Input(
    AuthenticationMethodRef method,
    boolean validateOnly,
    @Nullable String idempotencyKey,
    @Nullable String clientMutationId
  ) {
    Parsed<DeleteAuthenticationMethod> parse(EntraRemovableMethods all, MethodReader.OfEveryKind kinds) {
      return method
        .parse(kinds)
        .map(target -> new DeleteAuthenticationMethod(of(target), target, all, _ -> true, false));
    }

    private ChangeInput of(Target target) {
      return new OfTarget(target.user(), validateOnly, idempotencyKey, clientMutationId);
    }

    /** The common part, when nobody can say which method it is. */
    ChangeInput ofAnything() {
      return new OfTarget(null, validateOnly, idempotencyKey, clientMutationId);
    }
  }

  /** The part of an input that every mutation has, when something else than a reference names the user. */
  record OfTarget(
    @Nullable UserKey key,
    boolean validateOnly,
    @Nullable String idempotencyKey,
    @Nullable String clientMutationId
  ) implements ChangeInput {
    @Override
    public UserRef user() {
      return new UserRef(null, null, key == null ? null : key.value());
    }

    @Override
    public Parsed<UserKey> userKey() {
      return key == null ? new Parsed.Invalid<>(List.of()) : Parsed.valid(key);
    }
  }

  /**
   * The payload.
   *
   * @param target the method; null when the input does not name one
   */
  record Payload(ChangeResult<AuthenticationMethod> result, @Nullable Target target) implements ChangePayload {
    /** Errors about the user point to the method, which names the user. */
    static Payload of(ChangeResult<AuthenticationMethod> result, @Nullable Target target) {
      var errors = result.errors().stream().map(Payload::atTheMethod).toList();
      return new Payload(result.withErrors(errors), target);
    }

    static ExpectedError atTheMethod(ExpectedError error) {
      return error.path().equals(ChangeInput.USER) ? error.at(METHOD) : error;
    }

    /** The kind of the method; null when nobody was found, or the user has no such method. */
    public @Nullable AuthenticationMethodKind kind() {
      var isFound = result.errors().stream().noneMatch(AuthenticationMethodNotFoundError.class::isInstance);
      return target == null || about() == null || !isFound ? null : target.kind();
    }
  }

  /** The errors of this mutation other than the shared ones. */
  sealed interface OwnError
    extends ExpectedError
    permits AuthenticationMethodNotFoundError, MethodNotDeletableError, MethodChangedError, StepUpRequiredError {}

  private @Nullable EntraDeletion deletion() {
    return EntraDeletion.of(target.kind());
  }

  @Override
  public Operation operation() {
    return operation(target.kind());
  }

  static Operation operation(AuthenticationMethodKind kind) {
    var deletion = EntraDeletion.of(kind);
    return deletion == null ? OPERATION : deletion.operation();
  }

  @Override
  public EntraResources<AuthenticationMethod> methods() {
    return all.of(target.kind());
  }

  @Override
  public List<String> arguments() {
    return List.of(target.subject());
  }

  @Override
  public List<? extends ExpectedError> accessErrors() {
    return notDeletable(target.kind());
  }

  /** Nobody can delete methods of some kinds. */
  static List<MethodNotDeletableError> notDeletable(AuthenticationMethodKind kind) {
    return EntraDeletion.of(kind) == null
      ? List.of(new MethodNotDeletableError(METHOD, kind, MethodNotDeletableReason.of(kind)))
      : List.of();
  }

  @Override
  public List<? extends ExpectedError> stateErrors(List<AuthenticationMethod> existing) {
    return find(existing)
      .<List<? extends ExpectedError>>map(method -> stillNeeded(all.dependents(method, existing)))
      .orElseGet(() -> List.of(new AuthenticationMethodNotFoundError(METHOD)));
  }

  /**
   * The alternate mobile phone is deleted before the mobile phone. Source:
   * https://learn.microsoft.com/graph/api/phoneauthenticationmethod-delete
   */
  static List<MobilePhoneStillNeededError> stillNeeded(List<? extends AuthenticationMethod> dependents) {
    return dependents
      .stream()
      .filter(PhoneMethod.class::isInstance)
      .map(phone -> new MobilePhoneStillNeededError(METHOD, (PhoneMethod) phone))
      .toList();
  }

  /** A repetition of the reset tries again, unless the method is gone: somebody else may have the account. */
  @Override
  public boolean mayPass(ExpectedError error) {
    return isOfReset && !(error instanceof AuthenticationMethodNotFoundError);
  }

  /** Whether another method was in the way, which may be gone later. */
  static boolean isDueToAnother(ExpectedError error) {
    return error instanceof DefaultMethodError || error instanceof MobilePhoneStillNeededError;
  }

  /** Another method has the id now. */
  @Override
  public List<? extends ExpectedError> conflictErrors(List<AuthenticationMethod> existing) {
    var changed = find(existing).map(method -> new MethodChangedError(METHOD, method));
    return Stream.<ExpectedError>concat(stateErrors(existing).stream(), changed.stream()).limit(1).toList();
  }

  /**
   * v1.0 does not tell which method is the default. When the method is there and no other depends on it, that is the
   * only documented reason left for a refusal. Source:
   * https://learn.microsoft.com/graph/api/phoneauthenticationmethod-delete
   */
  @Override
  public List<? extends ExpectedError> refusalErrors(EntraFailure.Refused refused) {
    return refused.isBadRequest() ? List.of(new DefaultMethodError(METHOD)) : Change.super.refusalErrors(refused);
  }

  /** The directory refuses to remove keys with 403 or 400. */
  @Override
  public List<? extends ExpectedError> ownAccountErrors(EntraFailure.Refused refused) {
    var deletion = deletion();
    var mayBeKey = deletion != null && deletion.isKey();
    return refused.status() == 403 || (mayBeKey && refused.isBadRequest())
      ? List.of(new StepUpRequiredError(METHOD))
      : List.of();
  }

  @Override
  public String subject() {
    return target.subject();
  }

  @Override
  public Optional<AuthenticationMethod> find(List<AuthenticationMethod> existing) {
    return existing
      .stream()
      .filter(method -> method.kind() == target.kind() && method.methodId().equals(target.methodId()))
      .filter(isMeant)
      .findFirst();
  }

  @Override
  public String fingerprint(AuthenticationMethod method) {
    return all.fingerprint(method);
  }

  @Override
  public boolean leavesMethod() {
    return false;
  }

  @Override
  public Match match(List<AuthenticationMethod> existing) {
    return Match.of(find(existing).isEmpty());
  }

  @Override
  public Written<AuthenticationMethod> write(RequestContext call, UserKey user) {
    return all.delete(call, user, Objects.requireNonNull(deletion()), target.methodId());
  }
}
