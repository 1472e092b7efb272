package dev.authmethods.gateway.access.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A token has one spelling, however many decoders would take. */
class CompactJwsTests {

  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  /** Of one, two and three bytes in the last group. */
  private static Stream<String> tokens() {
    return Stream.of("s", "si", "sig").map(signature -> part("{}") + "." + part("{\"a\":1}") + "." + part(signature));
  }

  private static String part(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void isWhatAnEncoderWrites(String token) {
    assertThat(CompactJws.isCanonical(token)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void isNoOtherTextThatADecoderReadsAsTheSameBytes(String token) {
    var start = token.substring(0, token.length() - 1);
    var bytes = signature(token);
    var same = IntStream.range(0, ALPHABET.length())
      .mapToObj(at -> start + ALPHABET.charAt(at))
      .filter(other -> Arrays.equals(signature(other), bytes));
    assertThat(same.filter(CompactJws::isCanonical)).containsExactly(token);
  }

  private static byte[] signature(String token) {
    return Base64.getUrlDecoder().decode(token.substring(token.lastIndexOf('.') + 1));
  }

  @ParameterizedTest
  @ValueSource(strings = { "=", "==", "~", "~~~~", ".", ".c2ln", "\n", " ", "+", "/", "%3D", "\u00e4" })
  void hasNothingAfterIt(String more) {
    assertThat(tokens().map(token -> token + more)).noneMatch(CompactJws::isCanonical);
  }

  @Test
  void hasThreePartsAndNoneEmpty() {
    assertThat(Stream.of("", ".", "..", "e30", "e30.e30", "e30.e30.", ".e30.e30", "e30..e30")).noneMatch(
      CompactJws::isCanonical
    );
  }
}
