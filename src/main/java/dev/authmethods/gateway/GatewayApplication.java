package dev.authmethods.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the gateway. */
@SpringBootApplication
public class GatewayApplication {

  private GatewayApplication() {}

  /** Runs it with the settings of {@code application.yaml}, the environment and the command line. */
  public static void main(String[] args) {
    SpringApplication.run(GatewayApplication.class, args);
  }
}
