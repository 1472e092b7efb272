package dev.authmethods.gateway.api;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long and how many requests the gateway executes, and whether it shows the schema. Prefix {@code gateway.api}.
 *
 * @param requestTimeout       The time for a request: the gateway begins no call to Microsoft later than this after the request
 *                             came in. A client may shorten it with the header {@code Request-Timeout}.
 * @param maxRequestsInFlight  The most requests that the gateway executes at once. It answers more with 503 and
 *                             {@code OVERLOADED}, before it reads them.
 * @param maxRequestsInFlightPerCaller The most of these requests that may be of one caller.
 * @param introspection        Whether clients can ask for the schema: by introspection, and as one text at
 *                             {@code /graphql/schema}.
 */
@ConfigurationProperties("gateway.api")
public record ApiSettings(
  @DefaultValue("15s") Duration requestTimeout,
  @DefaultValue("512") int maxRequestsInFlight,
  @DefaultValue("320") int maxRequestsInFlightPerCaller,
  @DefaultValue("false") boolean introspection
) {}
