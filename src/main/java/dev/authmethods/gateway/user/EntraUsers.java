package dev.authmethods.gateway.user;

import com.microsoft.graph.directoryobjects.getbyids.GetByIdsPostRequestBody;
import com.microsoft.graph.directoryobjects.getbyids.GetByIdsPostResponse;
import com.microsoft.graph.models.DirectoryObject;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.RequestInformation;
import dev.authmethods.gateway.access.Call;
import dev.authmethods.gateway.entra.Answer;
import dev.authmethods.gateway.entra.BatchedLookup;
import dev.authmethods.gateway.entra.Entra;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.entra.UserAddress;
import dev.authmethods.gateway.method.ObjectId;
import dev.authmethods.gateway.method.User;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.method.UserPrincipalName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Users as Microsoft Graph has them: object ids through getByIds, names through {@code $batch}, both at the same time. */
@Component
class EntraUsers implements BatchedLookup<UserKey, Answer<User>> {

  /** Source: Microsoft Graph, directoryObject: getByIds. */
  private static final int MAX_IDS = 1_000;

  private static final String[] PROPERTIES = { "id", "userPrincipalName", "displayName" };

  private final Entra entra;

  EntraUsers(Entra entra) {
    this.entra = entra;
  }

  @Override
  public String name() {
    return "users";
  }

  @Override
  public Map<UserKey, Answer<User>> load(Set<UserKey> keys, Call call) {
    var ids = new ArrayList<ObjectId>();
    var names = new ArrayList<UserPrincipalName>();
    for (var key : keys) {
      switch (key) {
        case ObjectId id -> ids.add(id);
        case UserPrincipalName name -> names.add(name);
      }
    }
    var byName = entra.start(() -> oneByOne(call, names));
    var users = new HashMap<UserKey, Answer<User>>(byId(call, ids));
    users.putAll(Entra.join(byName));
    return users;
  }

  private Map<ObjectId, Answer<User>> byId(Call call, List<ObjectId> ids) {
    return entra.inParallel(ids, MAX_IDS, part -> byIds(call, part));
  }

  /** A caller who may not ask for many objects at once may still read each user. */
  private Map<ObjectId, Answer<User>> byIds(Call call, List<ObjectId> ids) {
    try {
      return found(ids, entra.read(call, client -> client.directoryObjects().getByIds().post(body(ids))));
    } catch (EntraFailure.Refused refused) {
      if (!refused.hides()) {
        throw refused;
      }
      return oneByOne(call, ids);
    }
  }

  private static GetByIdsPostRequestBody body(List<ObjectId> ids) {
    var body = new GetByIdsPostRequestBody();
    body.setIds(ids.stream().map(ObjectId::value).toList());
    body.setTypes(List.of("user"));
    return body;
  }

  private static Map<ObjectId, Answer<User>> found(List<ObjectId> ids, GetByIdsPostResponse answer) {
    var users = new LinkedHashMap<ObjectId, Answer<User>>();
    ids.forEach(id -> users.put(id, new Answer.Missing<>(EntraFailure.Refused.notFound())));
    for (DirectoryObject object : Objects.requireNonNullElse(answer.getValue(), List.<DirectoryObject>of())) {
      var user = object instanceof com.microsoft.graph.models.User found ? user(found) : null;
      if (user != null) {
        // Only who was asked for: an answer about somebody else must not become anybody.
        users.computeIfPresent(user.objectId(), (id, missing) -> new Answer.Given<>(user));
      }
    }
    return users;
  }

  private <K extends UserKey> Map<K, Answer<User>> oneByOne(Call call, Collection<K> keys) {
    var answers = entra.readAll(
      call,
      keys,
      this::request,
      com.microsoft.graph.models.User::createFromDiscriminatorValue
    );
    var users = new LinkedHashMap<K, Answer<User>>();
    answers.forEach((key, answer) -> users.put(key, user(key, answer)));
    return users;
  }

  private RequestInformation request(GraphServiceClient client, UserKey key) {
    return UserAddress.of(client, entra.endpoint(), key).get(PROPERTIES);
  }

  private static Answer<User> user(UserKey key, Answer<com.microsoft.graph.models.User> answer) {
    return switch (answer) {
      case Answer.Missing<com.microsoft.graph.models.User>(var failure) -> new Answer.Missing<>(failure);
      case Answer.Given<com.microsoft.graph.models.User>(var found) -> {
        var user = user(found);
        yield user == null || !isAsked(key, user)
          ? new Answer.Missing<>(EntraFailure.Refused.notFound())
          : new Answer.Given<>(user);
      }
    };
  }

  private static boolean isAsked(UserKey key, User user) {
    return !(key instanceof ObjectId id) || id.equals(user.objectId());
  }

  private static @Nullable User user(com.microsoft.graph.models.User found) {
    var id = found.getId() == null ? null : ObjectId.parse(found.getId());
    return id == null ? null : new User(id, found.getUserPrincipalName(), found.getDisplayName());
  }
}
