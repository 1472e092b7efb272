package dev.authmethods.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import redis.embedded.core.ExecutableProvider;

/** A Redis server, or one of its sentinels, on a free port of the loopback interface. The program comes with embedded-redis. */
final class RedisProcess implements AutoCloseable {

  private static final String PROGRAM = program();
  private static final int HIGHEST_PORT = 55_535;
  private static final int PATIENCE_MILLIS = 10_000;

  private final int port;
  private final Path directory;
  private final List<String> command;
  private LocalProcess process;

  private RedisProcess(int port, Path directory, List<String> command) {
    this.port = port;
    this.directory = directory;
    this.command = command;
    this.process = launch();
  }

  private static String program() {
    try {
      var directory = Files.createTempDirectory("redis-program-").toFile();
      return ExecutableProvider.newJarResourceProvider(directory).get().getPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A server that has every change on its disk before it answers. */
  static RedisProcess server(String... more) {
    var durable = List.of("--appendonly", "yes", "--appendfsync", "always", "--repl-diskless-sync-delay", "0");
    return start("", durable, more);
  }

  /** A sentinel that takes a silent primary for gone after a second. */
  static RedisProcess sentinel(String name, int primary, int quorum) {
    var configuration = """
    sentinel monitor %1$s 127.0.0.1 %2$d %3$d
    sentinel down-after-milliseconds %1$s 1000
    sentinel failover-timeout %1$s 3000
    """.formatted(name, primary, quorum);
    return start(configuration, List.of("--sentinel"));
  }

  private static RedisProcess start(String configuration, List<String> options, String... more) {
    try {
      var port = freePort();
      var directory = Files.createTempDirectory("redis-");
      var file = Files.writeString(directory.resolve("redis.conf"), configuration);
      var command = new ArrayList<>(List.of(PROGRAM, file.toString(), "--port", Integer.toString(port)));
      command.addAll(List.of("--bind", "127.0.0.1", "--save", "", "--dir", directory.toString()));
      command.addAll(options);
      command.addAll(List.of(more));
      return new RedisProcess(port, directory, List.copyOf(command));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Servers of a cluster talk to each other at a port that is higher by 10,000. */
  private static int freePort() throws IOException {
    var port = GatewaySettings.freePort();
    return port <= HIGHEST_PORT ? port : freePort();
  }

  private LocalProcess launch() {
    var launched = LocalProcess.start(directory.getFileName().toString(), command, Map.of());
    Patience.until("Redis answers", this::answers);
    return launched;
  }

  private boolean answers() {
    try {
      return say("PING").startsWith("+PONG");
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  int port() {
    return port;
  }

  /** Ends it without warning. */
  void kill() {
    process.close();
  }

  /** Starts it again where it was. */
  void restart() {
    process = launch();
  }

  /** Lets it hang: connections stay, and nothing answers, until it goes on. */
  void hang() {
    process.signal("STOP");
  }

  /** Ends a {@link #hang}. */
  void goOn() {
    process.signal("CONT");
  }

  /** Sends a command as one would type it; the answer as Redis writes it. */
  String say(String text) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write((text + "\r\nQUIT\r\n").getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
