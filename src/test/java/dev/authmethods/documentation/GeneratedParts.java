package dev.authmethods.documentation;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** All that is generated in documents. */
final class GeneratedParts {

  private GeneratedParts() {}

  static List<GeneratedPart> all() throws IOException {
    return Stream.concat(Stream.of(SettingsDocument.part()), ErrorsDocument.parts().stream()).toList();
  }
}
