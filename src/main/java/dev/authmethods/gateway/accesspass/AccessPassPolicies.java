package dev.authmethods.gateway.accesspass;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.entra.ActingAs;
import dev.authmethods.gateway.entra.Entra;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.entra.GraphPermissions;
import dev.authmethods.gateway.entra.Json;
import dev.authmethods.gateway.entra.Resource;
import dev.authmethods.gateway.entra.Service;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;

/**
 * Reads the tenant's policy about passes, and keeps it for a while: it seldom changes. A policy that the gateway may not read, or
 * could not, forbids nothing: Microsoft Graph decides. Source: https://learn.microsoft.com/graph/api/authenticationmethodspolicy-get
 */
@Component
@EnableConfigurationProperties(AccessPassSettings.class)
class AccessPassPolicies {

  private static final List<String> NAMES = List.of(
    "Policy.Read.AuthenticationMethod",
    "Policy.Read.All",
    "Policy.ReadWrite.AuthenticationMethod"
  );
  private static final GraphPermissions READ = new GraphPermissions(NAMES, NAMES);
  private static final String CONFIGURATION = "TemporaryAccessPass";
  private static final Resource<String, AccessPassPolicy> POLICY = new Resource<>(
    "policy",
    Service.DIRECTORY,
    _ -> READ,
    _ -> "/policies/authenticationMethodsPolicy",
    (_, in) -> read(in)
  );

  private static final String APPLICATION = "application";
  private static final long MAX_READERS = 10_000;

  private final Entra entra;

  /** By the reader: on behalf of callers, Microsoft Graph shows the policy only to some. */
  private final Cache<String, AccessPassPolicy> policies;

  AccessPassPolicies(Entra entra, AccessPassSettings settings) {
    this.entra = entra;
    this.policies = Caffeine.newBuilder().expireAfterWrite(settings.policyKeptFor()).maximumSize(MAX_READERS).build();
  }

  /** The policy as the caller may know it, perhaps as it was a moment ago. Never fails. */
  AccessPassPolicy of(RequestContext call) {
    var known = policies.getIfPresent(reader(call));
    return known == null ? now(call) : known;
  }

  /** The same as it is now. Only a refusal is kept like an answer: other failures pass. */
  AccessPassPolicy now(RequestContext call) {
    try {
      return kept(call, entra.read(call, CONFIGURATION, POLICY));
    } catch (EntraFailure.Refused | EntraFailure.Misconfigured notAllowed) {
      return kept(call, AccessPassPolicy.UNREADABLE);
    } catch (EntraFailure failure) {
      return AccessPassPolicy.UNREADABLE;
    }
  }

  private String reader(RequestContext call) {
    return entra.actingAs() == ActingAs.APPLICATION ? APPLICATION : call.caller().objectId().value();
  }

  private AccessPassPolicy kept(RequestContext call, AccessPassPolicy policy) {
    policies.put(reader(call), policy);
    return policy;
  }

  /** A tenant without such a configuration has passes switched off. */
  private static AccessPassPolicy read(JsonParser in) {
    var found = new ArrayList<AccessPassPolicy>();
    Json.forEach(in, "authenticationMethodConfigurations", each -> {
      var configuration = AccessPassConfiguration.read(each);
      if (CONFIGURATION.equals(configuration.id())) {
        found.add(configuration.policy());
      }
    });
    return found.isEmpty() ? AccessPassPolicy.SWITCHED_OFF : found.getFirst();
  }
}
