package dev.authmethods.gateway.api;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long and how many requests the gateway executes, and whether it shows the schema. Prefix {@code gateway.api}.
 *
 * @param requestTimeout      until when a request is answered, which a client may shorten; no upstream call begins after that
 * @param maxRequestsInFlight how many requests may be executed at once; the gateway turns more away unread
 * @param maxRequestsInFlightPerCaller how many of them may be one caller's
 * @param introspection       whether clients can ask for the schema
 */
@ConfigurationProperties("gateway.api")
public record ApiSettings(
  @DefaultValue("15s") Duration requestTimeout,
  @DefaultValue("512") int maxRequestsInFlight,
  @DefaultValue("320") int maxRequestsInFlightPerCaller,
  @DefaultValue("false") boolean introspection
) {}
