package dev.authmethods.gateway.methods;

import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.lookup.MethodLookup;
import dev.authmethods.gateway.method.AuthenticationMethod;
import dev.authmethods.gateway.method.AuthenticationMethodKind;
import dev.authmethods.gateway.method.User;
import dev.authmethods.gateway.method.UserKey;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The methods of a user, of every kind. */
@Controller
class MethodsController {

  @SchemaMapping(typeName = "User")
  CompletableFuture<List<AuthenticationMethod>> authenticationMethods(
    User user,
    @Argument @Nullable List<AuthenticationMethodKind> kinds,
    DataLoader<UserKey, LookupResult<List<AuthenticationMethod>>> authenticationMethods
  ) {
    return MethodLookup.of(user, authenticationMethods).thenApply(found ->
      kinds == null ? found : ofKinds(kinds, found)
    );
  }

  private static List<AuthenticationMethod> ofKinds(
    List<AuthenticationMethodKind> kinds,
    List<AuthenticationMethod> methods
  ) {
    return methods
      .stream()
      .filter(method -> kinds.contains(method.kind()))
      .toList();
  }
}
