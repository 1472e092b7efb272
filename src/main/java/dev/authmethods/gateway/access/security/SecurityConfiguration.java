package dev.authmethods.gateway.access.security;

import dev.authmethods.gateway.access.HostFailureReporter;
import dev.authmethods.gateway.access.TokenIssuer;
import dev.authmethods.gateway.access.token.AccessSettings;
import dev.authmethods.gateway.access.token.CallerTokenDecoder;
import java.util.concurrent.Executor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.actuate.web.reactive.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtReactiveAuthenticationManager;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.security.web.server.authentication.ServerAuthenticationEntryPointFailureHandler;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import reactor.core.publisher.Mono;

/**
 * Decides which requests need a token. The playground's files and the health probes are open, everything else is
 * closed. The endpoints of the actuator that show or change more than metrics, when they are exposed, are for operators.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
@EnableConfigurationProperties(AccessSettings.class)
class SecurityConfiguration {

  private static final String[] OPEN = { "/", "/playground", "/playground/**", "/favicon.ico", "/actuator/health/**" };

  /** The endpoints of the actuator that show no secret and change nothing, if they are exposed. */
  private static final String[] FOR_EVERY_CALLER = { "health", "info", "metrics", "prometheus" };

  @Bean
  CallerCache knownCallers(AccessSettings settings) {
    return new CallerCache(settings.clockSkew());
  }

  @Bean
  ReactiveJwtDecoder accessTokens(
    TokenIssuer issuer,
    AccessSettings settings,
    CallerCache known,
    HostFailureReporter hosts,
    @Qualifier("applicationTaskExecutor") Executor executor
  ) {
    return CallerTokenDecoder.decoder(issuer, settings, known::forgetAll, hosts, executor);
  }

  @Bean
  CallerAuthenticator callers(
    ReactiveJwtDecoder accessTokens,
    CallerCache known,
    RejectionLog refusals,
    AccessSettings settings
  ) {
    var checks = new JwtReactiveAuthenticationManager(accessTokens);
    checks.setJwtAuthenticationConverter(token -> Mono.fromSupplier(() -> CallerAuthentication.of(token, settings)));
    return new CallerAuthenticator(checks, known, refusals);
  }

  @Bean
  SecurityWebFilterChain security(ServerHttpSecurity http, CallerAuthenticator callers) {
    var entryPoint = new UnauthorizedEntryPoint();
    var failures = new ServerAuthenticationEntryPointFailureHandler(entryPoint);
    failures.setRethrowAuthenticationServiceException(false);
    return http
      .authorizeExchange(exchanges ->
        exchanges
          .pathMatchers(OPEN)
          .permitAll()
          .matchers(EndpointRequest.toAnyEndpoint().excludingLinks().excluding(FOR_EVERY_CALLER))
          .hasAuthority(CallerAuthentication.OPERATOR)
          .anyExchange()
          .authenticated()
      )
      .oauth2ResourceServer(server ->
        server
          .bearerTokenConverter(bearerToken(callers))
          .authenticationEntryPoint(entryPoint)
          .authenticationFailureHandler(failures)
          .jwt(jwt -> jwt.authenticationManager(callers))
      )
      .exceptionHandling(handling -> handling.authenticationEntryPoint(entryPoint))
      // No cookie and no session: every request brings its token, so that there is nothing to forge.
      .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
      .csrf(ServerHttpSecurity.CsrfSpec::disable)
      .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
      .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
      .logout(ServerHttpSecurity.LogoutSpec::disable)
      .build();
  }

  /** As at the endpoint of GraphQL. */
  private static ServerAuthenticationConverter bearerToken(CallerAuthenticator callers) {
    return exchange ->
      callers
        .token(exchange.getRequest().getHeaders().getOrEmpty(HttpHeaders.AUTHORIZATION))
        .map(BearerTokenAuthenticationToken::new);
  }
}
