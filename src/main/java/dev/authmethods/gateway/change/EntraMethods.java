package dev.authmethods.gateway.change;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.entra.Entra;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.entra.Json;
import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.entra.Resource;
import dev.authmethods.gateway.entra.Service;
import dev.authmethods.gateway.entra.UserAddress;
import dev.authmethods.gateway.lookup.MethodLookup;
import dev.authmethods.gateway.lookup.MethodReader;
import dev.authmethods.gateway.method.AuthenticationMethod;
import dev.authmethods.gateway.method.UserKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/**
 * The methods of one kind as Microsoft Graph has them: read for one user, for many in one wave, and for the fields of the schema.
 * A feature adds how one method is read, and its writes.
 */
public abstract class EntraMethods<M extends AuthenticationMethod>
  extends EntraResources<M>
  implements MethodLookup<M>, MethodReader<M>
{

  /** More methods than a user can have of one kind, and more than Microsoft is likely to allow. */
  private static final int MAX_METHODS = 100;

  private final Class<M> type;
  private final String entityType;
  private final String collection;
  private final Operation read;

  /**
   * Methods of a kind.
   *
   * @param type       the kind: its simple name is the name of its type in the schema
   * @param entityType the name of the type in Microsoft Graph, without the namespace
   * @param collection the last part of their path in Microsoft Graph, by which controllers ask for their lookup too
   * @param read       what it takes to read them
   * @param mutations  what it takes to change them: the operation of every mutation of the kind
   */
  protected EntraMethods(
    Entra entra,
    AccessPolicy policy,
    Class<M> type,
    String entityType,
    String collection,
    Operation read,
    List<Operation> mutations
  ) {
    super(entra, policy, mutations);
    this.type = type;
    this.entityType = entityType;
    this.collection = collection;
    this.read = read;
  }

  @Override
  protected final Resource<UserKey, List<M>> complete() {
    return resource((user, in) -> Json.understood(read(user, in)));
  }

  private Resource<UserKey, List<M>> identifiable() {
    return resource((user, in) -> Json.isObject(in) ? read(user, in) : null);
  }

  /** Methods for which the reader answers null are left out. */
  private Resource<UserKey, List<M>> resource(BiFunction<UserKey, JsonParser, @Nullable M> reader) {
    return new Resource<>(
      read.name(),
      Service.AUTHENTICATION_METHODS,
      _ -> read.permissions(),
      user -> UserAddress.of(user) + "/authentication/" + collection,
      (user, in) -> {
        var methods = new ArrayList<M>();
        Json.forEach(in, each -> add(reader.apply(user, each), methods));
        return methods;
      }
    );
  }

  private static <M> void add(@Nullable M method, List<M> methods) {
    if (method != null) {
      methods.add(Json.understood(methods.size() < MAX_METHODS ? method : null));
    }
  }

  @Override
  public Class<M> type() {
    return type;
  }

  @Override
  public String entityType() {
    return entityType;
  }

  @Override
  public String collection() {
    return collection;
  }

  @Override
  public M masked(M method) {
    return super.masked(method);
  }

  @Override
  public Set<String> typeNames() {
    return Set.of(type.getSimpleName());
  }

  @Override
  public String name() {
    return collection;
  }

  /** Loads all methods that can be identified, as the caller may see them. */
  @Override
  public Map<UserKey, LookupResult<List<M>>> load(Set<UserKey> users, RequestContext call) {
    if (!policy.hasRole(call.caller(), read)) {
      return users
        .stream()
        .collect(toMap(identity(), _ -> new LookupResult.Failed<>(EntraFailure.Refused.forbidden())));
    }
    var answers = entra.readAll(call, users, identifiable());
    if (policy.seesMasked(call.caller())) {
      answers.replaceAll((_, answer) -> answer.map(existing -> shown(existing, call)));
    }
    return answers;
  }
}
