package dev.authmethods.gateway.removal;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.change.AccessPolicy;
import dev.authmethods.gateway.change.EntraResources;
import dev.authmethods.gateway.change.Written;
import dev.authmethods.gateway.entra.Entra;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.entra.GraphPermissions;
import dev.authmethods.gateway.entra.Json;
import dev.authmethods.gateway.entra.Resource;
import dev.authmethods.gateway.entra.Service;
import dev.authmethods.gateway.entra.UserAddress;
import dev.authmethods.gateway.method.User;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.method.UserPrincipalName;
import dev.authmethods.gateway.read.ExternalUsers;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;

/** Sign-in sessions as Microsoft Graph has them. Source: https://learn.microsoft.com/graph/api/user-revokesigninsessions */
@Component
class EntraSignInSessions extends EntraResources<SignInSessions> {

  static final GraphPermissions WRITE = new GraphPermissions(
    List.of("User.RevokeSessions.All", "User.ReadWrite.All", "Directory.ReadWrite.All"),
    List.of("User.RevokeSessions.All", "User.ReadWrite.All")
  );

  private static final GraphPermissions READ = new GraphPermissions(
    List.of("User.Read.All", "User.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"),
    List.of("User.Read.All", "User.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All")
  );

  private static final String SELECT = "?$select=id," + ExternalUsers.PROPERTIES + ",signInSessionsValidFromDateTime";

  private static final Resource<UserKey, List<SignInSessions>> SESSIONS = new Resource<>(
    "sessions",
    Service.DIRECTORY,
    _ -> READ,
    user -> UserAddress.of(user) + SELECT,
    (user, in) -> List.of(read(user, in))
  );

  EntraSignInSessions(Entra entra, AccessPolicy policy) {
    super(entra, policy, List.of(RevokeSignInSessions.OPERATION));
  }

  @Override
  public Class<SignInSessions> type() {
    return SignInSessions.class;
  }

  @Override
  protected Resource<UserKey, List<SignInSessions>> complete() {
    return SESSIONS;
  }

  private static SignInSessions read(UserKey user, JsonParser in) {
    var read = ExternalUsers.read(in);
    var properties = read.properties();
    Json.understood(user.idOfUser(properties.text("id"), properties.text("userPrincipalName")));
    return new SignInSessions(
      user,
      properties.moment("signInSessionsValidFromDateTime"),
      Boolean.TRUE.equals(read.isExternal())
    );
  }

  /** The sessions of a user, as far as they are known without reading them. */
  static SignInSessions of(User user) {
    var details = user.details();
    var isExternal = details == null ? null : details.isExternal();
    return new SignInSessions(
      user.objectId(),
      null,
      isExternal == null ? UserPrincipalName.isOfInvitedUser(user.userPrincipalName()) : isExternal
    );
  }

  /** The documented answer is {@code true}; the same page knows of answers without content. */
  Written<SignInSessions> revoke(RequestContext call, UserKey user) {
    var answer = entra.exchange(call, WRITE, Service.DIRECTORY, graph ->
      graph.users().byUserId(user.value()).revokeSignInSessions().post()
    );
    var body = answer.body();
    if (body != null && Boolean.FALSE.equals(body.getValue())) {
      throw EntraFailure.Unavailable.unclearAnswer();
    }
    return Written.nothing();
  }
}
