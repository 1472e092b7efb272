package dev.authmethods.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Documents say what the schema, the messages and the settings say today. */
class DocumentsAreUpToDateTests {

  @Test
  void generatedPartsAreWhatTheSchemaAndTheSettingsSay() throws IOException {
    for (var part : GeneratedParts.all()) {
      assertThat(part.isUpToDate())
        .as("%s is stale (%s). Write it again: mvn test -Dtest=WriteDocuments", part.document(), part.name())
        .isTrue();
    }
  }
}
