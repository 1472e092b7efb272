import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import com.google.cloud.tools.jib.api.buildplan.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Builds the OCI image of the gateway, from scratch and without a container engine: the installation, the JDK that made its AOT
 * cache, the C library that this JDK is linked with, and nothing else, so no shell either. It has no base image: the cache works with
 * its own JDK only, and what else a base would bring is the C library.
 *
 * <p>The same installation and JDK give the same digest: every time stamp is fixed.
 */
final class BuildImage {

  private static final Path JDK = Path.of(System.getProperty("java.home")).toAbsolutePath();
  private static final String JAVA = "/java";
  private static final String GATEWAY = "/gateway";
  /** A number, so that Kubernetes can see that it is not root's; the one that distroless images use. */
  private static final String USER = "65532:65532";

  /** What a server needs of a JDK: no tools, no desktop, no debugger, no source. */
  private static final List<String> PARTS_OF_JDK = List.of(
    "NOTICE",
    "bin/java",
    "conf",
    "legal",
    "lib/jvm.cfg",
    "lib/modules",
    "lib/security",
    "lib/server/libjvm.so",
    "lib/tzdb.dat",
    "release"
  );
  private static final List<String> NATIVE_LIBRARIES = List.of(
    "extnet",
    "java",
    "jimage",
    "jli",
    "jsvml",
    "management",
    "management_ext",
    "net",
    "nio",
    "simdsort",
    "syslookup",
    "verify",
    "zip"
  );
  private static final Pattern LINKED = Pattern.compile("(/\\S+) \\(0x");

  private final Path installation;
  private final Path files;
  private final Instant created;

  private BuildImage(Path installation, Path files, Instant created) {
    this.installation = installation;
    this.files = files;
    this.created = created;
  }

  /**
   * Builds it and prints its digest.
   *
   * @param args the installation; the archive to write, beside which a folder for work is made; the version; the time of the release
   */
  public static void main(String[] args) throws Exception {
    var archive = Path.of(args[1]);
    var work = Files.createDirectories(Path.of(archive + ".work"));
    new BuildImage(Path.of(args[0]), work, Instant.parse(args[3])).build(archive, args[2]);
  }

  private void build(Path archive, String version) throws Exception {
    var image = Jib.fromScratch()
      .setFormat(ImageFormat.OCI)
      .setPlatforms(Set.of(new Platform(architecture(), "linux")))
      .addFileEntriesLayer(runtime())
      .addFileEntriesLayer(libraries())
      .addFileEntriesLayer(gateway())
      .setUser(USER)
      .setWorkingDirectory(AbsoluteUnixPath.get(GATEWAY))
      .setEntrypoint(JAVA + "/bin/java", "@gateway.args")
      .setExposedPorts(Set.of(Port.tcp(8080)))
      .setCreationTime(created)
      .setLabels(labels(version));
    var output = TarImage.at(archive).named("authmethods-gateway:" + version.toLowerCase(java.util.Locale.ROOT));
    var built = image.containerize(
      Containerizer.to(output)
        .setOfflineMode(true)
        .setApplicationLayersCache(files.resolve("layers"))
        .setBaseImageLayersCache(files.resolve("base"))
    );
    Files.writeString(Path.of(archive + ".digest"), built.getDigest() + "\n");
    System.out.printf("%s: %s, %,d bytes, user %s%n", archive, built.getDigest(), Files.size(archive), USER);
  }

  private static Map<String, String> labels(String version) {
    return Map.of(
      "org.opencontainers.image.title",
      "authmethods-gateway",
      "org.opencontainers.image.description",
      "A GraphQL gateway over the authentication methods of Microsoft Entra users",
      "org.opencontainers.image.version",
      version,
      "org.opencontainers.image.licenses",
      "Apache-2.0"
    );
  }

  private static String architecture() {
    var name = System.getProperty("os.arch");
    return name.equals("aarch64") ? "arm64" : name;
  }

