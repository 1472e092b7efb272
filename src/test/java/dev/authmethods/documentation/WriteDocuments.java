package dev.authmethods.documentation;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Writes what is generated in documents, by {@code mvn test -Dtest=WriteDocuments} alone: no build runs it by itself. */
class WriteDocuments {

  @Test
  void writesTheGeneratedParts() throws IOException {
    for (var part : GeneratedParts.all()) {
      part.write();
    }
  }
}
