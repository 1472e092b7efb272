package dev.authmethods.gateway.removal;

import static java.util.concurrent.CompletableFuture.completedFuture;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.change.Eligibility;
import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.entra.Protection;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.method.AuthenticationMethod;
import dev.authmethods.gateway.method.AuthenticationMethodKind;
import dev.authmethods.gateway.method.UserKey;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Tells, before anybody tries, why something could not be taken away. */
@Controller
class RemovalEligibilityController {

  private final Eligibility eligibility;
  private final EntraRemovableMethods methods;
  private final EntraSignInSessions sessions;

  RemovalEligibilityController(Eligibility eligibility, EntraRemovableMethods methods, EntraSignInSessions sessions) {
    this.eligibility = eligibility;
    this.methods = methods;
    this.sessions = sessions;
  }

  @SchemaMapping(typeName = "AuthenticationMethod")
  CompletableFuture<MethodDeletion> deletion(
    AuthenticationMethod method,
    RequestContext call,
    DataLoader<UserKey, LookupResult<List<AuthenticationMethod>>> authenticationMethods,
    DataLoader<UserKey, LookupResult<Protection>> protections
  ) {
    var notDeletable = DeleteAuthenticationMethod.notDeletable(method.kind());
    if (!notDeletable.isEmpty()) {
      return completedFuture(new MethodDeletion(List.copyOf(notDeletable)));
    }
    var operation = DeleteAuthenticationMethod.operation(method.kind());
    return eligibility
      .accessErrors(call, method.user(), operation, methods, () -> protections.load(method.user()))
      .thenCombine(stateErrors(method, authenticationMethods), (access, state) ->
        new MethodDeletion(access.isEmpty() ? state : access)
      );
  }

  /** Only phones depend on each other: for other kinds nothing has to be read. */
  private CompletableFuture<List<ExpectedError>> stateErrors(
    AuthenticationMethod method,
    DataLoader<UserKey, LookupResult<List<AuthenticationMethod>>> authenticationMethods
  ) {
    return method.kind() == AuthenticationMethodKind.PHONE
      ? authenticationMethods
          .load(method.user())
          .thenApply(LookupResult::orThrow)
          .thenApply(existing ->
            List.copyOf(DeleteAuthenticationMethod.stillNeeded(methods.dependents(method, existing)))
          )
      : completedFuture(List.of());
  }

  @SchemaMapping(typeName = "MethodEligibility")
  CompletableFuture<Eligibility.OfMutation> resetMfa(Eligibility.OfUser of) {
    return of.check(ResetMfa.OPERATION, methods, completedFuture(List.of()), _ -> List.of());
  }

  @SchemaMapping(typeName = "MethodEligibility")
  CompletableFuture<Eligibility.OfMutation> revokeSignInSessions(Eligibility.OfUser of) {
    var now = EntraSignInSessions.of(of.user());
    return of.check(
      RevokeSignInSessions.OPERATION,
      sessions,
      completedFuture(List.of(now)),
      RevokeSignInSessions::rules
    );
  }
}
