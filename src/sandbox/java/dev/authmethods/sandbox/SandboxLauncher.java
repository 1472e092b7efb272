package dev.authmethods.sandbox;

import dev.authmethods.gateway.GatewayApplication;
import dev.authmethods.sandbox.control.Control;
import dev.authmethods.sandbox.control.ControlRelay;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.web.server.WebFilter;

/** Starts the sandbox and a gateway that works with it; any setting of the gateway can still be given as an argument. */
public final class SandboxLauncher {

  private static final Logger LOG = LoggerFactory.getLogger(SandboxLauncher.class);

  private static final String PLAYGROUND = "sandbox.playground";

  private SandboxLauncher() {}

  /**
   * Runs both until the process ends.
   *
   * @param args settings of the gateway; {@code --sandbox.graph-port=} and {@code --sandbox.login-port=} for the sandbox, and
   *     {@code --sandbox.playground=sign-in} for pages that sign in, as in front of a tenant, in place of a choice of personas
   */
  public static void main(String[] args) {
    var sandbox = Sandbox.start(settings(args));
    Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
    var port = launch(sandbox, args).getEnvironment().getProperty("local.server.port");
    LOG.info("Open the playground at http://localhost:{}/", port);
  }

  /** Starts a gateway in front of a sandbox that runs already. */
  public static ConfigurableApplicationContext launch(Sandbox sandbox, String... args) {
    return application(sandbox, args).run(args);
  }

  private static SpringApplication application(Sandbox sandbox, String... args) {
    return new SpringApplicationBuilder(GatewayApplication.class)
      .properties(new HashMap<>(gatewaySettings(sandbox)))
      .properties(Map.ofEntries(pages(sandbox, args)))
      .initializers(context -> relayTo(sandbox, (GenericApplicationContext) context))
      .build();
  }

  private static Map<String, Object> gatewaySettings(Sandbox sandbox) {
    return Map.ofEntries(
      Map.entry("server.address", "localhost"),
      Map.entry("gateway.entra.tenant-id", sandbox.tenantId()),
      Map.entry("gateway.entra.client-id", sandbox.clientId()),
      Map.entry("gateway.entra.credential.client-secret", sandbox.clientSecret()),
      Map.entry("gateway.entra.graph-endpoint", sandbox.graphEndpoint().toString()),
      Map.entry("gateway.entra.authority-host", sandbox.authority().toString()),
      Map.entry("gateway.entra.trusted-certificates", sandbox.trustedCertificate().toString()),
      Map.entry("gateway.playground.enabled", "true"),
      Map.entry("gateway.api.introspection", "true")
    );
  }

  /** By what the pages of the playground know who uses them. */
  private static Map.Entry<String, Object> pages(Sandbox sandbox, String... args) {
    var wanted = Objects.requireNonNullElse(
      new SimpleCommandLinePropertySource(args).getProperty(PLAYGROUND),
      "personas"
    );
    return switch (wanted) {
      case "personas" -> Map.entry("gateway.playground.sandbox-path", Control.PREFIX);
      case "sign-in" -> Map.entry("gateway.playground.client-id", sandbox.playgroundClientId());
      default -> throw new IllegalArgumentException("--" + PLAYGROUND + " is personas or sign-in, not " + wanted);
    };
  }

  /** Lets the playground reach the controls at its own origin. */
  private static void relayTo(Sandbox sandbox, GenericApplicationContext context) {
    context.registerBean(WebFilter.class, () -> new ControlRelay(sandbox.control()));
  }

  private static SandboxSettings settings(String[] args) {
    var given = new SimpleCommandLinePropertySource(args);
    var defaults = SandboxSettings.defaults();
    return SandboxSettings.onPorts(
      port(given, "sandbox.graph-port", defaults.graphPort()),
      port(given, "sandbox.login-port", defaults.loginPort())
    );
  }

  private static int port(SimpleCommandLinePropertySource given, String name, int otherwise) {
    return Integer.parseInt(Objects.requireNonNullElse(given.getProperty(name), String.valueOf(otherwise)));
  }
}
