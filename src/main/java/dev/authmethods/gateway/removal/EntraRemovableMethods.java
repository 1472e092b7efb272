package dev.authmethods.gateway.removal;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.change.AccessPolicy;
import dev.authmethods.gateway.change.EntraResources;
import dev.authmethods.gateway.change.Written;
import dev.authmethods.gateway.entra.Entra;
import dev.authmethods.gateway.entra.GraphPermissions;
import dev.authmethods.gateway.entra.Json;
import dev.authmethods.gateway.entra.MethodPermissions;
import dev.authmethods.gateway.entra.Resource;
import dev.authmethods.gateway.entra.Service;
import dev.authmethods.gateway.entra.UserAddress;
import dev.authmethods.gateway.lookup.MethodReader;
import dev.authmethods.gateway.method.AuthenticationMethod;
import dev.authmethods.gateway.method.AuthenticationMethodKind;
import dev.authmethods.gateway.method.NationalCloud;
import dev.authmethods.gateway.method.UserKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;

/** Methods of every kind, and how Microsoft Graph deletes them. Source: https://learn.microsoft.com/graph/api/authentication-list-methods */
@Component
class EntraRemovableMethods extends EntraResources<AuthenticationMethod> {

  private static final GraphPermissions READ = MethodPermissions.toReadAllKinds();

  private final MethodReader.OfEveryKind kinds;
  private final Map<AuthenticationMethodKind, OfKind> byKind;

  EntraRemovableMethods(Entra entra, AccessPolicy policy, MethodReader.OfEveryKind kinds) {
    super(entra, policy, List.of(DeleteAuthenticationMethod.OPERATION, ResetMfa.OPERATION));
    this.kinds = kinds;
    this.byKind = kinds
      .all()
      .stream()
      .collect(Collectors.toUnmodifiableMap(MethodReader::kind, kind -> new OfKind(entra, policy, kind)));
  }

  /** The methods of one kind, read from the collection of the kind: that needs no permission for others. */
  private final class OfKind extends EntraResources<AuthenticationMethod> {

    private final MethodReader<?> kind;

    OfKind(Entra entra, AccessPolicy policy, MethodReader<?> kind) {
      super(entra, policy, List.of());
      this.kind = kind;
    }

    @Override
    public Class<AuthenticationMethod> type() {
      return AuthenticationMethod.class;
    }

    @Override
    protected Resource<UserKey, List<AuthenticationMethod>> complete() {
      var deletion = EntraDeletion.of(kind.kind());
      var permissions = deletion == null ? READ : deletion.toRead();
      return resource(kind.collection(), permissions, kind::read);
    }

    /** A reset shows the methods of all kinds to the deletion of one. */
    @Override
    public AuthenticationMethod masked(AuthenticationMethod method) {
      return EntraRemovableMethods.this.masked(method);
    }
  }

  @Override
  public Class<AuthenticationMethod> type() {
    return AuthenticationMethod.class;
  }

  @Override
  protected Resource<UserKey, List<AuthenticationMethod>> complete() {
    return resource("methods", READ, (user, in) -> kinds.read(user, in, false));
  }

  private static Resource<UserKey, List<AuthenticationMethod>> resource(
    String collection,
    GraphPermissions permissions,
    BiFunction<UserKey, JsonParser, @Nullable AuthenticationMethod> reader
  ) {
    return new Resource<>(
      "methods",
      Service.AUTHENTICATION_METHODS,
      _ -> permissions,
      user -> UserAddress.of(user) + "/authentication/" + collection,
      (user, in) -> {
        var methods = new ArrayList<AuthenticationMethod>();
        Json.forEach(in, each -> methods.add(Json.understood(reader.apply(user, each))));
        return methods;
      }
    );
  }

  /** China has no list of all kinds, but some kinds. */
  @Override
  public List<AuthenticationMethod> list(RequestContext call, UserKey user) {
    return entra.cloud() == NationalCloud.CHINA_21VIANET
      ? byKind
          .entrySet()
          .stream()
          .filter(kind -> isOffered(kind.getKey(), NationalCloud.CHINA_21VIANET))
          .flatMap(kind -> kind.getValue().list(call, user).stream())
          .toList()
      : super.list(call, user);
  }

  private static boolean isOffered(AuthenticationMethodKind kind, NationalCloud cloud) {
    var deletion = EntraDeletion.of(kind);
    return deletion != null && deletion.isOfferedIn(cloud);
  }

  /** The methods of a kind; those of a kind that the gateway does not know are among all. */
  EntraResources<AuthenticationMethod> of(AuthenticationMethodKind kind) {
    var ofKind = byKind.get(kind);
    return ofKind == null ? this : ofKind;
  }

  @Override
  public AuthenticationMethod masked(AuthenticationMethod method) {
    var kind = reader(method);
    return kind == null ? method : masked(kind, method);
  }

  private static <M extends AuthenticationMethod> AuthenticationMethod masked(
    MethodReader<M> kind,
    AuthenticationMethod method
  ) {
    return kind.masked(kind.type().cast(method));
  }

  /** All that a change of the method would change. */
  String fingerprint(AuthenticationMethod method) {
    var kind = reader(method);
    return kind == null ? method.methodId() : fingerprint(kind, method);
  }

  private static <M extends AuthenticationMethod> String fingerprint(
    MethodReader<M> kind,
    AuthenticationMethod method
  ) {
    return kind.fingerprint(kind.type().cast(method));
  }

  /** The methods that have to go before this one does. */
  List<? extends AuthenticationMethod> dependents(AuthenticationMethod method, List<AuthenticationMethod> existing) {
    var kind = reader(method);
    return kind == null ? List.of() : dependents(kind, method, existing);
  }

  private static <M extends AuthenticationMethod> List<M> dependents(
    MethodReader<M> kind,
    AuthenticationMethod method,
    List<AuthenticationMethod> existing
  ) {
    var ofKind = existing.stream().filter(kind.type()::isInstance).map(kind.type()::cast).toList();
    return kind.dependents(kind.type().cast(method), ofKind);
  }

  private @Nullable MethodReader<?> reader(AuthenticationMethod method) {
    return kinds.of(method.getClass().getSimpleName());
  }

  /** Deletes a method. */
  Written<AuthenticationMethod> delete(RequestContext call, UserKey user, EntraDeletion deletion, String methodId) {
    entra.send(call, deletion.operation().permissions(), Service.AUTHENTICATION_METHODS, graph ->
      deletion.send().accept(graph.users().byUserId(user.value()).authentication(), methodId)
    );
    return Written.nothing();
  }
}
