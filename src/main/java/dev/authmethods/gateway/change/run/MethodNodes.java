package dev.authmethods.gateway.change.run;

import static java.util.concurrent.CompletableFuture.completedFuture;

import dev.authmethods.gateway.entra.Entra;
import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.lookup.MethodLookup;
import dev.authmethods.gateway.lookup.NodeSource;
import dev.authmethods.gateway.lookup.RequestLookups;
import dev.authmethods.gateway.method.AuthenticationMethod;
import dev.authmethods.gateway.method.GlobalId;
import dev.authmethods.gateway.method.User;
import dev.authmethods.gateway.method.UserKey;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds methods of every kind by their global ids, through the lookups that other fields use. */
@Component
class MethodNodes implements NodeSource {

  private final Map<String, String> lookups;

  MethodNodes(List<MethodLookup<?>> lookups) {
    this.lookups = lookups
      .stream()
      .flatMap(lookup ->
        lookup
          .typeNames()
          .stream()
          .map(type -> Map.entry(type, lookup.name()))
      )
      .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Override
  public Set<String> typeNames() {
    return lookups.keySet();
  }

  @Override
  public CompletableFuture<? extends @Nullable Object> find(GlobalId id, RequestLookups request) {
    return switch (id) {
      case GlobalId.OfMethod(var type, var user, var methodId) -> method(type, user, methodId, request);
      case GlobalId.OfMethodByName(var type, var name, var methodId) when Entra.fitsInPath(name) -> request
        .<User>load("users", name)
        .thenCombine(method(type, name, methodId, request), MethodNodes::reachedByObjectId);
      case GlobalId.OfMethodByName _, GlobalId.OfUser _ -> completedFuture(null);
    };
  }

  private CompletableFuture<@Nullable AuthenticationMethod> method(
    String typeName,
    UserKey user,
    String methodId,
    RequestLookups request
  ) {
    return request
      .<List<? extends AuthenticationMethod>>load(Objects.requireNonNull(lookups.get(typeName)), user)
      .thenApply(LookupResult::visible)
      .thenApply(existing -> pick(methodId, existing));
  }

  private static @Nullable AuthenticationMethod pick(
    String methodId,
    @Nullable List<? extends AuthenticationMethod> existing
  ) {
    var methods = existing == null ? List.<AuthenticationMethod>of() : existing;
    return methods
      .stream()
      .filter(method -> method.methodId().equals(methodId))
      .findFirst()
      .orElse(null);
  }

  /** The answer has the id that leads through the object id, which is looked up in the same wave. */
  private static @Nullable AuthenticationMethod reachedByObjectId(
    LookupResult<User> result,
    @Nullable AuthenticationMethod method
  ) {
    var user = method == null ? null : result.visible();
    return method == null || user == null ? null : method.reachedBy(user.objectId());
  }
}
