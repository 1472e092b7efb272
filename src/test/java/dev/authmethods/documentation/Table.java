package dev.authmethods.documentation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table in Markdown, its columns padded as the formatter of this repository pads them. */
final class Table {

  private final List<List<String>> rows = new ArrayList<>();

  Table(String... head) {
    row(head);
  }

  Table row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  @Override
  public String toString() {
    var widths = IntStream.range(0, rows.getFirst().size())
      .map(column ->
        rows
          .stream()
          .mapToInt(row -> row.get(column).length())
          .max()
          .orElse(0)
      )
      .toArray();
    var lines = new ArrayList<>(
      rows
        .stream()
        .map(row -> line(row, widths, " "))
        .toList()
    );
    lines.add(
      1,
      line(
        rows
          .getFirst()
          .stream()
          .map(cell -> "")
          .toList(),
        widths,
        "-"
      )
    );
    return String.join("\n", lines) + "\n";
  }

  private static String line(List<String> row, int[] widths, String padding) {
    return IntStream.range(0, widths.length)
      .mapToObj(column -> row.get(column) + padding.repeat(widths[column] - row.get(column).length()))
      .collect(Collectors.joining(" | ", "| ", " |"));
  }
}
