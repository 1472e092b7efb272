package dev.authmethods.gateway.phone;

import static dev.authmethods.gateway.fixtures.PhoneMutation.add;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.phone.number.PhoneNumber;
import dev.authmethods.gateway.phone.number.PhoneNumber.Rejected;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a number, and cannot be seen or looks right, has to be named. */
@GatewayTest
class InvisibleCharactersTests {

  @ParameterizedTest
  @CsvSource(
    textBlock = """
    '+1\u00A02065550120',       U+00A0 NO-BREAK SPACE
    '+1 206\u202F5550120',      U+202F NARROW NO-BREAK SPACE
    '+1 206\u28005550120',      U+2800 BRAILLE PATTERN BLANK
    '+1 206\u31645550120',      U+3164 HANGUL FILLER
    '+1  2065550120',           U+0020 SPACE
    '+1 2065550120 ',           U+0020 SPACE
    '+1 2065550120\u200B',      U+200B ZERO WIDTH SPACE
    '\uFEFF+1 2065550120',      U+FEFF ZERO WIDTH NO-BREAK SPACE
    '\u202D+1 2065550120',      U+202D LEFT-TO-RIGHT OVERRIDE
    '+1 2065550120\uFE0F',      U+FE0F VARIATION SELECTOR-16
    '+1 206\u034F5550120',      U+034F COMBINING GRAPHEME JOINER
    '+1 206\u20115550120',      U+2011 NON-BREAKING HYPHEN
    '+1 206\u30FC5550120',      U+30FC KATAKANA-HIRAGANA PROLONGED SOUND MARK
    '\uFF0B1 2065550120',       U+FF0B FULLWIDTH PLUS SIGN
    '+1 2O65550120',            U+004F LATIN CAPITAL LETTER O
    '+1 20655501l0',            U+006C LATIN SMALL LETTER L
    '+1 2\u041E65550120',       U+041E CYRILLIC CAPITAL LETTER O
    '+1 2065550120\u044512',    U+0445 CYRILLIC SMALL LETTER HA
    '+1 2065550120\u03C712',    U+03C7 GREEK SMALL LETTER CHI
    """
  )
  void areNamed(String number, String name) {
    assertThat(invisibleIn(number)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
    strings = {
      "+1 206-555-0120",
      "+1-800-FLOWERS",
      "+1 2065550120 Ext. 12",
      "+1 (206) 555-0120",
      "2065550120",
      "+1 \u0662065550120",
    }
  )
  void areNotSaidToBeWhereAllCanBeSeen(String number) {
    assertThat(invisibleIn(number)).isNull();
  }

  @Test
  void areQuotedInTheMessage(Gateway gateway) {
    var payload = gateway.as("auth-admin", add("kim@contoso.com", "MOBILE", "+1\u00A02065550120"));
    assertThat(payload.error("invisibleCharacter")).isEqualTo("U+00A0 NO-BREAK SPACE");
    assertThat(payload.error("message")).contains("U+00A0 NO-BREAK SPACE");
    assertThat(payload.error("suggestion")).isEqualTo("+1 2065550120");
  }

  private static @Nullable String invisibleIn(String number) {
    return ((Rejected) PhoneNumber.read(number)).invisibleCharacter();
  }
}
