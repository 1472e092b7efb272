package dev.authmethods.gateway;

import org.springframework.aot.AotDetector;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.aot.AotApplicationContextInitializer;

/**
 * Takes the code that defines the beans from the build, which has written it twice: for a gateway with one port, and for one
 * whose actuator has another ({@code management.server.port}). Spring Boot decides between them when beans are defined, and the
 * build has done that before it can know the settings.
 */
final class BuiltBeans implements AotApplicationContextInitializer<ConfigurableApplicationContext> {

  private static final String ONE_PORT = GatewayApplication.class.getName() + "__ApplicationContextInitializer";
  private static final String TWO_PORTS =
    GatewayApplication.class.getName() + "__TwoPortsApplicationContextInitializer";

  /** Does nothing where the JVM was not told to use such code ({@code spring.aot.enabled}). */
  static SpringApplication addTo(SpringApplication application) {
    if (AotDetector.useGeneratedArtifacts()) {
      application.addInitializers(new BuiltBeans());
    }
    return application;
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    var apart = ManagementPortType.get(context.getEnvironment()) == ManagementPortType.DIFFERENT;
    AotApplicationContextInitializer.forInitializerClasses(apart ? TWO_PORTS : ONE_PORT).initialize(context);
  }
}
