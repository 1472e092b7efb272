package dev.authmethods.training;

import dev.authmethods.sandbox.Sandbox;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The packaged gateway in a separate process, which the JDK watches. */
final class TrainedGateway implements AutoCloseable {

  private static final Pattern STARTED = Pattern.compile("Netty started on port (\\d+)");
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Process process;
  private final URI origin;

  private TrainedGateway(Process process, URI origin) {
    this.process = process;
    this.origin = origin;
  }

  /** Starts it on a free port; it answers when this returns. */
  static TrainedGateway start(Installation installation, Sandbox sandbox) throws IOException {
    var command = installation.recording();
    command.addAll(settings(sandbox));
    var builder = new ProcessBuilder(command).directory(installation.directory().toFile()).redirectErrorStream(true);
    var process = builder.start();
    return new TrainedGateway(process, awaitStart(process));
  }

  private static List<String> settings(Sandbox sandbox) {
    return List.of(
      "--server.port=0",
      "--server.address=localhost",
      "--gateway.connections.shutdown-delay=0s",
      "--gateway.entra.tenant-id=" + sandbox.tenantId(),
      "--gateway.entra.client-id=" + sandbox.clientId(),
      "--gateway.entra.credential.client-secret=" + sandbox.clientSecret(),
      "--gateway.entra.graph-endpoint=" + sandbox.graphEndpoint(),
      "--gateway.entra.authority-host=" + sandbox.authority(),
      "--gateway.entra.trusted-certificates=" + sandbox.trustedCertificate()
    );
  }

  /** This reads the output of the process to the end, or the process would wait for a reader. */
  private static URI awaitStart(Process process) throws IOException {
    var output = process.inputReader();
    var written = new StringJoiner("\n");
    for (var line = output.readLine(); line != null; line = output.readLine()) {
      written.add(line);
      var started = STARTED.matcher(line);
      if (started.find()) {
        Thread.ofVirtual().start(() -> drain(output));
        return URI.create("http://localhost:" + started.group(1));
      }
    }
    throw new IllegalStateException("The gateway did not start:\n" + written);
  }

  private static void drain(BufferedReader output) {
    output.lines().forEach(line -> {});
  }

  URI origin() {
    return origin;
  }

  /** Asks it to end, and waits until the cache is written; its output is still read, as the JDK needs it to the end. */
  void finish() {
    process.toHandle().destroy();
    process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
