package dev.authmethods.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.graphql.autoconfigure.observation.GraphQlObservationAutoConfiguration;
import org.springframework.boot.graphql.autoconfigure.reactive.GraphQlWebFluxAutoConfiguration;
import org.springframework.boot.graphql.autoconfigure.security.GraphQlWebFluxSecurityAutoConfiguration;

/** Starts the gateway. */
@SpringBootApplication(
  // The endpoint is of our own, and so are its measures.
  exclude = {
    GraphQlWebFluxAutoConfiguration.class,
    GraphQlWebFluxSecurityAutoConfiguration.class,
    GraphQlObservationAutoConfiguration.class,
  }
)
public class GatewayApplication {

  private GatewayApplication() {}

  /** Runs it with the settings of {@code application.yaml}, the environment and the command line. */
  public static void main(String[] args) {
    SpringApplication.run(GatewayApplication.class, args);
  }
}
