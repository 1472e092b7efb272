package dev.authmethods.gateway.entra.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Whatever number the log may name, operators find it in the document with the same hint. */
class SignInProblemsAreDocumentedTests {

  private static final Path DOCUMENT = Path.of("src/docs/operating.md");

  @Test
  void byNumberWithTheHintOfTheLog() throws IOException {
    var lines = Files.readAllLines(DOCUMENT);
    for (var error : AadstsError.values()) {
      assertThat(lines)
        .as(error.name())
        .anySatisfy(line ->
          assertThat(line)
            .matches("\\| " + error.number() + " +\\|.*")
            .contains("| " + error.hint())
        );
    }
  }
}
