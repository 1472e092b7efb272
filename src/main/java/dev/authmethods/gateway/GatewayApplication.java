package dev.authmethods.gateway;

import dev.authmethods.gateway.audit.VerifyAudit;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.data.autoconfigure.metrics.DataRepositoryMetricsAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisReactiveAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.observation.LettuceObservationAutoConfiguration;
import org.springframework.boot.graphql.autoconfigure.data.GraphQlQueryByExampleAutoConfiguration;
import org.springframework.boot.graphql.autoconfigure.data.GraphQlReactiveQueryByExampleAutoConfiguration;
import org.springframework.boot.graphql.autoconfigure.observation.GraphQlObservationAutoConfiguration;
import org.springframework.boot.graphql.autoconfigure.reactive.GraphQlWebFluxAutoConfiguration;
import org.springframework.boot.graphql.autoconfigure.security.GraphQlWebFluxSecurityAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.PersistenceExceptionTranslationAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration;

/** Starts the gateway. */
@SpringBootApplication(
  // The endpoint is of our own, and so are its measures. A connection to Redis is made only when the settings ask for one, and
  // of what else comes with Spring Data nothing is needed.
  exclude = {
    GraphQlWebFluxAutoConfiguration.class,
    GraphQlWebFluxSecurityAutoConfiguration.class,
    GraphQlObservationAutoConfiguration.class,
    DataRedisAutoConfiguration.class,
    DataRedisReactiveAutoConfiguration.class,
    LettuceObservationAutoConfiguration.class,
    DataRepositoryMetricsAutoConfiguration.class,
    GraphQlQueryByExampleAutoConfiguration.class,
    GraphQlReactiveQueryByExampleAutoConfiguration.class,
    PersistenceExceptionTranslationAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    TransactionManagerCustomizationAutoConfiguration.class,
  }
)
public class GatewayApplication {

  private GatewayApplication() {}

  /**
   * Runs it with the settings of {@code application.yaml}, the environment and the command line; with {@code verify-audit} as the
   * first argument it verifies files of the audit trail instead.
   */
  public static void main(String[] args) {
    if (args.length > 0 && args[0].equals(VerifyAudit.NAME)) {
      System.exit(VerifyAudit.run(List.of(args).subList(1, args.length)));
    }
    BuiltBeans.addTo(new SpringApplication(GatewayApplication.class)).run(args);
  }
}
