package dev.authmethods.sandbox.session;

import dev.authmethods.sandbox.behaviour.GraphBehaviour;
import dev.authmethods.sandbox.directory.DirectoryUser;
import dev.authmethods.sandbox.directory.SignInSessions;
import dev.authmethods.sandbox.http.GraphError;
import dev.authmethods.sandbox.http.HttpCall;
import dev.authmethods.sandbox.http.HttpReply;
import dev.authmethods.sandbox.http.JsonTree;
import dev.authmethods.sandbox.http.RequestIds;
import dev.authmethods.sandbox.method.MethodTarget;
import dev.authmethods.sandbox.method.WriteLog;
import dev.authmethods.sandbox.query.EntityType;
import java.util.List;
import java.util.function.Supplier;

/** The action that ends all sessions of a user (Microsoft Graph: user: revokeSignInSessions). */
public final class RevokeSignInSessions {

  private static final EntityType NO_PARAMETERS = EntityType.of("revokeSignInSessions", List.of());

  private final SignInSessions sessions;
  private final WriteLog writes;
  private final Supplier<GraphBehaviour> behaviour;

  public RevokeSignInSessions(SignInSessions sessions, WriteLog writes, Supplier<GraphBehaviour> behaviour) {
    this.sessions = sessions;
    this.writes = writes;
    this.behaviour = behaviour;
  }

  /**
   * Answers a POST.
   *
   * @param key the user as addressed
   */
  public HttpReply answer(MethodTarget target, String key, HttpCall call) {
    RevokeAccess.checkPermission(target);
    if (!call.body().isBlank()) {
      NO_PARAMETERS.read(call);
    }
    var user = target.found();
    if (user == null) {
      throw GraphError.noSuchObject(key);
    }
    RevokeAccess.checkRole(target, user);
    revoke(user, target, call);
    return reply(call);
  }

  /** The sessions of external users are with their own tenant: the answer is the same, and nothing happens. */
  private void revoke(DirectoryUser user, MethodTarget target, HttpCall call) {
    if (!user.isExternal()) {
      var validFrom = sessions.revoke(user, behaviour.get().revokeDelay());
      var properties = JsonTree.object().put(SignInSessions.PROPERTY, validFrom.toString());
      var clientRequestId = call.header(RequestIds.CLIENT).orElse(null);
      writes.add(user, "revokeSignInSessions", properties, target.caller().id(), clientRequestId);
    }
  }

  private HttpReply reply(HttpCall call) {
    int status = behaviour.get().revokeStatus();
    var json = JsonTree.object()
      .put("@odata.context", call.graphRoot() + "/$metadata#Edm.Boolean")
      .put("value", true);
    return status == 204 ? HttpReply.empty(status) : HttpReply.json(status, json);
  }
}
