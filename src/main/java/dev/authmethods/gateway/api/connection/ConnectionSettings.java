package dev.authmethods.gateway.api.connection;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits for the connections of all clients together, and of one. Prefix {@code gateway.connections}.
 *
 * @param max           The most connections at once; the gateway closes more of them. 1 at least.
 * @param maxPerAddress The most connections of one address; a network of 64 bits counts as one address of IPv6. 1 at least.
 *                      Behind a proxy all clients have the address of the proxy.
 * @param headTimeout   The time for a request line and its headers, from the first byte to the last. Above 0.
 * @param maxHeaders    The most headers of a request. 1 at least.
 * @param shutdownDelay How long the port stays open after the signal to stop; each answer then ends its connection. Not
 *                      negative.
 */
@ConfigurationProperties("gateway.connections")
record ConnectionSettings(
  @DefaultValue("1024") int max,
  @DefaultValue("768") int maxPerAddress,
  @DefaultValue("10s") Duration headTimeout,
  @DefaultValue("100") int maxHeaders,
  @DefaultValue("5s") Duration shutdownDelay
) {
  ConnectionSettings {
    if (max < 1 || maxPerAddress < 1 || maxHeaders < 1 || !headTimeout.isPositive() || shutdownDelay.isNegative()) {
      throw new IllegalArgumentException("gateway.connections.* must be above zero");
    }
  }
}
