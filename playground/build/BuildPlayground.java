import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Builds and checks the playground from Maven when Node.js is there; without it, the gateway is built with a page that stands in.
 *
 * Run from the folder of the pom: {@code java playground/build/BuildPlayground.java bundle} or {@code … check}. Does nothing when
 * nothing has changed since it last succeeded. {@code -DskipTests=true} leaves out the checks.
 */
final class BuildPlayground {

  private static final boolean WINDOWS = File.separatorChar == '\\';
  private static final Path PLAYGROUND = Path.of("playground");
  private static final Path PAGE = Path.of("target/classes/playground/index.html");
  /** Not the page: the one that stands in for a missing build must not pass for one. */
  private static final Path BUILT = Path.of("target/playground/built");
  private static final Path CHECKED = Path.of("target/playground/checked");
  private static final List<String> SOURCES = List.of(
    "playground/src",
    "playground/examples",
    "playground/public",
    "playground/build",
    "playground/client",
    "playground/index.html",
    "playground/desk.html",
    "playground/redirect.html",
    "playground/vite.config.ts",
    "playground/package-lock.json",
    "schema"
  );
  private static final Set<Path> NO_SOURCES = Set.of(
    Path.of("target"),
    Path.of(".git"),
    Path.of("playground/node_modules"),
    Path.of("playground/client/generated")
  );

  private BuildPlayground() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    switch (args[0]) {
      case "bundle" -> bundle();
      case "check" -> check();
      default -> throw new IllegalArgumentException("Neither bundle nor check: " + args[0]);
    }
  }

  private static void bundle() throws IOException, InterruptedException {
    if (!isNodeUsable()) {
      standIn();
      return;
    }
    if (Files.exists(PAGE) && isUpToDate(BUILT, SOURCES)) {
      return;
    }
    install();
    npm("run", "--silent", "build");
    touch(BUILT);
  }

  private static void check() throws IOException, InterruptedException {
    if (Boolean.getBoolean("skipTests") || !isNodeUsable() || isUpToDate(CHECKED, List.of("."))) {
      return;
    }
    install();
    npm("run", "--silent", "check");
    touch(CHECKED);
  }

  private static void standIn() throws IOException {
    if (Files.exists(PAGE)) {
      return;
    }
    Files.createDirectories(PAGE.getParent());
    Files.copy(PLAYGROUND.resolve("without-node.html"), PAGE);
    System.out.println("[WARNING] The playground was not built: it needs Node.js 20 or later, with npm, on the PATH.");
  }

  private static boolean isNodeUsable() throws IOException, InterruptedException {
    if (!isOnPath(WINDOWS ? "node.exe" : "node") || !isOnPath(WINDOWS ? "npm.cmd" : "npm")) {
      return false;
    }
    var asking = List.of("node", "-e", "process.exit(Number(process.versions.node.split('.')[0]) < 20 ? 1 : 0)");
    return new ProcessBuilder(asking).inheritIO().start().waitFor() == 0;
  }

  private static boolean isOnPath(String command) {
    var path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    return Stream.of(path.split(File.pathSeparator))
      .filter(folder -> !folder.isBlank())
      .anyMatch(folder -> Files.isRegularFile(Path.of(folder, command)));
  }

  private static void install() throws IOException, InterruptedException {
    var installed = PLAYGROUND.resolve("node_modules/.package-lock.json");
    if (!isUpToDate(installed, List.of("playground/package-lock.json"))) {
      npm("ci");
    }
  }

  /** Shows the output when the command fails. On Windows npm is a script, which only the shell starts. */
  private static void npm(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(WINDOWS ? List.of("cmd", "/c", "npm") : List.of("npm"));
    command.add("--loglevel=error");
    command.addAll(List.of(arguments));
    var running = new ProcessBuilder(command).directory(PLAYGROUND.toFile()).redirectErrorStream(true).start();
    running.getOutputStream().close();
    var printed = new String(running.getInputStream().readAllBytes(), System.getProperty("native.encoding"));
    if (running.waitFor() != 0) {
      System.err.println(String.join(" ", command) + " failed:\n" + printed);
      System.exit(1);
    }
  }

  private static boolean isUpToDate(Path result, List<String> sources) throws IOException {
    if (!Files.exists(result)) {
      return false;
    }
    var made = Files.getLastModifiedTime(result);
    for (var source : sources) {
      if (!isOlder(Path.of(source).normalize(), made)) {
        return false;
      }
    }
    return true;
  }

  /** Whether no file in the folder was changed later; a file that is gone changes its folder. */
  private static boolean isOlder(Path source, FileTime time) throws IOException {
    if (NO_SOURCES.contains(source)) {
      return true;
    }
    if (Files.getLastModifiedTime(source, LinkOption.NOFOLLOW_LINKS).compareTo(time) > 0 && isSource(source)) {
      return false;
    }
    if (!Files.isDirectory(source, LinkOption.NOFOLLOW_LINKS)) {
      return true;
    }
    try (var children = Files.list(source)) {
      return children.allMatch(child -> {
        try {
          return isOlder(child.normalize(), time);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      });
    }
  }

  /** The folder of the project and those that hold what is generated change with every build. */
  private static boolean isSource(Path path) {
    return (
      !path.equals(Path.of("")) &&
      !path.equals(PLAYGROUND) &&
      NO_SOURCES.stream().noneMatch(generated -> path.equals(generated.getParent()))
    );
  }

  private static void touch(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
  }
}
