package dev.authmethods.sandbox.policy;

import dev.authmethods.sandbox.behaviour.GraphBehaviour;
import dev.authmethods.sandbox.directory.GraphCaller;
import dev.authmethods.sandbox.directory.Role;
import dev.authmethods.sandbox.http.GraphError;
import dev.authmethods.sandbox.http.HttpCall;
import dev.authmethods.sandbox.http.HttpReply;
import dev.authmethods.sandbox.http.JsonTree;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/**
 * The policy that says which authentication methods users may have, all of it in one object
 * (<a href="https://learn.microsoft.com/graph/api/authenticationmethodspolicy-get">Get authenticationMethodsPolicy</a>). The state of
 * its migration is left out, as in new tenants.
 */
public final class AuthenticationMethodsPolicy {

  private static final String ID = "authenticationMethodsPolicy";
  private static final List<String> PERMISSIONS = List.of(
    "Policy.Read.AuthenticationMethod",
    "Policy.ReadWrite.AuthenticationMethod"
  );
  private static final String ALL_POLICIES = "Policy.Read.All";

  private final Supplier<GraphBehaviour> behaviour;

  public AuthenticationMethodsPolicy(Supplier<GraphBehaviour> behaviour) {
    this.behaviour = behaviour;
  }

  /** Answers a GET. In China there is no such policy. */
  public HttpReply answer(GraphCaller caller, HttpCall call) {
    if (!caller.cloud().isComplete()) {
      throw GraphError.unknownSegment(ID);
    }
    if (!isPermitted(caller) || !hasRole(caller)) {
      throw GraphError.directoryDenied();
    }
    return HttpReply.ok(policy(call));
  }

  private boolean isPermitted(GraphCaller caller) {
    var names = new ArrayList<>(PERMISSIONS);
    if (behaviour.get().policyReadAll()) {
      names.add(ALL_POLICIES);
    }
    return caller.mayAny(names.toArray(String[]::new));
  }

  private boolean hasRole(GraphCaller caller) {
    return (
      !caller.delegated() ||
      caller.hasAny(Role.GLOBAL_READER, Role.GLOBAL_ADMINISTRATOR) ||
      (behaviour.get().policyForAuthenticationAdministrators() &&
        caller.hasAny(Role.AUTHENTICATION_ADMINISTRATOR, Role.PRIVILEGED_AUTHENTICATION_ADMINISTRATOR))
    );
  }

  private ObjectNode policy(HttpCall call) {
    var json = JsonTree.object()
      .put("@odata.context", call.graphRoot() + "/$metadata#" + ID + "/$entity")
      .put("id", ID)
      .put("displayName", "Authentication Methods Policy")
      .put("description", "The tenant-wide policy that controls which authentication methods are allowed in the tenant")
      .put("lastModifiedDateTime", "2024-01-15T08:00:00Z")
      .put("policyVersion", "1.5")
      .put("reconfirmationInDays", 0);
    json.set("registrationEnforcement", registrationEnforcement());
    var configurations = MethodConfigurations.of(behaviour.get().temporaryAccessPassPolicy());
    json.set("authenticationMethodConfigurations", JsonTree.array(configurations));
    return json;
  }

  private static ObjectNode registrationEnforcement() {
    var json = JsonTree.object();
    var campaign = json
      .putObject("authenticationMethodsRegistrationCampaign")
      .put("snoozeDurationInDays", 1)
      .put("enforceRegistrationAfterAllowedSnoozes", true)
      .put("state", "default");
    campaign.putArray("excludeTargets");
    campaign
      .putArray("includeTargets")
      .addObject()
      .put("id", "all_users")
      .put("targetType", "group")
      .put("targetedAuthenticationMethod", "microsoftAuthenticator");
    return json;
  }
}
