package dev.authmethods.gateway.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The document about requests that do not fit the schema lists every reason, and no other. */
class ReasonsAreDocumentedTests {

  private static final Pattern REASON = Pattern.compile("`([A-Z]+(?:_[A-Z]+)+)`");

  @Test
  void inOneTable() throws IOException {
    var text = Files.readString(Path.of("src/docs/errors.md"));
    var listed = REASON.matcher(text.substring(text.indexOf("## Reasons")))
      .results()
      .map(match -> match.group(1))
      .distinct();
    assertThat(listed).containsExactlyInAnyOrderElementsOf(Arrays.stream(Reason.values()).map(Reason::name).toList());
  }
}
