package dev.authmethods.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationTests {

  private static final String PUBLISHED = "type Query { x: Int y: Int }";
  private static final String WITHOUT_Y = "type Query { x: Int z: Int }";
  private static final String DECLARED = "2026-11-23 Query.y: Int -> nothing\n  Nobody reads it.\n";

  @TempDir
  Path folder;

  @BeforeEach
  void publishOnce() throws IOException {
    write("schema.sdl", PUBLISHED);
    write("breaks.txt", "");
  }

  @Test
  void refusesABreakThatIsNotDeclared() throws IOException {
    assertThatIllegalStateException()
      .isThrownBy(() -> publication().publish(Schemas.read(WITHOUT_Y)))
      .withMessageContaining("Query.y: Int -> nothing");
    assertThat(read("schema.sdl")).isEqualTo(PUBLISHED);
  }

  @Test
  void takesWhatIsDeclaredAndEmptiesTheDeclarations() throws IOException {
    write("breaks.txt", DECLARED);
    publication().publish(Schemas.read(WITHOUT_Y));
    var judgement = publication().judge(Schemas.read(WITHOUT_Y));
    assertThat(judgement.changes()).isEmpty();
    assertThat(judgement.declarations()).isEmpty();
  }

  @Test
  void takesAdditions() throws IOException {
    publication().publish(Schemas.read(PUBLISHED.replace("}", "z: Int }")));
    assertThat(publication().judge(Schemas.read(PUBLISHED)).undeclared())
      .extracting(Change::coordinate)
      .containsExactly("Query.z");
  }

  @Test
  void writesTheDirectivesOfTheSchemaAndNoneOfTheEngine() throws IOException {
    publication().publish(Schemas.read(PUBLISHED + " directive @own on OBJECT"));
    assertThat(read("schema.sdl")).contains("directive @own").doesNotContain("directive @skip");
  }

  @Test
  void judgesByTheDeclarations() throws IOException {
    write("breaks.txt", DECLARED);
    assertThat(publication().judge(Schemas.read(WITHOUT_Y)).undeclared()).isEmpty();
    assertThat(publication().judge(Schemas.read(PUBLISHED)).stale()).hasSize(1);
  }

  private Publication publication() {
    return new Publication(folder);
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  private String read(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }
}
