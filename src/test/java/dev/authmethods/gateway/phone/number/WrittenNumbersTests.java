package dev.authmethods.gateway.phone.number;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.phone.number.PhoneNumber.Accepted;
import dev.authmethods.gateway.phone.number.PhoneNumber.Rejected;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every line of {@code phone/written-numbers.tsv}. */
class WrittenNumbersTests {

  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-F]{4})");

  @ParameterizedTest(name = "{2}: {0}")
  @MethodSource("lines")
  void areAnsweredAsTheTableSays(String number, String answer, String kind) {
    assertThat(answerTo(unescaped(number)))
      .as(kind)
      .isEqualTo(answer);
  }

  @Test
  void areSuggestedOnlyInAFormThatIsAccepted() {
    assertThat(lines().map(line -> (String) line.get()[1]))
      .filteredOn(answer -> answer.startsWith("refuse+"))
      .hasSizeGreaterThan(100)
      .allSatisfy(answer -> assertThat(answerTo(answer.substring("refuse+".length()))).isEqualTo("accept"));
  }

  static Stream<Arguments> lines() {
    try (
      var in = new InputStreamReader(
        Objects.requireNonNull(WrittenNumbersTests.class.getResourceAsStream("/phone/written-numbers.tsv")),
        StandardCharsets.UTF_8
      )
    ) {
      return in
        .readAllLines()
        .stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> Arguments.of((Object[]) line.split("\t", -1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String answerTo(String number) {
    return switch (PhoneNumber.read(number)) {
      case Accepted _ -> "accept";
      case Rejected(_, var suggestion, _) -> suggestion == null ? "refuse" : "refuse+" + suggestion;
    };
  }

  private static String unescaped(String text) {
    return ESCAPE.matcher(text).replaceAll(match -> String.valueOf((char) Integer.parseInt(match.group(1), 16)));
  }
}
