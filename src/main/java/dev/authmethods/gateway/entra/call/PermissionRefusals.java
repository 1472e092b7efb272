package dev.authmethods.gateway.entra.call;

import dev.authmethods.gateway.access.RateLimitedLog;
import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.entra.ActingAs;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.entra.GraphPermissions;
import dev.authmethods.gateway.entra.token.UpstreamTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Distinguishes a refusal that only the gateway's operators can repair, because a permission was never granted to its
 * registration, from one that is about the caller.
 */
public final class PermissionRefusals {

  private static final Logger LOG = LoggerFactory.getLogger(PermissionRefusals.class);

  /** The calling application cannot be established. Source: https://learn.microsoft.com/graph/resolve-auth-errors */
  private static final String IDENTITY_NOT_FOUND = "Authorization_IdentityNotFound";

  private static final Duration BETWEEN_TOKENS = Duration.ofMinutes(1);

  private final ActingAs actingAs;
  private final UpstreamTokens tokens;

  private final RateLimitedLog<List<String>> log = new RateLimitedLog<>(LOG);

  /** When a token was last given up for each list of permissions; there are as few of them as kinds of calls. */
  private final Map<List<String>, Instant> forgotten = new ConcurrentHashMap<>();

  PermissionRefusals(ActingAs actingAs, UpstreamTokens tokens) {
    this.actingAs = actingAs;
    this.tokens = tokens;
  }

  /** The failure, explained by the permissions that the call needs and those that Entra granted. */
  public EntraFailure explained(RequestContext call, EntraFailure failure, GraphPermissions needed) {
    return failure instanceof EntraFailure.Refused refused && refused.status() == 403
      ? explained(call, refused, needed)
      : failure;
  }

  private EntraFailure explained(RequestContext call, EntraFailure.Refused refused, GraphPermissions needed) {
    if (refused.code().equals(IDENTITY_NOT_FOUND)) {
      log.log(Level.WARN, List.of(), "Microsoft Graph does not know the gateway's registration in this tenant");
      return new EntraFailure.Misconfigured();
    }
    var granted = tokens.permissionsOf(call.caller()).orElse(null);
    if (granted == null ? actingAs == ActingAs.APPLICATION : !containsAny(granted, needed.accepted(actingAs))) {
      return notGranted(call, needed.reachingOthers(actingAs));
    }
    var reachingOthers = needed.reachingOthers(actingAs);
    return granted == null || containsAny(granted, reachingOthers) ? refused : refused.lacking(reachingOthers);
  }

  /** Told to operators once a minute; a token that was issued before they grant the permission is not used until it ends. */
  public EntraFailure.Misconfigured notGranted(RequestContext call, List<String> missing) {
    var now = Instant.now();
    var first = forgotten
      .merge(missing, now, (last, _) -> last.plus(BETWEEN_TOKENS).isAfter(now) ? last : now)
      .equals(now);
    var text = "The gateway's registration has none of these permissions of Microsoft Graph: " + missing;
    log.log(Level.WARN, missing, text);
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
