package dev.authmethods.gateway.change;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.entra.Entra;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.entra.Resource;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.method.UserResource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Resources of users in Microsoft Graph that mutations can change: the gateway reads those of one user, or of many in one wave, for
 * a decision. A feature adds how they are read, and its writes.
 */
public abstract class EntraResources<M extends UserResource> {

  protected final Entra entra;
  protected final AccessPolicy policy;
  private final List<Operation> mutations;
  private final Map<Class<?>, Operation> operations;

  /**
   * Resources that some mutations change.
   *
   * @param mutations what it takes to change them: the operation of every mutation
   */
  protected EntraResources(Entra entra, AccessPolicy policy, List<Operation> mutations) {
    this.entra = entra;
    this.policy = policy;
    this.mutations = mutations;
    this.operations = mutations.stream().collect(toMap(each -> each.errors().getDeclaringClass(), identity()));
  }

  /** The record of one of them, as idempotency keys keep it. */
  public abstract Class<M> type();

  /** All of a user; the read fails if one of them cannot be identified, since nobody could say that another is not there. */
  protected abstract Resource<UserKey, List<M>> complete();

  /** The operations of the mutations. */
  public final List<Operation> mutations() {
    return mutations;
  }

  /** The operation of a mutation: the one whose errors the class of the mutation declares. */
  final Operation operationOf(Class<?> mutation) {
    return Objects.requireNonNull(operations.get(mutation), mutation::getSimpleName);
  }

  /**
   * Whether the tenant lets callers change their own account in cases where Microsoft documents that nobody can.
   */
  public boolean isOwnAccountAllowed() {
    return false;
  }

  /** One of them for callers who may not see it in full. */
  public M masked(M resource) {
    return resource;
  }

  /** All of a user as Microsoft Graph shows them to the gateway, for a decision. */
  public List<M> list(RequestContext call, UserKey user) {
    return entra.read(call, user, complete());
  }

  /** The same; null when they cannot be read, for any reason. */
  public final @Nullable List<M> listOrNull(RequestContext call, UserKey user) {
    try {
      return list(call, user);
    } catch (EntraFailure e) {
      return null;
    }
  }

  /** The same of many users, in one wave. */
  public Map<UserKey, LookupResult<List<M>>> listAll(RequestContext call, Set<UserKey> users) {
    return entra.readAll(call, users, complete());
  }

  /** All of them as the caller may see them. */
  public final List<M> shown(List<M> existing, RequestContext call) {
    return policy.seesMasked(call.caller()) ? existing.stream().map(this::masked).toList() : existing;
  }
}
