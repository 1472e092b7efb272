package dev.authmethods.gateway.user;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.entra.Entra;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.entra.Json;
import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.entra.Query;
import dev.authmethods.gateway.entra.Resource;
import dev.authmethods.gateway.entra.Service;
import dev.authmethods.gateway.entra.UserAddress;
import dev.authmethods.gateway.lookup.BatchedLookup;
import dev.authmethods.gateway.method.ObjectId;
import dev.authmethods.gateway.method.User;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.method.UserPrincipalName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

/** Users as Microsoft Graph has them: object ids through getByIds, names through {@code $batch}, both at the same time. */
final class EntraUsers implements BatchedLookup<UserKey, LookupResult<User>> {

  /** Source: https://learn.microsoft.com/graph/api/directoryobject-getbyids */
  private static final int MAX_IDS = 1_000;

  private static final String GET_BY_IDS = "/directoryObjects/getByIds?";

  /**
   * The price of getByIds with a selection, in resource units. Source:
   * https://learn.microsoft.com/graph/throttling-limits#identity-and-access-service-limits
   */
  private static final int UNITS = 2;

  private static final String KIND = "users";
  private static final EntraUser NOBODY = new EntraUser(null, null, null, null, null);

  private final Entra entra;
  private final UserSelection selection;
  private final Resource<UserKey, EntraUser> user;
  private final ManyAtOnce manyAtOnce;

  EntraUsers(Entra entra, UserSelection selection) {
    this.entra = entra;
    this.selection = selection;
    this.user = new Resource<>(
      KIND,
      Service.DIRECTORY,
      _ -> selection.permissions(),
      key -> UserAddress.of(key) + "?" + selection.select(),
      (_, in) -> selection.read(in)
    );
    this.manyAtOnce = new ManyAtOnce(entra.actingAs());
  }

  @Override
  public String name() {
    return selection.lookup();
  }

  @Override
  public Map<UserKey, LookupResult<User>> load(Set<UserKey> keys, RequestContext call) {
    var ids = new ArrayList<UserKey>();
    var names = new ArrayList<UserKey>();
    for (var key : keys) {
      switch (key) {
        case ObjectId id -> ids.add(id);
        case UserPrincipalName name -> names.add(name);
      }
    }
    return names.isEmpty() ? byId(call, ids) : both(call, ids, names);
  }

  private Map<UserKey, LookupResult<User>> both(RequestContext call, List<UserKey> ids, List<UserKey> names) {
    var byName = entra.start(() -> oneByOne(call, names));
    var users = new HashMap<>(byId(call, ids));
    users.putAll(Entra.join(byName));
    return users;
  }

  private Map<UserKey, LookupResult<User>> byId(RequestContext call, List<UserKey> ids) {
    return entra.inParallel(ids, MAX_IDS, part -> byIds(call, part));
  }

  /** A caller who may not ask for many objects at once may still read each user. */
  private Map<UserKey, LookupResult<User>> byIds(RequestContext call, List<UserKey> ids) {
    return manyAtOnce.read(call, () -> entra.read(call, getByIds(ids)), () -> oneByOne(call, ids));
  }

  private Query<Map<UserKey, LookupResult<User>>> getByIds(List<UserKey> ids) {
    return Query.withBody(KIND, UNITS, GET_BY_IDS + selection.select(), out -> write(ids, out), in -> found(ids, in));
  }

  private static void write(List<UserKey> ids, JsonGenerator out) {
    out.writeStartObject().writeArrayPropertyStart("ids");
    ids.forEach(id -> out.writeString(id.value()));
    out.writeEndArray().writeArrayPropertyStart("types").writeString("user").writeEndArray().writeEndObject();
  }

  /**
   * A user who is not in the answer is not there, unless the answer has an object without a readable id, which may be
   * this user. Other objects are dropped.
   */
  private Map<UserKey, LookupResult<User>> found(List<UserKey> ids, JsonParser in) {
    var asked = Set.copyOf(ids);
    var found = new HashMap<UserKey, LookupResult<User>>();
    var isWhole = new AtomicBoolean(true);
    Json.forEach(in, each -> {
      var user = Json.isObject(each) ? selection.read(each) : NOBODY;
      var id = user.objectId();
      if (id == null) {
        isWhole.set(false);
      } else if (asked.contains(id)) {
        found.putIfAbsent(id, user.as(id));
      }
    });
    var absent = new LookupResult.Failed<User>(
      isWhole.get() ? EntraFailure.Refused.notFound() : EntraFailure.Unavailable.unclearAnswer()
    );
    var users = new LinkedHashMap<UserKey, LookupResult<User>>();
    ids.forEach(id -> users.put(id, found.getOrDefault(id, absent)));
    return users;
  }

  private Map<UserKey, LookupResult<User>> oneByOne(RequestContext call, List<UserKey> keys) {
    var users = new LinkedHashMap<UserKey, LookupResult<User>>();
    entra.readAll(call, keys, user).forEach((key, answer) -> users.put(key, answer(key, answer)));
    return users;
  }

  private static LookupResult<User> answer(UserKey key, LookupResult<EntraUser> answer) {
    return switch (answer) {
      case LookupResult.Failed<EntraUser>(var failure) -> new LookupResult.Failed<>(failure);
      case LookupResult.Found<EntraUser>(var found) -> found.as(key);
    };
  }
}
