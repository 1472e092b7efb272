package dev.authmethods.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a gateway is started, without its settings.
 *
 * @param words     the command; {@code java} is the JDK that the benchmark itself runs on
 * @param directory where it is started
 */
record GatewayCommand(List<String> words, Path directory) {
  private static final Path HERE = Path.of("").toAbsolutePath();
  private static final Path INSTALLATION = HERE.resolve(Path.of("target", "gateway"));
  private static final String ARGUMENTS = "gateway.args";
  private static final String MEMORY = "-Xmx256m";
  private static final String CACHE = "-XX:AOTCache=";
  private static final String WITHOUT_CACHE = "-XX:AOTMode=off";

  static GatewayCommand of(String text) {
    return new GatewayCommand(List.of(text.strip().split("\\s+")), HERE);
  }

  /** What was built: as it is laid out, with the arguments of its own, when that is there; otherwise the jar. */
  static GatewayCommand built() {
    return Files.exists(INSTALLATION.resolve(ARGUMENTS))
      ? new GatewayCommand(List.of("java", "@" + ARGUMENTS), INSTALLATION)
      : new GatewayCommand(List.of("java", MEMORY, "-jar", jar().toString()), HERE);
  }

  /** The same, started by another command, such as one that keeps it to a core. */
  GatewayCommand by(List<String> starter) {
    return new GatewayCommand(Stream.concat(starter.stream(), words.stream()).toList(), directory);
  }

  boolean hasCache() {
    return words.stream().anyMatch(word -> word.contains(CACHE) || isFileWithCache(word));
  }

  GatewayCommand withoutCache() {
    var rest = words.stream().skip(1);
    return new GatewayCommand(Stream.concat(Stream.of(words.getFirst(), WITHOUT_CACHE), rest).toList(), directory);
  }

  List<String> with(List<String> settings) {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return Stream.concat(words.stream().map(word -> word.equals("java") ? java : word), settings.stream()).toList();
  }

  @Override
  public String toString() {
    return String.join(" ", words);
  }

  private boolean isFileWithCache(String word) {
    try {
      return word.startsWith("@") && Files.readString(directory.resolve(word.substring(1))).contains(CACHE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path jar() {
    try (var files = Files.newDirectoryStream(Path.of("target"), GatewayCommand::isForProduction)) {
      return files.iterator().next();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isForProduction(Path file) {
    var name = file.getFileName().toString();
    return name.endsWith(".jar") && !name.endsWith("-sandbox.jar");
  }
}
