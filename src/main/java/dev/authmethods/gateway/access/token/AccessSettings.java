package dev.authmethods.gateway.access.token;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which access tokens the gateway accepts. Prefix {@code gateway.access}.
 *
 * @param scope              The scope that a user's token must carry: a delegated permission of the gateway's own API.
 * @param clients            The client ids of the front ends that the gateway lets in. Empty by default: all of the tenant.
 * @param acceptApplications Whether the gateway lets in tokens of applications without a user.
 * @param applicationRole    The app role of the gateway's own API that such a token must carry.
 * @param operatorRole       The app role of the gateway's own API that a token must carry for the endpoints of the actuator
 *                           other than health, info and metrics. None by default: nobody may use them.
 * @param clockSkew          How far the clocks of Entra and the gateway may differ.
 */
@ConfigurationProperties("gateway.access")
public record AccessSettings(
  @DefaultValue("access_as_user") String scope,
  @DefaultValue List<String> clients,
  @DefaultValue("false") boolean acceptApplications,
  @DefaultValue("AuthenticationMethods.Manage.All") String applicationRole,
  @Nullable String operatorRole,
  @DefaultValue("60s") Duration clockSkew
) {}
