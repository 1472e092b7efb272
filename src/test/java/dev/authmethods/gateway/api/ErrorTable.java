package dev.authmethods.gateway.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/**
 * Requests and the errors they are answered with, as a file of {@code errors/} lists them: a document, perhaps variables in JSON
 * in a paragraph below, and behind {@code >} each error as one of the {@link ErrorLines}.
 *
 * @param document  that is sent
 * @param variables in JSON
 * @param errors    in their order
 */
record ErrorTable(String document, String variables, List<String> errors) {
  private static final String ERROR = "> ";

  static List<ErrorTable> read(String file) {
    var rows = new ArrayList<ErrorTable>();
    var document = "";
    for (var paragraph : text(file).strip().split("\n\n", -1)) {
      var lines = paragraph.lines().toList();
      var request = lines.getFirst();
      var errors = lines
        .stream()
        .filter(line -> line.startsWith(ERROR))
        .map(line -> line.substring(ERROR.length()))
        .toList();
      var isJson = request.startsWith("{\"") || request.equals("{}");
      document = isJson ? document : request;
      if (!errors.isEmpty()) {
        rows.add(new ErrorTable(document, isJson ? request : "{}", errors));
      }
    }
    return rows;
  }

  private static String text(String file) {
    try {
      return new ClassPathResource("errors/" + file + ".txt").getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return document + " " + variables;
  }
}
