package dev.authmethods.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the figures were measured on. */
final class Machine {

  private Machine() {}

  static String description() {
    return "%s, %d cores, %s; JDK %s (%s)".formatted(
      processor(),
      Runtime.getRuntime().availableProcessors(),
      System.getProperty("os.name") + " " + System.getProperty("os.version"),
      Runtime.version(),
      System.getProperty("java.vendor")
    );
  }

  private static String processor() {
    try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.replaceFirst("[^:]*:\\s*", ""))
        .findFirst()
        .orElse(System.getProperty("os.arch"));
    } catch (IOException _) {
      return System.getProperty("os.arch");
    }
  }
}
