package dev.authmethods.gateway.change;

import static java.util.concurrent.CompletableFuture.completedFuture;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.entra.Protection;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.method.User;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.method.UserResource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Tells, before anybody tries, why a mutation would be refused: by the rules of the mutation itself. */
@Component
public class Eligibility {

  /**
   * The changes that the caller can make to the methods of a user. Each kind of method adds the fields of its
   * mutations.
   *
   * @param protections loads how the user is protected
   */
  public record OfUser(
    Eligibility rules,
    RequestContext call,
    User user,
    Supplier<CompletableFuture<LookupResult<Protection>>> protections
  ) {
    /**
     * Whether a mutation may be made: the rules of the state count only if no rule refuses the caller.
     *
     * @param existing    what the user has
     * @param stateErrors the rules of the state, for an input that is not known yet
     */
    public <M extends UserResource> CompletableFuture<OfMutation> check(
      Operation operation,
      EntraResources<M> methods,
      CompletableFuture<List<M>> existing,
      Function<List<M>, List<? extends ExpectedError>> stateErrors
    ) {
      return rules
        .accessErrors(call, user, operation, methods, protections)
        .thenCombine(existing, (errors, found) ->
          new OfMutation(errors.isEmpty() ? List.copyOf(stateErrors.apply(found)) : errors, found.isEmpty())
        );
    }
  }

  /**
   * Whether the caller can make a mutation of a user now, before its input is known.
   *
   * @param blockedBy the errors that the mutation would answer; empty when it may
   * @param wouldAdd  whether the user has no method of the kind, so that a mutation that sets one adds it
   */
  public record OfMutation(List<ExpectedError> blockedBy, boolean wouldAdd) {
    /** True when no rule stands against it that can be seen beforehand. */
    public boolean isAllowed() {
      return blockedBy.isEmpty();
    }
  }

  private final AccessPolicy policy;

  Eligibility(AccessPolicy policy) {
    this.policy = policy;
  }

  /**
   * The errors that prevent the caller from making a change of this user with any input; empty when only the state of
   * the user can forbid it.
   *
   * @param protections loads the user's protection; called only if the gateway itself has to know it
   */
  public CompletableFuture<List<ExpectedError>> accessErrors(
    RequestContext call,
    User user,
    Operation operation,
    EntraResources<?> methods,
    Supplier<CompletableFuture<LookupResult<Protection>>> protections
  ) {
    return accessErrors(call, user.objectId(), operation, methods, protections);
  }

  /** The same, of a user whose key is known. */
  public CompletableFuture<List<ExpectedError>> accessErrors(
    RequestContext call,
    UserKey user,
    Operation operation,
    EntraResources<?> methods,
    Supplier<CompletableFuture<LookupResult<Protection>>> protections
  ) {
    var errors = policy.errors(call.caller(), user, operation, methods.isOwnAccountAllowed());
    return errors.isEmpty() && !policy.protections(call.caller()).isEmpty()
      ? protections
          .get()
          .thenApply(LookupResult::orThrow)
          .thenApply(protection -> List.copyOf(policy.reaches(call.caller(), protection).stream().toList()))
      : completedFuture(List.copyOf(errors));
  }

  /**
   * Whether the caller's token lists a role that the operation accepts. A caller without one may still be allowed, by a
   * role that tokens do not list.
   */
  public boolean isRoleListed(RequestContext call, Operation operation) {
    return policy.listsRole(call.caller(), operation);
  }
}
