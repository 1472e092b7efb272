package dev.authmethods.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @Test
  void tellsWhatBreaksAndHowToDeclareIt() {
    var changes = List.of(
      Change.breaks("A.x", "Int", Change.NOTHING, "documents that select it are refused"),
      Change.breaks("A.z", "Int!", "Int", "clients may read what they are not ready for"),
      Change.noticed("E.X", Change.NOTHING, "value", "clients may read a value that they do not know"),
      Change.harmless("A.y", Change.NOTHING, "Int")
    );
    var declared = List.of(
      new Declaration(TODAY, "A.z: Int! -> Int", "Why."),
      new Declaration(TODAY, "B: type -> nothing", "Why.")
    );
    assertThat(Report.of(new Judgement(changes, declared), TODAY)).isEqualTo(
      """

      Breaks clients of the published schema:
        A.x: Int -> nothing (documents that select it are refused)

      What is meant is declared in src/published/breaks.txt, until the next publication (mvn test -Dtest=PublishSchema):
      one of these lines, and indented below it why, and what clients do instead:
        2026-11-23 A.x: Int -> nothing

      Declared in src/published/breaks.txt, and no break (any more): take it out:
        2026-11-23 B: type -> nothing

      Breaks clients, and is declared:
        A.z: Int! -> Int (clients may read what they are not ready for)

      Clients may notice:
        E.X: nothing -> value (clients may read a value that they do not know)

      Harmless:
        A.y: nothing -> Int
      """
    );
  }

  @Test
  void saysNothingOfNothing() {
    assertThat(Report.of(new Judgement(List.of(), List.of()), TODAY)).isEmpty();
  }

  /** Otherwise whoever copies the line would be told that it is stale. */
  @Test
  void offersALineThatIsADeclaration() {
    var change = Change.breaks("I.a@Size", "(min: 0, max: 9)", "(min: 0, max: 8)", "input that was right is refused");
    var line = Report.of(new Judgement(List.of(change), List.of()), TODAY)
      .lines()
      .filter(text -> text.strip().startsWith(TODAY.toString()))
      .findFirst()
      .orElseThrow();
    assertThat(Declaration.read(line.strip() + "\n  Why.")).allMatch(declaration -> declaration.isAbout(change));
  }
}
