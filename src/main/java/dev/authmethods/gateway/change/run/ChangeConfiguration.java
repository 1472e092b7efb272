package dev.authmethods.gateway.change.run;

import dev.authmethods.gateway.change.AccessPolicy;
import dev.authmethods.gateway.entra.Entra;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ChangeConfiguration {

  @Bean
  AccessPolicy accessPolicy(Entra entra) {
    return new AccessPolicy(entra.cloud(), entra.actingAs());
  }
}
