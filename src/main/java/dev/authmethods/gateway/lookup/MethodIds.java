package dev.authmethods.gateway.lookup;

import static java.util.concurrent.CompletableFuture.completedFuture;

import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.method.GlobalId;
import dev.authmethods.gateway.method.ObjectId;
import dev.authmethods.gateway.method.User;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.method.UserPrincipalName;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;

/** The global ids of authentication methods. */
public final class MethodIds {

  private MethodIds() {}

  /** The id of a user's method. It leads through the object id, however the user was named. */
  public static CompletableFuture<GlobalId> of(
    UserKey user,
    String typeName,
    String methodId,
    DataLoader<UserKey, LookupResult<User>> users
  ) {
    return switch (user) {
      case ObjectId id -> completedFuture(new GlobalId.OfMethod(typeName, id, methodId));
      case UserPrincipalName name -> users
        .load(name)
        .thenApply(LookupResult::orThrow)
        .thenApply(found -> new GlobalId.OfMethod(typeName, found.objectId(), methodId));
    };
  }
}
