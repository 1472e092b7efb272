package dev.authmethods.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes down which JDK and which class path Maven has chosen, so that a script can start others with them. */
final class LaunchFile {

  private LaunchFile() {}

  /** Writes the files {@code java} and {@code classpath} into a folder. */
  public static void main(String[] args) throws IOException {
    var folder = Files.createDirectories(Path.of(args[0]));
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var classPath = System.getProperty("java.class.path");
    Files.writeString(folder.resolve("java"), java + "\n");
    Files.writeString(folder.resolve("classpath"), "-classpath \"" + classPath.replace("\\", "\\\\") + "\"\n");
  }
}
