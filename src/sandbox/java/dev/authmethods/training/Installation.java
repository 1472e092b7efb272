package dev.authmethods.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The gateway as it is laid out to be run: its own jar, the libraries in {@code lib}, arguments for {@code java}, the cache.
 *
 * @param packaged the one jar that holds everything
 * @param directory where all of this is
 * @param arguments the file of arguments, to be copied there
 */
record Installation(Path packaged, Path directory, Path arguments) {
  private static final String READ = "-XX:AOTCache=";
  private static final String WRITE = "-XX:AOTCacheOutput=";

  /** Whether the cache is of this jar, these arguments and this JDK. */
  boolean isTrained() throws IOException {
    return Files.exists(cache()) && Files.exists(note()) && Files.readString(note()).equals(origin());
  }

  void layOut() throws IOException {
    Files.deleteIfExists(cache());
    Files.deleteIfExists(note());
    extract();
    for (var library : libraries()) {
      Signatures.remove(library);
    }
    Files.copy(arguments, directory.resolve(arguments.getFileName()), StandardCopyOption.REPLACE_EXISTING);
  }

  private void extract() throws IOException {
    var command = new ArrayList<>(
      List.of(java(), "-Djarmode=tools", "-jar", packaged.toString(), "extract", "--force")
    );
    command.addAll(List.of("--destination", directory.toString(), "--application-filename", "authmethods-gateway.jar"));
    var extracting = new ProcessBuilder(command).inheritIO().start();
    if (extracting.onExit().join().exitValue() != 0) {
      throw new IllegalStateException("The jar could not be extracted");
    }
  }

  private List<Path> libraries() throws IOException {
    try (var files = Files.list(directory.resolve("lib"))) {
      return files.toList();
    }
  }

  /** The command that starts the gateway as it will be started, but writes the cache when it ends. */
  List<String> recording() throws IOException {
    var command = new ArrayList<>(List.of(java()));
    Files.readAllLines(arguments)
      .stream()
      .filter(line -> !line.startsWith("#"))
      .map(line -> line.replace(READ, WRITE))
      .forEach(command::add);
    return command;
  }

  void remember() throws IOException {
    if (!Files.exists(cache())) {
      throw new IllegalStateException("The JDK has written no cache");
    }
    Files.writeString(note(), origin());
  }

  private Path cache() {
    return directory.resolve("gateway.aot");
  }

  private Path note() {
    return directory.resolve("gateway.aot.origin");
  }

  private String origin() throws IOException {
    return String.join("\n", sha256(packaged), sha256(arguments), Runtime.version().toString(), java());
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static String sha256(Path file) throws IOException {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
