package dev.authmethods.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A gateway in a process of its own, which ends with this one. */
final class GatewayProcess implements AutoCloseable {

  private static final Path LOGS = Path.of("target", "bench");
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Pattern IN_USE = Pattern.compile("\\bused (\\d+)K");
  private static final long LOOK_UP_MILLIS = 5;
  private static final long STOP_SECONDS = 30;

  private final Process process;
  private final Path log;
  private final Thread atTheEnd;
  private final long startedAt;

  private GatewayProcess(Process process, Path log, long startedAt) {
    this.process = process;
    this.log = log;
    this.startedAt = startedAt;
    this.atTheEnd = new Thread(this::stop);
  }

  static GatewayProcess start(List<String> command, Path directory) {
    return start(command, directory, "gateway");
  }

  /** With a name for its log, where several run at the same time. */
  static GatewayProcess start(List<String> command, Path directory, String name) {
    try {
      var log = Files.createDirectories(LOGS).resolve(name + ".log");
      var builder = new ProcessBuilder(command)
        .directory(directory.toFile())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile());
      var startedAt = System.nanoTime();
      return new GatewayProcess(builder.start(), log, startedAt).endingWithThisOne();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private GatewayProcess endingWithThisOne() {
    try {
      Runtime.getRuntime().addShutdownHook(atTheEnd);
      return this;
    } catch (IllegalStateException e) {
      // This one is about to end already.
      kill();
      throw e;
    }
  }

  /** How long it took from its start until it answered; waits for that. */
  Duration untilItAnswers(InetSocketAddress address, byte[] request) throws InterruptedException {
    while (!answers(address, request)) {
      if (!process.isAlive() || sinceStart().compareTo(PATIENCE) > 0) {
        throw new IllegalStateException("The gateway does not answer. " + log + " has more.");
      }
      Thread.sleep(LOOK_UP_MILLIS);
    }
    return sinceStart();
  }

  /** Its resident memory in bytes, where the system tells. */
  OptionalLong residentMemory() {
    try (var lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
      return lines
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> 1_024 * Long.parseLong(line.replaceAll("[^0-9]", "")))
        .findFirst();
    } catch (IOException _) {
      return OptionalLong.empty();
    }
  }

  /** The time of CPU that it has taken since its start, its collector's and its compiler's included; to 10 ms on Linux. */
  Duration cpuTime() {
    return process.info().totalCpuDuration().orElseThrow();
  }

  /** What of its heap is in use, in bytes, after it has collected all garbage. */
  long heapInUse() {
    ask("GC.run");
    return IN_USE.matcher(ask("GC.heap_info").replaceAll("(?m)^ *(Metaspace|class space).*$", ""))
      .results()
      .mapToLong(part -> 1_024 * Long.parseLong(part.group(1)))
      .sum();
  }

  private String ask(String command) {
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    try {
      var asked = new ProcessBuilder(jcmd, String.valueOf(process.pid()), command).redirectErrorStream(true).start();
      return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Duration sinceStart() {
    return Duration.ofNanos(System.nanoTime() - startedAt);
  }

  private static boolean answers(InetSocketAddress address, byte[] request) {
    try {
      return Exchange.of(address, request).status() == 200;
    } catch (IOException _) {
      return false;
    }
  }

  private void stop() {
    try {
      process.destroy();
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException _) {
      kill();
    }
  }

  /** Ends it without warning. */
  void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /** Whether it runs. */
  boolean isAlive() {
    return process.isAlive();
  }

  /** Asks it to end and waits until it has. */
  @Override
  public void close() {
    stop();
    Runtime.getRuntime().removeShutdownHook(atTheEnd);
  }
}
