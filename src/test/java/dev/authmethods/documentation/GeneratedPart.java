package dev.authmethods.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The generated part of a document. People write what stands before and after it.
 *
 * @param document the Markdown file
 * @param name     what the comments around the part call it
 * @param text     what has to stand there
 */
record GeneratedPart(Path document, String name, String text) {
  boolean isUpToDate() throws IOException {
    return Files.readString(document).equals(updated());
  }

  void write() throws IOException {
    Files.writeString(document, updated());
  }

  private String updated() throws IOException {
    var before = Files.readString(document);
    var begin = "<!-- generated: " + name + " -->\n";
    var end = "<!-- end of what is generated: " + name + " -->\n";
    var from = before.indexOf(begin);
    var to = before.indexOf(end);
    if (from < 0 || to < from) {
      throw new IllegalStateException("%s has no place for the generated part %s".formatted(document, name));
    }
    return before.substring(0, from + begin.length()) + "\n" + text + "\n" + before.substring(to);
  }
}
