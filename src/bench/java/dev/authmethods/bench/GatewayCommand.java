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
 * @param words the command; {@code java} is the JDK that the benchmark itself runs on
 */
record GatewayCommand(List<String> words) {
  private static final Path ARGUMENTS = Path.of("target", "gateway", "gateway.args");
  private static final String MEMORY = "-Xmx256m";
  private static final String WITHOUT_CACHE = "-XX:AOTMode=off";

  static GatewayCommand of(String text) {
    return new GatewayCommand(List.of(text.strip().split("\\s+")));
  }

  /** What was built: unpacked with its cache when that is there, otherwise the jar. */
  static GatewayCommand built() {
    return Files.exists(ARGUMENTS)
      ? new GatewayCommand(List.of("java", MEMORY, "@" + ARGUMENTS))
      : new GatewayCommand(List.of("java", MEMORY, "-jar", jar().toString()));
  }

  boolean hasCache() {
    return words.stream().anyMatch(word -> word.contains("-XX:AOTCache=") || isFileWithCache(word));
  }

  GatewayCommand withoutCache() {
    var rest = words.stream().skip(1);
    return new GatewayCommand(Stream.concat(Stream.of(words.getFirst(), WITHOUT_CACHE), rest).toList());
  }

  List<String> with(List<String> settings) {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return Stream.concat(words.stream().map(word -> word.equals("java") ? java : word), settings.stream()).toList();
  }

  @Override
  public String toString() {
    return String.join(" ", words);
  }

  private static boolean isFileWithCache(String word) {
    try {
      return word.startsWith("@") && Files.readString(Path.of(word.substring(1))).contains("AOTCache");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path jar() {
    try (var files = Files.newDirectoryStream(Path.of("target"), "authmethods-gateway-*.jar")) {
      return files.iterator().next();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
