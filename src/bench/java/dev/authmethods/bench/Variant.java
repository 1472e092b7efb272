package dev.authmethods.bench;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The gateway as it is, and with more and more of Spring in place of its own code. All start from the same class path. */
enum Variant {
  OWN("gateway", ""),
  HANDLER("Spring's handler on a bare route", "spring-handler"),
  INVOCATION("and Spring's invocation of controllers", "spring-handler,spring-invocation"),
  STACK("and WebFlux's dispatcher and Spring Security", "spring-handler,spring-invocation,spring-dispatcher");

  private final String title;
  private final String profiles;

  Variant(String title, String profiles) {
    this.title = title;
    this.profiles = profiles;
  }

  /** With the memory and the collector that the installed gateway has, without its AOT cache, which the others have not. */
  private GatewayCommand command() {
    return GatewayCommand.of(
      "java -Xms64m -Xmx176m -XX:+UseSerialGC -XX:SurvivorRatio=3 --enable-native-access=ALL-UNNAMED " +
        "@%s dev.authmethods.gateway.GatewayApplication --spring.profiles.active=%s".formatted(
          Path.of("target", "bench", "classpath"),
          profiles
        )
    );
  }

  GatewayProcess start(List<String> settings) {
    var command = command();
    return GatewayProcess.start(command.with(settings), command.directory(), "gateway-" + name());
  }

  Target target(int port, String token) {
    return new Target(name(), URI.create("http://127.0.0.1:" + port + "/graphql"), token, Map.of());
  }

  @Override
  public String toString() {
    return title;
  }
}
