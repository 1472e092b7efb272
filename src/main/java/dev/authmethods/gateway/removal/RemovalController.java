package dev.authmethods.gateway.removal;

import static java.util.concurrent.CompletableFuture.completedFuture;

import dev.authmethods.gateway.change.Changes;
import dev.authmethods.gateway.change.MutationContext;
import dev.authmethods.gateway.change.Parsed;
import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.lookup.MethodIds;
import dev.authmethods.gateway.lookup.MethodReader;
import dev.authmethods.gateway.method.AuthenticationMethod;
import dev.authmethods.gateway.method.GlobalId;
import dev.authmethods.gateway.method.User;
import dev.authmethods.gateway.method.UserKey;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The part of the schema about removals: each input becomes a change, each result a payload. */
@Controller
class RemovalController {

  private final Changes changes;
  private final MethodReader.OfEveryKind kinds;
  private final EntraRemovableMethods methods;
  private final EntraSignInSessions sessions;

  RemovalController(
    Changes changes,
    MethodReader.OfEveryKind kinds,
    EntraRemovableMethods methods,
    EntraSignInSessions sessions
  ) {
    this.changes = changes;
    this.kinds = kinds;
    this.methods = methods;
    this.sessions = sessions;
  }

  @MutationMapping
  DeleteAuthenticationMethod.Payload deleteAuthenticationMethod(
    @Argument DeleteAuthenticationMethod.Input input,
    MutationContext context
  ) {
    var delete = input.parse(methods, kinds);
    var common =
      delete instanceof Parsed.Valid<DeleteAuthenticationMethod>(var valid) ? valid.input() : input.ofAnything();
    var target = delete instanceof Parsed.Valid<DeleteAuthenticationMethod>(var valid) ? valid.target() : null;
    return DeleteAuthenticationMethod.Payload.of(changes.make(context, common, delete), target);
  }

  @SchemaMapping(typeName = "DeleteAuthenticationMethodPayload")
  CompletableFuture<? extends @Nullable GlobalId> deletedMethodId(
    DeleteAuthenticationMethod.Payload payload,
    DataLoader<UserKey, LookupResult<User>> users
  ) {
    var user = payload.about();
    var target = payload.target();
    return user == null || target == null || !payload.result().isMade()
      ? completedFuture(null)
      : MethodIds.of(user, target.typeName(), target.methodId(), users);
  }

  @MutationMapping
  ResetMfa.Payload resetMfa(@Argument ResetMfa.Input input, MutationContext context) {
    return changes.makeSequence(context, new ResetMfa(input, context, changes, methods, sessions));
  }

  @SchemaMapping(typeName = "ResetMfaPayload")
  CompletableFuture<? extends @Nullable List<AuthenticationMethod>> remaining(
    ResetMfa.Payload payload,
    DataLoader<UserKey, LookupResult<List<AuthenticationMethod>>> authenticationMethods
  ) {
    return payload.about() == null
      ? completedFuture(null)
      : authenticationMethods.load(payload.about()).thenApply(LookupResult::orThrow);
  }

  @MutationMapping
  RevokeSignInSessions.Payload revokeSignInSessions(
    @Argument RevokeSignInSessions.Input input,
    MutationContext context
  ) {
    var revoke = RevokeSignInSessions.of(input, sessions);
    return new RevokeSignInSessions.Payload(changes.make(context, input, Parsed.valid(revoke)));
  }
}
