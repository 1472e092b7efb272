package dev.authmethods.training;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.tools.ToolProvider;

/**
 * Gathers the classes for the two jars: the gateway with the code that defines its beans, and the gateway with the sandbox.
 *
 * <p>Spring's own Maven goal, {@code process-aot}, would compile that code with the JDK that runs Maven, which may be older than
 * the language of the gateway. Tests do not see this code: it never lies among the gateway's compiled classes.
 */
public final class PackagedClasses {

  private static final String CLASS_PATH = File.pathSeparator + System.getProperty("java.class.path");

  private final Path target;

  private PackagedClasses(Path target) {
    this.target = target;
  }

  /**
   * Replaces what an earlier run gathered.
   *
   * @param args the folder that the build writes to; the group id and the artifact id of the gateway
   */
  public static void main(String[] args) throws Exception {
    var classes = new PackagedClasses(Path.of(args[0]));
    for (var beans : Beans.values()) {
      classes.defineBeans(beans, args[1], args[2]);
    }
    classes.gather(
      "packaged-classes",
      "classes",
      "beans-for-two-ports/resources",
      "beans-for-two-ports/classes",
      "beans/resources",
      "beans/classes"
    );
    classes.gather("gateway-and-sandbox-classes", "classes", "sandbox-classes");
  }

  private void defineBeans(Beans beans, String group, String artifact) throws Exception {
    var folder = target.resolve(beans.folder());
    delete(folder);
    beans.define(folder, group, artifact);
    compile(folder);
  }

  private static void compile(Path beans) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var options = List.of("-proc:none", "-parameters", "-g", "-nowarn", "-Xlint:none");
    var arguments = new ArrayList<>(options);
    arguments.addAll(List.of("--release", Integer.toString(Runtime.version().feature())));
    arguments.addAll(List.of("-d", beans.resolve("classes").toString()));
    // The proxies among the classes were written together with the sources.
    arguments.addAll(List.of("-classpath", beans.resolve("classes") + CLASS_PATH));
    try (var files = Files.walk(beans.resolve("sources"))) {
      files
        .map(Path::toString)
        .filter(name -> name.endsWith(".java"))
        .sorted()
        .forEach(arguments::add);
    }
    if (compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
      throw new IllegalStateException("The code that defines the beans could not be compiled");
    }
  }

  private void gather(String into, String... folders) throws IOException {
    delete(target.resolve(into));
    for (var folder : folders) {
      copy(target.resolve(folder), target.resolve(into));
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (var file : (Iterable<Path>) files::iterator) {
        var copy = to.resolve(from.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(PackagedClasses::deleteFile);
    }
  }

  private static void deleteFile(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
