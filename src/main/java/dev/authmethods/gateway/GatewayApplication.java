package dev.authmethods.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.observation.LettuceObservationAutoConfiguration;
import org.springframework.boot.graphql.autoconfigure.observation.GraphQlObservationAutoConfiguration;
import org.springframework.boot.graphql.autoconfigure.reactive.GraphQlWebFluxAutoConfiguration;
import org.springframework.boot.graphql.autoconfigure.security.GraphQlWebFluxSecurityAutoConfiguration;

/** Starts the gateway. */
@SpringBootApplication(
  // The endpoint is of our own, and so are its measures; a connection to Redis is made only when the settings ask for one.
  exclude = {
    GraphQlWebFluxAutoConfiguration.class,
    GraphQlWebFluxSecurityAutoConfiguration.class,
    GraphQlObservationAutoConfiguration.class,
    DataRedisAutoConfiguration.class,
    LettuceObservationAutoConfiguration.class,
  }
)
public class GatewayApplication {

  private GatewayApplication() {}

  /** Runs it with the settings of {@code application.yaml}, the environment and the command line. */
  public static void main(String[] args) {
    SpringApplication.run(GatewayApplication.class, args);
  }
}
