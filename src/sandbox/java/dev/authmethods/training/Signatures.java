package dev.authmethods.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * Removes the signatures from the libraries of the build: the JDK keeps no class of a signed jar in its cache, and
 * checks each of them when it loads it. The build has packaged these libraries, and that is enough to trust them.
 */
final class Signatures {

  private static final String OF_SIGNATURES = "/META-INF/*.{SF,RSA,DSA,EC}";

  private Signatures() {}

  /** The times of the jar and its manifest stay, so that the same build gives the same files. */
  static void remove(Path jar) throws IOException {
    var time = Files.getLastModifiedTime(jar);
    try (var content = FileSystems.newFileSystem(jar)) {
      var signatures = signatures(content);
      if (!signatures.isEmpty()) {
        removeDigests(content.getPath(JarFile.MANIFEST_NAME));
        signatures.forEach(Signatures::delete);
      }
    }
    Files.setLastModifiedTime(jar, time);
  }

  private static List<Path> signatures(FileSystem jar) throws IOException {
    var directory = jar.getPath("/META-INF");
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    var matcher = jar.getPathMatcher("glob:" + OF_SIGNATURES);
    try (var files = Files.list(directory)) {
      return files.filter(matcher::matches).toList();
    }
  }

  /** The manifest holds the digests of single entries. */
  private static void removeDigests(Path file) throws IOException {
    var time = Files.getLastModifiedTime(file);
    Manifest manifest;
    try (var content = Files.newInputStream(file)) {
      manifest = new Manifest(content);
    }
    manifest.getEntries().clear();
    try (var content = Files.newOutputStream(file)) {
      manifest.write(content);
    }
    Files.setLastModifiedTime(file, time);
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
