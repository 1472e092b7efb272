package dev.authmethods.gateway.entra;

import com.microsoft.graph.models.DirectoryRoleCollectionResponse;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.RequestInformation;
import dev.authmethods.gateway.access.Call;
import dev.authmethods.gateway.method.UserKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Who holds a directory role, directly or through a group. Where the gateway acts as an application it has to ask, because
 * Entra then no longer keeps lesser administrators from greater ones.
 */
@Component
public class Administrators {

  private final Entra entra;

  Administrators(Entra entra) {
    this.entra = entra;
  }

  /** For each user, whether they hold a role. */
  public Map<UserKey, Answer<Boolean>> load(Set<UserKey> users, Call call) {
    var roles = entra.readAll(
      call,
      users,
      Administrators::request,
      DirectoryRoleCollectionResponse::createFromDiscriminatorValue
    );
    var answers = new HashMap<UserKey, Answer<Boolean>>();
    roles.forEach((user, held) -> answers.put(user, held.map(Administrators::holdsAny)));
    return answers;
  }

  /** Whether a user holds a role; throws the failure when that cannot be known. */
  public boolean contains(UserKey user, Call call) {
    var answer = load(Set.of(user), call).get(user);
    if (answer == null) {
      throw new EntraFailure.Unavailable(false, null);
    }
    return answer.orThrow();
  }

  private static RequestInformation request(GraphServiceClient client, UserKey user) {
    return client.users().byUserId(user.value()).transitiveMemberOf().graphDirectoryRole().toGetRequestInformation();
  }

  private static boolean holdsAny(DirectoryRoleCollectionResponse roles) {
    // A page may be empty and another follow.
    return roles.getValue() == null || !roles.getValue().isEmpty() || roles.getOdataNextLink() != null;
  }
}
