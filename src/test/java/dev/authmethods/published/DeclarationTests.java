package dev.authmethods.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeclarationTests {

  private static final Change GONE = Change.breaks("A.x", "Int", Change.NOTHING, "");
  private static final Declaration OF_IT = new Declaration(LocalDate.of(2026, 11, 23), "A.x: Int -> nothing", "Why.");

  @Nested
  class IsRead {

    @Test
    void withItsReason() {
      var text = """
      # A comment.

      2026-11-23 A.x: Int -> nothing
        Nobody reads it:
        it was never set.
      # Another comment.
      2026-11-24 I.a: Int = 1 -> Int = 2
        Two is better.
      """;
      assertThat(Declaration.read(text)).containsExactly(
        new Declaration(LocalDate.of(2026, 11, 23), "A.x: Int -> nothing", "Nobody reads it: it was never set."),
        new Declaration(LocalDate.of(2026, 11, 24), "I.a: Int = 1 -> Int = 2", "Two is better.")
      );
    }

    @Test
    void fromNothing() {
      assertThat(Declaration.read("# Nothing is declared.\n")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
      strings = { "2026-11-23 A.x: Int -> nothing", "2026-11-23\n  Why.", "A.x: Int -> nothing\n  Why.", "  Why.\n" }
    )
    void onlyWhenItIsWhole(String text) {
      assertThatIllegalArgumentException().isThrownBy(() -> Declaration.read(text));
    }
  }

  @Nested
  class Covers {

    @Test
    void theBreakThatItNames() {
      var judgement = new Judgement(List.of(GONE), List.of(OF_IT));
      assertThat(judgement.undeclared()).isEmpty();
      assertThat(judgement.declared()).containsExactly(GONE);
      assertThat(judgement.stale()).isEmpty();
    }

    @Test
    void noOtherBreakOfTheSamePlace() {
      var other = Change.breaks("A.x", "Int", "Float", "");
      var judgement = new Judgement(List.of(other), List.of(OF_IT));
      assertThat(judgement.undeclared()).containsExactly(other);
      assertThat(judgement.stale()).containsExactly(OF_IT);
    }

    @Test
    void nothingOnceTheBreakIsGone() {
      assertThat(new Judgement(List.of(), List.of(OF_IT)).stale()).containsExactly(OF_IT);
    }

    @Test
    void nothingThatBreaksNobody() {
      var harmless = Change.harmless("A.x", "Int", Change.NOTHING);
      assertThat(new Judgement(List.of(harmless), List.of(OF_IT)).stale()).containsExactly(OF_IT);
    }
  }
}
