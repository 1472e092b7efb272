package dev.authmethods.published;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.execution.GraphQlSource;

/** What was published is kept until a break is declared; what has changed since stands in {@code target/schema-changes.txt}. */
class PublishedSchemaTests {

  private static final Path REPORT = Path.of("target/schema-changes.txt");

  @Test
  void isKeptUntilABreakIsDeclared() throws IOException {
    var judgement = Publication.ofTheProject().judge(Schemas.current());
    var report = Report.of(judgement, Publication.today());
    Files.writeString(REPORT, report);
    assertThat(judgement.undeclared())
      .withFailMessage(() -> report)
      .isEmpty();
    assertThat(judgement.stale())
      .withFailMessage(() -> report)
      .isEmpty();
  }

  @Test
  void canBeReadAgain() throws IOException {
    var current = Schemas.current();
    assertThat(SchemaChanges.between(current, Schemas.read(Schemas.print(current)))).isEmpty();
  }

  @Nested
  @GatewayTest
  class Served {

    @Test
    void isTheSchemaThatIsCompared(Gateway gateway) throws IOException {
      var served = gateway.bean(GraphQlSource.class).schema();
      assertThat(SchemaChanges.between(Schemas.current(), served)).isEmpty();
    }
  }
}
