package dev.authmethods.gateway.read;

import dev.authmethods.gateway.entra.Json;
import dev.authmethods.gateway.method.UserPrincipalName;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** Tells which users sign in at another tenant, which has their passwords and sessions. */
public final class ExternalUsers {

  /** The properties that tell it, of which reading takes more than {@code User.ReadBasic.All}. */
  public static final String PROPERTIES = "userPrincipalName,identities";

  private static final String IDENTITIES = "identities";

  private ExternalUsers() {}

  /**
   * A user.
   *
   * @param isExternal null when nothing tells it
   */
  public record Read(Json.Properties properties, @Nullable Boolean isExternal) {}

  /** Reads a user who was asked for with these properties. */
  public static Read read(JsonParser in) {
    var isFederated = new AtomicBoolean();
    var user = Json.properties(in, Map.of(IDENTITIES, identities -> readIdentities(identities, isFederated)));
    return new Read(user, isExternal(user.text("userPrincipalName"), isFederated.get()));
  }

  /**
   * Users of another tenant have an identity there, and users who were invited a name that says so, even before they accept. A
   * guest can be neither, and a member either. Source: https://learn.microsoft.com/graph/api/resources/objectidentity
   */
  private static @Nullable Boolean isExternal(@Nullable String userPrincipalName, boolean isFederated) {
    if (isFederated) {
      return true;
    }
    return userPrincipalName == null ? null : UserPrincipalName.isOfInvitedUser(userPrincipalName);
  }

  private static void readIdentities(JsonParser in, AtomicBoolean isFederated) {
    if (in.isExpectedStartArrayToken()) {
      Json.eachItem(in, each -> {
        if (Json.isObject(each) && "federated".equals(Json.properties(each).text("signInType"))) {
          isFederated.set(true);
        }
      });
    }
    in.skipChildren();
  }
}
