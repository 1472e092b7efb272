package dev.authmethods.gateway.api.connection;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of the gateway connections may take, whoever makes them. Prefix {@code gateway.connections}.
 *
 * @param max           how many there may be at once; more are closed at once
 * @param maxPerAddress how many of them one address may have; one network of 64 bits counts as one address of IPv6. Behind a
 *                      proxy all clients have the proxy's address
 * @param headTimeout   how long a request line and its headers may take from the first byte to the last
 * @param maxHeaders    how many headers a request may have
 * @param shutdownDelay how long the port stays open when the gateway is asked to end, each answer ending its connection
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
