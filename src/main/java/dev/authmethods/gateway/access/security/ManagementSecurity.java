package dev.authmethods.gateway.access.security;

import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.security.autoconfigure.actuate.web.reactive.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;

/**
 * Opens health and metrics to everybody who reaches the separate port {@code management.server.port}: a scraper has no
 * token. Other endpoints of the actuator, such as a heap dump, disclose more, and need a token there too.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
class ManagementSecurity {

  private static final String[] OPEN = { "health", "metrics", "prometheus" };

  /** Matches nothing at the gateway's own port. */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  SecurityWebFilterChain management(ServerHttpSecurity http) {
    return http
      .securityMatcher(EndpointRequest.to(OPEN))
      .authorizeExchange(exchanges -> exchanges.anyExchange().permitAll())
      .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
      .csrf(ServerHttpSecurity.CsrfSpec::disable)
      .logout(ServerHttpSecurity.LogoutSpec::disable)
      .build();
  }
}
