package dev.authmethods.gateway.api.playground;

import dev.authmethods.gateway.access.TokenIssuer;
import dev.authmethods.gateway.method.ObjectId;
import dev.authmethods.gateway.settings.UnusableSettings;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the pages get a token for the gateway; nothing of it is secret.
 *
 * @param clientId  the app registration of the pages; null when they take a pasted token
 * @param authority the sign-in service, with the tenant
 * @param tenantId  the tenant, a GUID
 * @param scope     the scope of the gateway's own API
 */
record PlaygroundSignIn(@Nullable String clientId, URI authority, String tenantId, String scope) {
  private static final String VERSION = "/v2.0";

  /** Reads the settings, or ends the start. */
  static PlaygroundSignIn of(PlaygroundSettings settings, TokenIssuer issuer, String scopeOfTokens) {
    var clientId = settings.clientId() == null || settings.clientId().isBlank() ? null : settings.clientId();
    if (clientId != null && ObjectId.parse(clientId) == null) {
      throw new UnusableSettings(
        "The pages of the playground cannot sign in",
        List.of("gateway.playground.client-id (must be a GUID)")
      );
    }
    var address = issuer.issuer().toString();
    return new PlaygroundSignIn(
      clientId,
      URI.create(address.substring(0, address.length() - VERSION.length())),
      issuer.tenantId(),
      Objects.requireNonNullElse(settings.scope(), "api://" + issuer.audience() + "/" + scopeOfTokens)
    );
  }

  /** The origins that the pages ask: the gateway, and the login when the pages have a registration. */
  String origins() {
    return clientId == null ? "'self'" : "'self' " + authority.getScheme() + "://" + authority.getRawAuthority();
  }

  Map<String, Object> known() {
    var known = new LinkedHashMap<String, Object>();
    known.put("clientId", clientId);
    known.put("authority", authority.toString());
    known.put("tenantId", tenantId);
    known.put("scope", scope);
    return known;
  }
}
