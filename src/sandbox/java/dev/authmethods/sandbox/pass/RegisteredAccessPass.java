package dev.authmethods.sandbox.pass;

import dev.authmethods.sandbox.behaviour.AccessPassPolicy;
import dev.authmethods.sandbox.directory.DirectoryUser;
import dev.authmethods.sandbox.http.JsonTree;
import dev.authmethods.sandbox.method.Method;
import dev.authmethods.sandbox.method.MethodKind;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/**
 * A code with which a user can sign in for a while
 * (<a href="https://learn.microsoft.com/graph/api/resources/temporaryaccesspassauthenticationmethod">temporaryAccessPassAuthenticationMethod</a>).
 *
 * @param isUsed whether the user has signed in with it
 */
public record RegisteredAccessPass(
  String id,
  DirectoryUser owner,
  String code,
  Instant createdDateTime,
  Instant startDateTime,
  int lifetimeInMinutes,
  boolean isUsableOnce,
  boolean isUsed
) implements Method {
  static final String CODE = "temporaryAccessPass";

  @Override
  public MethodKind kind() {
    return MethodKind.ACCESS_PASS;
  }

  /** As the sandbox keeps it, with its code. */
  @Override
  public ObjectNode json(boolean masked) {
    return JsonTree.object()
      .put("id", id)
      .put(CODE, code)
      .put("createdDateTime", createdDateTime.toString())
      .put("startDateTime", startDateTime.toString())
      .put("lifetimeInMinutes", lifetimeInMinutes)
      .put("isUsableOnce", isUsableOnce);
  }

  /** As Graph shows it at a moment, with its code. */
  ObjectNode json(AccessPassPolicy policy, Instant now) {
    var usability = usability(policy, now);
    return json(false).put("isUsable", usability.isUsable()).put("methodUsabilityReason", usability.wireName());
  }

  AccessPassUsability usability(AccessPassPolicy policy, Instant now) {
    if (isUsableOnce && isUsed) {
      return AccessPassUsability.ONE_TIME_USED;
    }
    if (!now.isBefore(startDateTime.plus(Duration.ofMinutes(lifetimeInMinutes)))) {
      return AccessPassUsability.EXPIRED;
    }
    if (!policy.appliesTo(owner)) {
      return AccessPassUsability.DISABLED_BY_POLICY;
    }
    return now.isBefore(startDateTime) ? AccessPassUsability.NOT_YET_VALID : AccessPassUsability.ENABLED_BY_POLICY;
  }

  /** The same after the user has signed in with it. */
  RegisteredAccessPass used() {
    return new RegisteredAccessPass(
      id,
      owner,
      code,
      createdDateTime,
      startDateTime,
      lifetimeInMinutes,
      isUsableOnce,
      true
    );
  }
}
