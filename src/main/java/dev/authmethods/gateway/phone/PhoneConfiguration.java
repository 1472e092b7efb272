package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.entra.Entra;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads what tenants decide about phones. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PhoneSettings.class)
class PhoneConfiguration {

  @Bean
  AccessPolicy accessPolicy(Entra entra, PhoneSettings settings) {
    return new AccessPolicy(entra.cloud(), entra.actingAs(), settings.allowOwnAccount());
  }
}
