package dev.authmethods.gateway.read;

import dev.authmethods.gateway.settings.UnusableSettings;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the seal of cursors. With unusable settings the gateway does not start, and names them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PagingSettings.class)
class PagingConfiguration {

  private static final int SECRET_BYTES = 32;

  @Bean
  Cursors cursors(PagingSettings settings) {
    var problems = settings.problems();
    if (!problems.isEmpty()) {
      throw new UnusableSettings("The gateway cannot seal cursors", problems);
    }
    return new Cursors(secret(settings.secret()));
  }

  private static byte[] secret(@Nullable String shared) {
    if (shared != null) {
      return shared.getBytes(StandardCharsets.UTF_8);
    }
    var own = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(own);
    return own;
  }
}
