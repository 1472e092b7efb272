package dev.authmethods.sandbox.policy;

import dev.authmethods.sandbox.behaviour.AccessPassPolicy;
import dev.authmethods.sandbox.http.JsonTree;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The configurations of the methods (Microsoft Graph: authenticationMethodConfiguration). */
final class MethodConfigurations {

  private static final String ALL_USERS = "all_users";

  /** A group that was deleted: the policy keeps its id. */
  private static final String DELETED_GROUP = "20000000-0000-4000-8000-0000000000ff";

  private MethodConfigurations() {}

  static List<ObjectNode> of(AccessPassPolicy passes) {
    return List.of(
      fido2(),
      authenticator(),
      sms(),
      accessPass(passes),
      configuration("SoftwareOath", "softwareOath", true, ALL_USERS),
      configuration("Voice", "voice", true, ALL_USERS).put("isOfficePhoneAllowed", true),
      configuration("Email", "email", true, ALL_USERS).put("allowExternalIdToUseEmailOtp", "default"),
      configuration("X509Certificate", "x509Certificate", false, ALL_USERS)
    );
  }

  private static ObjectNode fido2() {
    return configuration("Fido2", "fido2", true, ALL_USERS)
      .put("isSelfServiceRegistrationAllowed", true)
      .put("isAttestationEnforced", false);
  }

  private static ObjectNode authenticator() {
    return configuration("MicrosoftAuthenticator", "microsoftAuthenticator", true, ALL_USERS).put(
      "isSoftwareOathEnabled",
      false
    );
  }

  /** It names a group that is gone. */
  private static ObjectNode sms() {
    var json = configuration("Sms", "sms", true, ALL_USERS);
    json.set("excludeTargets", JsonTree.array(List.of(target(DELETED_GROUP))));
    return json;
  }

  private static ObjectNode accessPass(AccessPassPolicy policy) {
    var json = configuration("TemporaryAccessPass", "temporaryAccessPass", policy.isEnabled(), ALL_USERS)
      .put("defaultLifetimeInMinutes", policy.defaultLifetimeInMinutes())
      .put("defaultLength", policy.defaultLength())
      .put("minimumLifetimeInMinutes", policy.minimumLifetimeInMinutes())
      .put("maximumLifetimeInMinutes", policy.maximumLifetimeInMinutes())
      .put("isUsableOnce", policy.isUsableOnce());
    json.set(
      "excludeTargets",
      JsonTree.array(policy.excludedGroups().stream().map(MethodConfigurations::target).toList())
    );
    return json;
  }

  private static ObjectNode configuration(String id, String type, boolean isEnabled, String included) {
    var json = JsonTree.object()
      .put("@odata.type", "#microsoft.graph." + type + "AuthenticationMethodConfiguration")
      .put("id", id)
      .put("state", isEnabled ? "enabled" : "disabled");
    json.putArray("excludeTargets");
    json.set("includeTargets", JsonTree.array(List.of(target(included).put("isRegistrationRequired", false))));
    return json;
  }

  private static ObjectNode target(String id) {
    return JsonTree.object().put("targetType", "group").put("id", id);
  }
}
