package dev.authmethods.gateway.idempotency.store;

import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;

/** Options that have no settings: a command is sent at once or not at all, and never twice. */
class RedisClientOptions {

  private static final Duration FIRST_RECONNECT = Duration.ofMillis(10);
  private static final Duration LATER_RECONNECTS = Duration.ofMillis(640);

  @Bean
  LettuceClientOptionsBuilderCustomizer commands() {
    return options ->
      options
        .autoReconnect(true)
        .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
        .replayFilter(_ -> true);
  }

  @Bean
  ClientResourcesBuilderCustomizer reconnects() {
    return resources ->
      resources.reconnectDelay(Delay.exponential(FIRST_RECONNECT, LATER_RECONNECTS, 2, TimeUnit.MILLISECONDS));
  }
}
