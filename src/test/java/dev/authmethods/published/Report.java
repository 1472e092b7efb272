package dev.authmethods.published;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A judgement for people: a line for each change, what breaks clients first, and how to declare it. */
final class Report {

  private final Judgement judgement;
  private final LocalDate today;

  private Report(Judgement judgement, LocalDate today) {
    this.judgement = judgement;
    this.today = today;
  }

  static String of(Judgement judgement, LocalDate today) {
    return new Report(judgement, today).text();
  }

  private String text() {
    return Stream.of(
      list("Breaks clients of the published schema", judgement.undeclared(), Report::line),
      list(howToDeclare(), judgement.undeclared(), this::declaration),
      list(
        "Declared in " + Publication.DECLARATIONS + ", and no break (any more): take it out",
        judgement.stale(),
        Report::line
      ),
      list("Breaks clients, and is declared", judgement.declared(), Report::line),
      list("Clients may notice", judgement.of(Effect.NOTICED), Report::line),
      list("Harmless", judgement.of(Effect.HARMLESS), Report::line)
    ).collect(Collectors.joining());
  }

  private static String howToDeclare() {
    return """
    What is meant is declared in %s, until the next publication (mvn test -Dtest=PublishSchema):
    one of these lines, and indented below it why, and what clients do instead""".formatted(Publication.DECLARATIONS);
  }

  private static <T> String list(String heading, List<T> things, Function<T, String> line) {
    return things.isEmpty()
      ? ""
      : things
          .stream()
          .map(line)
          .collect(Collectors.joining("\n  ", "\n" + heading + ":\n  ", "\n"));
  }

  private static String line(Change change) {
    return change.why().isEmpty() ? change.name() : "%s (%s)".formatted(change.name(), change.why());
  }

  private static String line(Declaration declaration) {
    return "%s %s".formatted(declaration.since(), declaration.change());
  }

  private String declaration(Change change) {
    return "%s %s".formatted(today, change.name());
  }
}
