package dev.authmethods.gateway.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.error.OutcomeUnknownError;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParsedTests {

  private static final ExpectedError FIRST = new OutcomeUnknownError(List.of("first"), null);
  private static final ExpectedError SECOND = new OutcomeUnknownError(List.of("second"), null);

  @Test
  void aValueHasNoErrors() {
    assertThat(Parsed.valid("a").errors()).isEmpty();
  }

  @Test
  void withoutAValueThereAreErrors() {
    assertThat(Parsed.invalid(FIRST).errors()).containsExactly(FIRST);
  }

  @Test
  void twoValuesBecomeOne() {
    assertThat(Parsed.valid("a").and(Parsed.valid("b"), String::concat)).isEqualTo(Parsed.valid("ab"));
  }

  @Test
  void theErrorsOfBothAreTold() {
    var both = Parsed.<String>invalid(FIRST).and(Parsed.<String>invalid(SECOND), String::concat);
    assertThat(both.errors()).containsExactly(FIRST, SECOND);
  }

  @Test
  void oneErrorIsEnoughToHaveNoValue() {
    assertThat(Parsed.valid("a").and(Parsed.<String>invalid(SECOND), String::concat)).isEqualTo(Parsed.invalid(SECOND));
    assertThat(Parsed.<String>invalid(FIRST).and(Parsed.valid("b"), String::concat)).isEqualTo(Parsed.invalid(FIRST));
  }

  @Test
  void onlyAValueIsTranslated() {
    assertThat(Parsed.valid("a").map(String::length)).isEqualTo(Parsed.valid(1));
    assertThat(Parsed.<String>invalid(FIRST).map(String::length)).isEqualTo(Parsed.invalid(FIRST));
  }
}
