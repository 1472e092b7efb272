package dev.authmethods.gateway.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what keeps mutations from being carried out twice. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdempotencySettings.class)
class IdempotencyConfiguration {

  @Bean
  IdempotencyStore idempotencyStore(IdempotencySettings settings) {
    return new EmbeddedStore(settings.timeToLive(), settings.maxEntries());
  }

  @Bean
  Idempotency idempotency(IdempotencyStore store, IdempotencySettings settings) {
    var required = settings.whenUnavailable() == IdempotencySettings.WhenUnavailable.REFUSE;
    return new Idempotency(store, new Digests(secret(settings.secret())), required, InstantSource.system());
  }

  /** Without a secret to share nobody else has to come to the same digests. */
  private static byte[] secret(@Nullable String shared) {
    if (shared != null) {
      return shared.getBytes(StandardCharsets.UTF_8);
    }
    var own = new byte[32];
    new SecureRandom().nextBytes(own);
    return own;
  }
}
