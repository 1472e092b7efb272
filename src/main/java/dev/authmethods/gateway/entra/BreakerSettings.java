package dev.authmethods.gateway.entra;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a host that fails is left alone. Prefix {@code gateway.entra.breaker}.
 *
 * @param enabled      whether it ever is
 * @param failureRate  the part of the calls that has to fail, above 0 and at most 1
 * @param window       the time over which calls are counted, in whole seconds, 2 at least
 * @param minimumCalls how many calls it takes in that time to judge at all
 * @param openTime     how long it is left alone before it is tried again
 */
public record BreakerSettings(
  @DefaultValue("true") boolean enabled,
  @DefaultValue("0.8") double failureRate,
  @DefaultValue("10s") Duration window,
  @DefaultValue("20") int minimumCalls,
  @DefaultValue("5s") Duration openTime
) {
  public boolean isUsable() {
    return failureRate > 0 && failureRate <= 1 && window.toSeconds() > 1 && minimumCalls > 0 && openTime.toMillis() > 0;
  }
}
