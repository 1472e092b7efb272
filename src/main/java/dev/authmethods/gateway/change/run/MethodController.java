package dev.authmethods.gateway.change.run;

import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.lookup.MethodIds;
import dev.authmethods.gateway.method.AuthenticationMethod;
import dev.authmethods.gateway.method.AuthenticationMethodKind;
import dev.authmethods.gateway.method.GlobalId;
import dev.authmethods.gateway.method.MethodUse;
import dev.authmethods.gateway.method.User;
import dev.authmethods.gateway.method.UserKey;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The fields that methods of every kind have in common. */
@Controller
class MethodController {

  /** The record of a kind has the name of its type in the schema. */
  @SchemaMapping(typeName = "AuthenticationMethod")
  CompletableFuture<GlobalId> id(AuthenticationMethod method, DataLoader<UserKey, LookupResult<User>> users) {
    return MethodIds.of(method.user(), method.getClass().getSimpleName(), method.methodId(), users);
  }

  @SchemaMapping(typeName = "AuthenticationMethod")
  AuthenticationMethodKind kind(AuthenticationMethod method) {
    return method.kind();
  }

  @SchemaMapping(typeName = "AuthenticationMethod")
  List<MethodUse> uses(AuthenticationMethod method) {
    return method.uses();
  }

  @SchemaMapping(typeName = "AuthenticationMethod")
  @Nullable
  Boolean isPhishingResistant(AuthenticationMethod method) {
    return method.kind().isPhishingResistant();
  }
}
