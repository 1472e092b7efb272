package dev.authmethods.gateway.entra;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a host that fails is left alone. Prefix {@code gateway.entra.breaker}.
 *
 * @param enabled      Whether the gateway stops calling a host that fails, for a while.
 * @param failureRate  The part of the calls that has to fail for that: time-outs, resets and 5xx, never a refusal or 429. Above
 *                     0, at most 1.
 * @param window       The time over which the gateway counts calls, in whole seconds. 2 seconds at least.
 * @param minimumCalls How many calls it takes in that time to judge at all. Above 0.
 * @param openTime     How long the gateway does not call the host; then three reads try it. Above 0.
 */
public record BreakerSettings(
  @DefaultValue("true") boolean enabled,
  @DefaultValue("0.8") double failureRate,
  @DefaultValue("10s") Duration window,
  @DefaultValue("20") int minimumCalls,
  @DefaultValue("5s") Duration openTime
) {
  /** Whether each value is in its range. */
  public boolean isUsable() {
    return failureRate > 0 && failureRate <= 1 && window.toSeconds() > 1 && minimumCalls > 0 && openTime.toMillis() > 0;
  }
}
