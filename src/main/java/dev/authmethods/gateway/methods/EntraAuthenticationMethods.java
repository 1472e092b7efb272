package dev.authmethods.gateway.methods;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.change.AccessPolicy;
import dev.authmethods.gateway.change.Operation;
import dev.authmethods.gateway.entra.Entra;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.entra.Json;
import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.entra.MethodPermissions;
import dev.authmethods.gateway.entra.Resource;
import dev.authmethods.gateway.entra.Service;
import dev.authmethods.gateway.entra.UserAddress;
import dev.authmethods.gateway.lookup.MethodLookup;
import dev.authmethods.gateway.lookup.MethodReader;
import dev.authmethods.gateway.method.AuthenticationMethod;
import dev.authmethods.gateway.method.NationalCloud;
import dev.authmethods.gateway.method.UserKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;

/**
 * The methods of all kinds together, as Microsoft Graph lists them. Source:
 * https://learn.microsoft.com/graph/api/authentication-list-methods
 */
@Component
class EntraAuthenticationMethods implements MethodLookup<AuthenticationMethod> {

  private static final Operation READ = Operation.read("methods", MethodPermissions.toReadAllKinds());

  /** More methods than a user can have, and more than Microsoft is likely to allow. */
  private static final int MAX_METHODS = 500;

  /** China has no list of all kinds. Source: the metadata of Microsoft Graph there. */
  private static final Set<String> COLLECTIONS_IN_CHINA = Set.of(
    "microsoftAuthenticatorMethods",
    "phoneMethods",
    "platformCredentialMethods"
  );

  private final Entra entra;
  private final AccessPolicy policy;
  private final MethodReader.OfEveryKind kinds;

  EntraAuthenticationMethods(Entra entra, AccessPolicy policy, MethodReader.OfEveryKind kinds) {
    this.entra = entra;
    this.policy = policy;
    this.kinds = kinds;
  }

  @Override
  public String name() {
    return "authenticationMethods";
  }

  @Override
  public Set<String> fields() {
    return Set.of("authenticationMethods");
  }

  /** The kinds that no other lookup reads. */
  @Override
  public Set<String> typeNames() {
    return Stream.concat(ListedKind.ALL.stream().map(ListedKind::type), Stream.of(UnknownAuthenticationMethod.class))
      .map(Class::getSimpleName)
      .collect(toUnmodifiableSet());
  }

  /** Loads all methods that can be identified, as the caller may see them. */
  @Override
  public Map<UserKey, LookupResult<List<AuthenticationMethod>>> load(Set<UserKey> users, RequestContext call) {
    if (!policy.hasRole(call.caller(), READ)) {
      return users
        .stream()
        .collect(toMap(identity(), _ -> new LookupResult.Failed<>(EntraFailure.Refused.forbidden())));
    }
    var isMasked = policy.seesMasked(call.caller());
    return entra.cloud() == NationalCloud.CHINA_21VIANET
      ? loadInChina(users, call, isMasked)
      : entra.readAll(call, users, resource(identity(), _ -> "methods", (user, in) -> kinds.read(user, in, isMasked)));
  }

  /** All collections of all users together, so that they fill the batches: one user costs one call, as elsewhere. */
  private Map<UserKey, LookupResult<List<AuthenticationMethod>>> loadInChina(
    Set<UserKey> users,
    RequestContext call,
    boolean isMasked
  ) {
    var collections = users
      .stream()
      .flatMap(user -> collectionsInChina().map(kind -> new CollectionOfUser(user, kind)))
      .toList();
    var methods = new LinkedHashMap<UserKey, LookupResult<List<AuthenticationMethod>>>();
    entra
      .readAll(call, collections, resource(CollectionOfUser::user, CollectionOfUser::name, collection(isMasked)))
      .forEach((of, found) -> methods.merge(of.user(), found, EntraAuthenticationMethods::both));
    return methods;
  }

  private Stream<MethodReader<?>> collectionsInChina() {
    return kinds
      .all()
      .stream()
      .filter(kind -> COLLECTIONS_IN_CHINA.contains(kind.collection()));
  }

  private static BiFunction<CollectionOfUser, JsonParser, @Nullable AuthenticationMethod> collection(boolean isMasked) {
    return (of, in) -> Json.isObject(in) ? of.kind().read(of.user(), in, isMasked) : null;
  }

  private static LookupResult<List<AuthenticationMethod>> both(
    LookupResult<List<AuthenticationMethod>> some,
    LookupResult<List<AuthenticationMethod>> others
  ) {
    return some instanceof LookupResult.Failed<List<AuthenticationMethod>>
      ? some
      : others.map(methods -> Stream.concat(some.orThrow().stream(), methods.stream()).toList());
  }

  /** The methods of one kind that a user has. */
  private record CollectionOfUser(UserKey user, MethodReader<?> kind) {
    String name() {
      return kind.collection();
    }
  }

  private static <K> Resource<K, List<AuthenticationMethod>> resource(
    Function<K, UserKey> user,
    Function<K, String> collection,
    BiFunction<K, JsonParser, @Nullable AuthenticationMethod> reader
  ) {
    return new Resource<>(
      READ.name(),
      Service.AUTHENTICATION_METHODS,
      _ -> READ.permissions(),
      key -> UserAddress.of(user.apply(key)) + "/authentication/" + collection.apply(key),
      (key, in) -> {
        var methods = new ArrayList<AuthenticationMethod>();
        Json.forEach(in, each -> add(reader.apply(key, each), methods));
        return methods;
      }
    );
  }

  private static void add(@Nullable AuthenticationMethod method, List<AuthenticationMethod> methods) {
    if (method != null) {
      methods.add(Json.understood(methods.size() < MAX_METHODS ? method : null));
    }
  }
}
