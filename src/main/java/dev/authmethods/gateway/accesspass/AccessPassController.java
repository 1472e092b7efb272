package dev.authmethods.gateway.accesspass;

import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.lookup.MethodLookup;
import dev.authmethods.gateway.method.User;
import dev.authmethods.gateway.method.UserKey;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The part of the schema about Temporary Access Passes. */
@Controller
class AccessPassController {

  @SchemaMapping(typeName = "User")
  CompletableFuture<@Nullable TemporaryAccessPassMethod> temporaryAccessPass(
    User user,
    DataLoader<UserKey, LookupResult<List<TemporaryAccessPassMethod>>> temporaryAccessPassMethods
  ) {
    return MethodLookup.of(user, temporaryAccessPassMethods).thenApply(found ->
      found.stream().findFirst().orElse(null)
    );
  }
}
