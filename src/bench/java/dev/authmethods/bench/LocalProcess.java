package dev.authmethods.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A program beside the gateways, in a process of its own, which ends with this one. */
final class LocalProcess implements AutoCloseable {

  private static final Path LOGS = Path.of("target", "bench");

  private final Process process;
  private final Thread atTheEnd;

  private LocalProcess(Process process) {
    this.process = process;
    this.atTheEnd = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(atTheEnd);
  }

  /** Starts it; what it says goes to a log with this name. */
  static LocalProcess start(String name, List<String> command, Map<String, String> environment) {
    try {
      var log = Files.createDirectories(LOGS).resolve(name + ".log");
      var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
      builder.environment().putAll(environment);
      return new LocalProcess(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Sends a signal, such as {@code STOP}. */
  void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ends it without warning, and waits until it has ended. */
  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
    try {
      Runtime.getRuntime().removeShutdownHook(atTheEnd);
    } catch (IllegalStateException _) {
      // This one ends already.
    }
  }
}
