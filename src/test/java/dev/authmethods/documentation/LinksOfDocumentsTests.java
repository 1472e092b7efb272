package dev.authmethods.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Links between documents lead to a file that is there, and to a heading in it. */
class LinksOfDocumentsTests {

  private static final Pattern LINK = Pattern.compile("]\\((?!https?:|mailto:)([^)#\\s]*)(?:#([^)\\s]*))?\\)");

  static Stream<Path> documents() throws IOException {
    var folders = List.of(Path.of("src/docs"), Path.of(".github"), Path.of("playground/client"));
    var found = Stream.of(Path.of("README.md"), Path.of("playground/README.md"));
    for (var folder : folders) {
      try (var files = Files.list(folder)) {
        found = Stream.concat(
          found,
          files
            .filter(file -> file.toString().endsWith(".md"))
            .toList()
            .stream()
        );
      }
    }
    return found;
  }

  @ParameterizedTest
  @MethodSource("documents")
  void leadSomewhere(Path document) throws IOException {
    for (var link : LINK.matcher(Files.readString(document)).results().toList()) {
      var target = link.group(1).isEmpty() ? document : document.resolveSibling(link.group(1)).normalize();
      assertThat(target).as("%s in %s", link.group(), document).exists();
      if (link.group(2) != null) {
        assertThat(headings(target)).as("%s in %s", link.group(), document).contains(link.group(2));
      }
    }
  }

  /** As GitHub names them. */
  private static List<String> headings(Path document) throws IOException {
    return Files.readAllLines(document)
      .stream()
      .filter(line -> line.startsWith("#"))
      .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
      .map(line -> line.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
      .toList();
  }
}
