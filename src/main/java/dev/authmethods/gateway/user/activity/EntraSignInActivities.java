package dev.authmethods.gateway.user.activity;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.entra.Entra;
import dev.authmethods.gateway.entra.GraphPermissions;
import dev.authmethods.gateway.entra.Json;
import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.entra.Resource;
import dev.authmethods.gateway.entra.Service;
import dev.authmethods.gateway.entra.UserAddress;
import dev.authmethods.gateway.lookup.UserFieldLookup;
import dev.authmethods.gateway.method.ObjectId;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.user.PeoplePolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads when users last signed in, apart from their other properties: it takes another permission and a licence, and Microsoft Graph
 * allows few such calls. Source: https://learn.microsoft.com/graph/api/user-get
 */
@Component
class EntraSignInActivities implements UserFieldLookup<Optional<SignInActivity>> {

  private static final List<String> PERMISSIONS = List.of("AuditLog.Read.All");

  private static final Resource<UserKey, Optional<SignInActivity>> ACTIVITY = new Resource<>(
    "signInActivity",
    Service.DIRECTORY,
    _ -> new GraphPermissions(PERMISSIONS, PERMISSIONS),
    user -> UserAddress.of(user) + "?$select=id,signInActivity",
    EntraSignInActivities::read
  );

  private final Entra entra;
  private final PeoplePolicy policy;

  EntraSignInActivities(Entra entra, PeoplePolicy policy) {
    this.entra = entra;
    this.policy = policy;
  }

  @Override
  public String name() {
    return "signInActivities";
  }

  @Override
  public Set<String> fields() {
    return Set.of("signInActivity");
  }

  /** Microsoft Graph reads it by object ids only: a name has to be looked up first. */
  @Override
  public boolean isNeeded(RequestContext call, UserKey user) {
    return user instanceof ObjectId;
  }

  @Override
  public Map<UserKey, LookupResult<Optional<SignInActivity>>> load(Set<UserKey> users, RequestContext call) {
    return policy.load(call, users, these -> entra.readAll(call, these, ACTIVITY));
  }

  /** Of a user who never signed in, Microsoft Graph has no activity. */
  static Optional<SignInActivity> read(UserKey user, JsonParser in) {
    var activity = new AtomicReference<@Nullable SignInActivity>();
    var properties = Json.properties(in, Map.of("signInActivity", each -> activity.set(activity(each))));
    Json.understood(user.idOfUser(properties.text("id"), null));
    return Optional.ofNullable(activity.get());
  }

  private static @Nullable SignInActivity activity(JsonParser in) {
    if (in.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    var properties = Json.properties(in);
    return new SignInActivity(
      properties.moment("lastSignInDateTime"),
      properties.moment("lastSuccessfulSignInDateTime"),
      properties.moment("lastNonInteractiveSignInDateTime")
    );
  }
}
