package dev.authmethods.gateway.access.token;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which access tokens are let in. Prefix {@code gateway.access}.
 *
 * @param scope              the delegated permission of the gateway's own API that a user's token must carry
 * @param clients            the applications whose tokens are let in, by client id; empty: all of the tenant
 * @param acceptApplications whether tokens of applications without a user are let in
 * @param applicationRole    the application permission of the gateway's own API that such a token must carry
 * @param operatorRole       the app role of the gateway's own API that a token must carry to use what is exposed of the actuator beside
 *                           health, info and metrics; null: nobody may
 * @param clockSkew          how far clocks may differ
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
