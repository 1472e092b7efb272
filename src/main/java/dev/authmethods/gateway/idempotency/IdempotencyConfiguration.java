package dev.authmethods.gateway.idempotency;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.ConfigurableEnvironment;

/** Puts the store together that the settings ask for, or refuses to start and says what is wrong with them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdempotencySettings.class)
class IdempotencyConfiguration {

  /** Decided when it starts, not by a condition, since those are settled when the gateway is built. */
  @Bean
  IdempotencyStore idempotencyStore(
    IdempotencySettings settings,
    ObjectProvider<RedisLink> redis,
    ObjectProvider<MeterRegistry> meters
  ) {
    var problems = settings.problems();
    if (!problems.isEmpty()) {
      throw new UnusableIdempotencySettings(problems);
    }
    var registry = meters.getIfAvailable(SimpleMeterRegistry::new);
    var losses = new StoreLosses(settings.recall(), registry);
    var clock = InstantSource.system();
    var store = switch (settings.store()) {
      case EMBEDDED -> new EmbeddedStore(settings.timeToLive(), settings.maxEntries(), losses, clock);
      case REDIS -> new RedisStore(redis.getObject(), seal(settings), settings.timeToLive(), losses, clock);
    };
    return new MeasuredStore(store, registry);
  }

  @Bean
  Idempotency idempotency(IdempotencyStore store, IdempotencySettings settings) {
    var required = settings.whenUnavailable() == IdempotencySettings.WhenUnavailable.REFUSE;
    var digests = new Digests(secret(settings.secret()));
    return new Idempotency(store, digests, settings.recall(), required, InstantSource.system());
  }

  /** Where none is shared, nobody else has to come to the same digests. */
  private static byte[] secret(@Nullable String shared) {
    if (shared != null) {
      return shared.getBytes(StandardCharsets.UTF_8);
    }
    var own = new byte[32];
    new SecureRandom().nextBytes(own);
    return own;
  }

  private static Seal seal(IdempotencySettings settings) {
    return new Seal(Objects.requireNonNull(settings.secret()));
  }

  @Bean
  @Lazy
  RedisLink redisLink(ConfigurableEnvironment settings, SslBundles bundles) {
    return RedisLink.open(settings, bundles);
  }
}
