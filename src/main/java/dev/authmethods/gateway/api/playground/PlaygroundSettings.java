package dev.authmethods.gateway.api.playground;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The page to explore the API with. Prefix {@code gateway.playground}.
 *
 * @param enabled     Whether the gateway serves the playground, which needs {@code gateway.api.introspection}.
 * @param sandboxPath The address of a sandbox, at which the playground finds the personas. None by default; a sandbox
 *                    sets it.
 */
@ConfigurationProperties("gateway.playground")
record PlaygroundSettings(@DefaultValue("false") boolean enabled, @Nullable String sandboxPath) {}
