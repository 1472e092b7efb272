package dev.authmethods.gateway.api.http;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the gateway answers over HTTP, and whom. Prefix {@code gateway.api}.
 *
 * @param upstreamCost         Whether clients can ask what their request cost at Microsoft Graph, with the header
 *                             {@code Upstream-Cost}.
 * @param statusProfile        The choice of HTTP status: {@code audit}, as the official audits ask, or
 *                             {@code draft-2026}: 422 for a request that can be read and not executed, 294 for data
 *                             with errors.
 * @param allowedOrigins       The sites whose pages may send requests, such as {@code https://app.contoso.com}, in
 *                             addition to the site of the gateway. No wildcard. None by default.
 * @param allowedHeaders       The headers that pages of these sites may send, in addition to the headers of the gateway
 *                             and those of common clients and monitoring. None by default.
 */
@ConfigurationProperties("gateway.api")
record HttpSettings(
  @DefaultValue("true") boolean upstreamCost,
  @DefaultValue("audit") StatusProfile statusProfile,
  @DefaultValue List<Origin> allowedOrigins,
  @DefaultValue List<HeaderName> allowedHeaders
) {}
