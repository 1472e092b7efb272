package dev.authmethods.gateway.change;

import static java.util.concurrent.CompletableFuture.completedFuture;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.entra.Protection;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.method.AuthenticationMethod;
import dev.authmethods.gateway.method.User;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Tells, before anybody tries, why a mutation would be refused: by the rules of the mutation itself. */
@Component
public class Eligibility {

  private final AccessPolicy policy;

  Eligibility(AccessPolicy policy) {
    this.policy = policy;
  }

  /**
   * Why the caller cannot make a change of this user, whatever the input; empty when only the state of the user can forbid it.
   *
   * @param protections loads how the user is protected; asked only where the gateway itself has to know
   */
  public CompletableFuture<List<ExpectedError>> accessErrors(
    RequestContext call,
    User user,
    Operation operation,
    EntraMethods<?> methods,
    Supplier<CompletableFuture<LookupResult<Protection>>> protections
  ) {
    var errors = policy.errors(call.caller(), user.objectId(), operation, methods.isOwnAccountAllowed());
    return errors.isEmpty() && policy.protectsUsers()
      ? protections
          .get()
          .thenApply(LookupResult::orThrow)
          .thenApply(protection -> List.copyOf(policy.reaches(call.caller(), protection).stream().toList()))
      : completedFuture(List.copyOf(errors));
  }

  /**
   * Whether the caller's token lists a role that the operation accepts. A caller without may be allowed all the same, by a role
   * that tokens do not list.
   */
  public boolean isRoleListed(RequestContext call, Operation operation) {
    return policy.listsRole(call.caller(), operation);
  }

  /** The methods of a user under the id that never changes, however the user was reached. */
  @SuppressWarnings("unchecked") // A method that is reached by another key is of the same kind.
  public static <M extends AuthenticationMethod> List<M> reachedByObjectId(User user, List<M> methods) {
    return methods
      .stream()
      .map(method -> (M) method.reachedBy(user.objectId()))
      .toList();
  }
}