  private FileEntriesLayer runtime() throws Exception {
    var layer = FileEntriesLayer.builder().setName("runtime");
    for (var part : PARTS_OF_JDK) {
      add(layer, JDK.resolve(part), JAVA + "/" + part);
    }
    for (var library : NATIVE_LIBRARIES) {
      var part = "lib/lib" + library + ".so";
      if (Files.exists(JDK.resolve(part))) {
        add(layer, JDK.resolve(part), JAVA + "/" + part);
      }
    }
    var linked = linked();
    for (var library : linked) {
      // The loader is a program to the kernel.
      layer.addEntry(library.toRealPath(), at(library.toString()), FilePermissions.fromOctalString("755"), created);
    }
    for (var scanned : forScanners(linked).entrySet()) {
      layer.addEntry(scanned.getValue(), at(scanned.getKey()), FilePermissions.DEFAULT_FILE_PERMISSIONS, created);
    }
    var temporary = Files.createDirectories(files.resolve("tmp"));
    layer.addEntry(temporary, at("/tmp"), FilePermissions.fromOctalString("777"), created);
    text(layer, "/etc/passwd", "gateway:x:65532:65532::/gateway:/none\n");
    text(layer, "/etc/group", "gateway:x:65532:\n");
    text(layer, "/etc/nsswitch.conf", "passwd: files\ngroup: files\nhosts: files dns\n");
    return layer.build();
  }

  /** The libraries that the JVM is linked with and that are not of the JDK: the C library and its loader. */
  private static Set<Path> linked() throws Exception {
    var names = Stream.concat(
      Stream.of("bin/java", "lib/server/libjvm.so"),
      NATIVE_LIBRARIES.stream().map("lib/lib%s.so"::formatted)
    );
    var command = new ArrayList<>(List.of("ldd"));
    names.map(JDK::resolve).filter(Files::exists).map(Path::toString).forEach(command::add);
    var found = new TreeSet<Path>();
    LINKED.matcher(output(command))
      .results()
      .map(library -> Path.of(library.group(1)))
      .filter(library -> !library.normalize().startsWith(JDK))
      .forEach(found::add);
    return found;
  }

  /** Where Debian tells which packages the libraries are of, the image tells it too, so that scanners find their vulnerabilities. */
  private Map<String, Path> forScanners(Set<Path> libraries) throws Exception {
    if (!Files.exists(Path.of("/var/lib/dpkg/status"))) {
      return Map.of();
    }
    var packages = new TreeSet<String>();
    for (var library : libraries) {
      output(List.of("dpkg-query", "--search", library.toString()))
        .lines()
        .map(line -> line.split(":", 2)[0])
        .forEach(packages::add);
    }
    var told = new java.util.TreeMap<String, Path>();
    told.put("/etc/os-release", Path.of("/etc/os-release").toRealPath());
    for (var name : packages) {
      var status = files.resolve(name);
      Files.writeString(status, output(List.of("dpkg-query", "--status", name)));
      told.put("/var/lib/dpkg/status.d/" + name, status);
    }
    return told;
  }

  private static String output(List<String> command) throws Exception {
    var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    var output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }

  /** They change less often than the gateway, so that a new version of it brings none of them again. */
  private FileEntriesLayer libraries() throws IOException {
    var layer = FileEntriesLayer.builder().setName("libraries");
    add(layer, installation.resolve("lib"), GATEWAY + "/lib");
    return layer.build();
  }

  private FileEntriesLayer gateway() throws IOException {
    var layer = FileEntriesLayer.builder().setName("gateway");
    for (var file : List.of("authmethods-gateway.jar", "gateway.args", "gateway.aot")) {
      add(layer, installation.resolve(file), GATEWAY + "/" + file);
    }
    return layer.build();
  }

  private void text(FileEntriesLayer.Builder layer, String path, String text) throws IOException {
    var file = files.resolve(Path.of(path).getFileName());
    Files.writeString(file, text);
    layer.addEntry(file, at(path), FilePermissions.DEFAULT_FILE_PERMISSIONS, created);
  }

  /** Adds a file, or a folder with all that is in it; what a symbolic link points to takes the place of the link. */
  private void add(FileEntriesLayer.Builder layer, Path source, String path) throws IOException {
    if (!Files.isDirectory(source)) {
      layer.addEntry(source.toRealPath(), at(path), permissions(source), time(source));
      return;
    }
    layer.addEntry(source.toRealPath(), at(path), FilePermissions.DEFAULT_FOLDER_PERMISSIONS, created);
    try (var children = Files.list(source)) {
      for (var child : children.sorted().toList()) {
        add(layer, child, path + "/" + child.getFileName());
      }
    }
  }

  private static FilePermissions permissions(Path source) {
    return source.endsWith(Path.of("bin", "java"))
      ? FilePermissions.fromOctalString("755")
      : FilePermissions.DEFAULT_FILE_PERMISSIONS;
  }

  /** The cache knows the jars by their times. */
  private Instant time(Path source) throws IOException {
    return source.toString().endsWith(".jar") ? Files.getLastModifiedTime(source).toInstant() : created;
  }

  private static AbsoluteUnixPath at(String path) {
    return AbsoluteUnixPath.get(path);
  }
}
