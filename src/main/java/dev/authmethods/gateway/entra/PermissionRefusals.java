package dev.authmethods.gateway.entra;

import dev.authmethods.gateway.access.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a refusal that only the gateway's operators can mend, because a permission was never granted to its registration, from one
 * that is about the caller.
 */
final class PermissionRefusals {

  private static final Logger LOG = LoggerFactory.getLogger(PermissionRefusals.class);

  private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

  private final ActingAs actingAs;
  private final AccessTokens tokens;

  /** When each list of permissions was logged last; there are as few of them as kinds of calls. */
  private final Map<List<String>, Instant> logged = new ConcurrentHashMap<>();

  PermissionRefusals(ActingAs actingAs, AccessTokens tokens) {
    this.actingAs = actingAs;
    this.tokens = tokens;
  }

  /** What a failure means in view of the permissions that the call needs, and of those that were granted. */
  EntraFailure explained(Call call, EntraFailure failure, GraphPermissions needed) {
    return failure instanceof EntraFailure.Refused refused && refused.status() == 403
      ? explained(call, refused, needed)
      : failure;
  }

  private EntraFailure explained(Call call, EntraFailure.Refused refused, GraphPermissions needed) {
    var granted = tokens.permissionsOf(call.caller()).orElse(null);
    if (granted == null ? actingAs == ActingAs.APPLICATION : !containsAny(granted, needed.accepted(actingAs))) {
      return notGranted(call, needed.reachingOthers(actingAs));
    }
    var reachingOthers = needed.reachingOthers(actingAs);
    return granted == null || containsAny(granted, reachingOthers) ? refused : refused.lacking(reachingOthers);
  }

  /** Told to operators once a minute; a token that was issued before they grant the permission is not used until it ends. */
  EntraFailure.Misconfigured notGranted(Call call, List<String> missing) {
    var now = Instant.now();
    var first = logged.merge(missing, now, (last, _) -> last.plus(BETWEEN_LINES).isAfter(now) ? last : now).equals(now);
    if (first) {
      LOG.warn("The gateway's registration has none of these permissions of Microsoft Graph: {}", missing);
    }
    if (first || actingAs == ActingAs.CALLER) {
      tokens.forget(call.caller());
    }
    return new EntraFailure.Misconfigured(missing);
  }

  private static boolean containsAny(Set<String> granted, Iterable<String> names) {
    for (var name : names) {
      if (granted.contains(name)) {
        return true;
      }
    }
    return false;
  }
}
