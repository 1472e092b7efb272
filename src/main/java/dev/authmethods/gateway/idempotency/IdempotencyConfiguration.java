package dev.authmethods.gateway.idempotency;

import dev.authmethods.gateway.idempotency.store.IdempotencyStore;
import dev.authmethods.gateway.idempotency.store.IdempotencyStores;
import dev.authmethods.gateway.idempotency.store.RedisConnection;
import dev.authmethods.gateway.settings.UnusableSettings;
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

/** Makes the store that the settings choose. With unusable settings the gateway does not start, and names them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdempotencySettings.class)
class IdempotencyConfiguration {

  /** Chooses at the start and without a condition on beans: conditions are decided when the gateway is built. */
  @Bean
  IdempotencyStore idempotencyStore(
    IdempotencySettings settings,
    ObjectProvider<RedisConnection> redis,
    ObjectProvider<MeterRegistry> meters
  ) {
    var problems = settings.problems();
    if (!problems.isEmpty()) {
      throw new UnusableSettings("The gateway cannot keep idempotency keys", problems);
    }
    var registry = meters.getIfAvailable(SimpleMeterRegistry::new);
    var stores = new IdempotencyStores(settings.unknownKeyPolicy(), registry);
    return switch (settings.store()) {
      case EMBEDDED -> stores.embedded(settings.maxEntries());
      case REDIS -> stores.redis(redis.getObject(), Objects.requireNonNull(settings.secret()), settings.replicas());
    };
  }

  @Bean
  Idempotency idempotency(IdempotencyStore store, IdempotencySettings settings) {
    var required = settings.whenUnavailable() == IdempotencySettings.WhenUnavailable.REFUSE;
    var digests = new KeyedDigest(secret(settings.secret()));
    return new Idempotency(
      store,
      digests,
      settings.unknownKeyPolicy(),
      required,
      settings.inDoubt(),
      InstantSource.system()
    );
  }

  /** A random secret where none is shared: no other gateway has to compute the same digests. */
  private static byte[] secret(@Nullable String shared) {
    if (shared != null) {
      return shared.getBytes(StandardCharsets.UTF_8);
    }
    var own = new byte[32];
    new SecureRandom().nextBytes(own);
    return own;
  }

  @Bean
  @Lazy
  RedisConnection redisConnection(ConfigurableEnvironment settings, SslBundles bundles) {
    return RedisConnection.open(settings, bundles);
  }
}
