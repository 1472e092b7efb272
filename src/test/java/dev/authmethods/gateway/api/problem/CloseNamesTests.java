package dev.authmethods.gateway.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names that are almost the same are close, the closest first. */
class CloseNamesTests {

  @ParameterizedTest
  @CsvSource(
    delimiter = '|',
    textBlock = """
    abc    | abc xyz               | abc
    abc    | ABC abx               | ABC abx
    acb    | abc                   | abc
    number | numbr numer numbers   | numbers numbr numer
    phone  | phoneMethods telephone| phoneMethods telephone
    pho    | phoneMethods          |
    abc    | xyz                   |
    a      | b bb                  | b
    """
  )
  void areSuggested(String name, String others, String expected) {
    var found = CloseNames.of(name, Arrays.asList(others.split(" ", -1)));
    assertThat(String.join(" ", found.names())).isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void areAtMostFive() {
    var others = IntStream.range(0, 9).mapToObj("name%d"::formatted).toList();
    assertThat(CloseNames.of("name", others).names()).containsExactly("name0", "name1", "name2", "name3", "name4");
  }

  @Test
  void areNotLookedForWhenTheNameIsLong() {
    var name = "n".repeat(65);
    assertThat(CloseNames.of(name, List.of(name)).names()).isEmpty();
  }

  @Test
  void ofTheSchemaAreNotToldWhereItIsNot() {
    assertThat(new CloseNames(false).ofSchema("abc", List.of("abc")).names()).isEmpty();
    assertThat(new CloseNames(true).ofSchema("abc", List.of("abc")).names()).containsExactly("abc");
  }

  @Test
  void ofADocumentAreLookedForAmongTheFirstOnly() {
    var others = IntStream.range(0, 51)
      .mapToObj(number -> number < 50 ? "x".repeat(number + 1) : "meant")
      .toList();
    assertThat(CloseNames.of("maent", others).names()).isEmpty();
    assertThat(CloseNames.of("maent", others.reversed()).names()).containsExactly("meant");
  }
}
