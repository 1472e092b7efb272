package dev.authmethods.gateway.api.http;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the gateway answers over HTTP, and whom. Prefix {@code gateway.api}.
 *
 * @param upstreamCost   whether clients can ask how many calls to Microsoft Graph their request cost
 * @param statusProfile  which HTTP status says what: {@code audit} or {@code draft-2026}
 * @param allowedOrigins the sites whose pages may ask, beside the gateway's own
 * @param allowedHeaders the headers that these pages may send, beside those that the gateway and common clients know
 */
@ConfigurationProperties("gateway.api")
record HttpSettings(
  @DefaultValue("true") boolean upstreamCost,
  @DefaultValue("audit") StatusProfile statusProfile,
  @DefaultValue List<Origin> allowedOrigins,
  @DefaultValue List<HeaderName> allowedHeaders
) {}
