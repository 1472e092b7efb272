package dev.authmethods.gateway.entra;

import dev.authmethods.gateway.access.Call;
import dev.authmethods.gateway.method.UserKey;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;

/**
 * Who holds a directory role, directly or through a group. Where the gateway acts as an application it has to ask, because
 * Entra then no longer keeps lesser administrators from greater ones.
 */
@Component
public class Administrators {

  private static final Resource<UserKey, Boolean> HOLDS_A_ROLE = new Resource<>(
    "administrators",
    Service.DIRECTORY,
    user -> UserAddress.of(user) + "/transitiveMemberOf/graph.directoryRole",
    (user, in) -> holdsAny(in)
  );

  private final Entra entra;

  Administrators(Entra entra) {
    this.entra = entra;
  }

  /** For each user, whether they hold a role. */
  public Map<UserKey, Answer<Boolean>> load(Set<UserKey> users, Call call) {
    return entra.readAll(call, users, HOLDS_A_ROLE);
  }

  /** Whether a user holds a role; throws the failure when that cannot be known. */
  public boolean contains(UserKey user, Call call) {
    var answer = load(Set.of(user), call).get(user);
    if (answer == null) {
      throw new EntraFailure.Unavailable(false, null);
    }
    return answer.orThrow();
  }

  /** A page may be empty and another follow; where there is none, nobody is known to hold nothing. */
  private static boolean holdsAny(JsonParser in) {
    boolean none = false;
    boolean more = false;
    Json.enterObject(in);
    for (var name = Json.nextProperty(in); name != null; name = Json.nextProperty(in)) {
      switch (name) {
        case "value" -> none = Json.items(in, JsonParser::skipChildren).isEmpty();
        case "@odata.nextLink" -> more = Json.text(in) != null;
        default -> in.skipChildren();
      }
    }
    return more || !none;
  }
}
