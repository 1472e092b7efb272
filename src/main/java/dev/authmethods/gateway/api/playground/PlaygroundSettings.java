package dev.authmethods.gateway.api.playground;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The page to explore the API with. Prefix {@code gateway.playground}.
 *
 * @param enabled     whether it is served
 * @param sandboxPath where the page finds the sandbox's personas; null without a sandbox
 */
@ConfigurationProperties("gateway.playground")
record PlaygroundSettings(@DefaultValue("false") boolean enabled, @Nullable String sandboxPath) {}
