package dev.authmethods.gateway.api;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What one request may take. Prefix {@code gateway.api}.
 *
 * @param requestTimeout      until when a request is answered, which a client may shorten; no upstream call is begun after that
 * @param maxRequestsInFlight how many requests may be executed at once; more are turned away unread
 * @param maxRequestsInFlightPerCaller how many of them may be one caller's
 * @param introspection       whether the schema can be asked for
 * @param upstreamCost        whether clients can ask what their request cost upstream
 * @param statusProfile       which status says what: {@code audit} or {@code draft-2026}
 * @param allowedOrigins      the sites whose pages may ask, beside the gateway's own
 * @param allowedHeaders      the headers that these pages may send, beside those that the gateway and common clients know
 */
@ConfigurationProperties("gateway.api")
record ApiSettings(
  @DefaultValue("15s") Duration requestTimeout,
  @DefaultValue("512") int maxRequestsInFlight,
  @DefaultValue("320") int maxRequestsInFlightPerCaller,
  @DefaultValue("false") boolean introspection,
  @DefaultValue("true") boolean upstreamCost,
  @DefaultValue("audit") StatusProfile statusProfile,
  @DefaultValue List<Origin> allowedOrigins,
  @DefaultValue List<HeaderName> allowedHeaders
) {}
