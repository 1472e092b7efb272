package dev.authmethods.training;

import dev.authmethods.gateway.GatewayApplication;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.boot.SpringApplicationAotProcessor;
import org.springframework.context.aot.AbstractAotProcessor.Settings;
import org.springframework.javapoet.ClassName;

/** The beans that code is written for: the gateway chooses between them when it starts. */
enum Beans {
  /** The actuator answers at the port of the gateway. */
  ONE_PORT("beans", "", ""),
  /** The actuator has another port. The number says no more than that: the settings at the start tell the real one. */
  TWO_PORTS("beans-for-two-ports", "TwoPorts", "0");

  /** The endpoints that can be exposed; the settings at the start decide which are exposed. */
  private static final String ENDPOINTS = "health,info,metrics,prometheus,loggers";

  private final String folder;
  private final String namedAfter;
  private final String managementPort;

  Beans(String folder, String namedAfter, String managementPort) {
    this.folder = folder;
    this.namedAfter = namedAfter;
    this.managementPort = managementPort;
  }

  String folder() {
    return folder;
  }

  /** Writes sources, resources and the classes of proxies into three folders. */
  void define(Path into, String group, String artifact) {
    var settings = Settings.builder()
      .sourceOutput(into.resolve("sources"))
      .resourceOutput(into.resolve("resources"))
      .classOutput(into.resolve("classes"))
      .groupId(group)
      .artifactId(artifact)
      .build();
    new Processor(settings).process();
  }

  private String[] arguments() {
    return new String[] {
      "--logging.level.root=warn",
      "--management.endpoints.web.exposure.include=" + ENDPOINTS,
      "--management.server.port=" + managementPort,
      // The gateway needs a tenant here: for another port, Spring makes the server of the gateway, and the endpoints with it.
      "--gateway.entra.tenant-id=" + new UUID(0, 0),
      "--gateway.entra.client-id=" + new UUID(0, 0),
      "--gateway.entra.credential.managed-identity=system",
    };
  }

  private final class Processor extends SpringApplicationAotProcessor {

    Processor(Settings settings) {
      super(GatewayApplication.class, settings, arguments());
    }

    @Override
    protected ClassNameGenerator createClassNameGenerator() {
      return new ClassNameGenerator(ClassName.get(getApplicationClass()), namedAfter);
    }
  }
}
