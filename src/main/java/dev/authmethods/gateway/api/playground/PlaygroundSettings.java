package dev.authmethods.gateway.api.playground;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The page to explore the API with. Prefix {@code gateway.playground}.
 *
 * @param enabled     Whether the gateway serves the playground, which needs {@code gateway.api.introspection}.
 * @param clientId    The app registration of the pages, a GUID: a single-page application. With it the pages sign in; without
 *                    it, they take a pasted token. None by default.
 * @param scope       The scope that the pages ask for. The default is {@code api://{gateway.entra.client-id}/} and
 *                    {@code gateway.access.scope}.
 * @param sandboxPath The address of a sandbox, at which the playground finds the personas. None by default; a sandbox
 *                    sets it.
 */
@ConfigurationProperties("gateway.playground")
record PlaygroundSettings(
  @DefaultValue("false") boolean enabled,
  @Nullable String clientId,
  @Nullable String scope,
  @Nullable String sandboxPath
) {}
