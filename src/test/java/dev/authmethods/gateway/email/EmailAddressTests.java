package dev.authmethods.gateway.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.change.Match;
import dev.authmethods.gateway.change.Parsed;
import dev.authmethods.gateway.email.EmailErrors.InvalidEmailAddressError;
import dev.authmethods.gateway.email.EmailErrors.InvalidEmailAddressReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTests {

  @ParameterizedTest
  @ValueSource(
    strings = {
      "kim@example.com",
      "k+1@example.co.uk",
      "o'neil@example.com",
      "a.b-c_d@sub.example.com",
      "jörg@münchen.example",
    }
  )
  void isAccepted(String address) {
    assertThat(EmailAddress.parse(address)).isEqualTo(Parsed.valid(new EmailAddress(address)));
  }

  @ParameterizedTest
  @CsvSource({
    "'', MISSING_AT",
    "kim, MISSING_AT",
    "kim@a@example.com, MISSING_AT",
    "@example.com, INVALID_LOCAL_PART",
    "' kim@example.com', INVALID_LOCAL_PART",
    ".kim@example.com, INVALID_LOCAL_PART",
    "kim..a@example.com, INVALID_LOCAL_PART",
    "<kim@example.com>, INVALID_LOCAL_PART",
    "\u200Bkim@example.com, INVALID_LOCAL_PART",
    "kim\u00A0a@example.com, INVALID_LOCAL_PART",
    "mailto:kim@example.com, INVALID_LOCAL_PART",
    "kim@, INVALID_DOMAIN",
    "kim@example, INVALID_DOMAIN",
    "kim@example..com, INVALID_DOMAIN",
    "kim@-example.com, INVALID_DOMAIN",
    "kim@example.com., INVALID_DOMAIN",
    "'kim@example.com ', INVALID_DOMAIN",
    "'kim@example.com;lee@example.com', MISSING_AT",
  })
  void isRefusedForAReason(String address, InvalidEmailAddressReason reason) {
    assertRefused(address, reason);
  }

  @Test
  void hasAtMost64CharactersBeforeTheAt() {
    assertThat(EmailAddress.parse("k".repeat(64) + "@example.com").errors()).isEmpty();
    assertRefused("k".repeat(65) + "@example.com", InvalidEmailAddressReason.INVALID_LOCAL_PART);
  }

  @Test
  void hasAtMost255CharactersAfterTheAt() {
    var domain = ("e".repeat(49) + ".").repeat(5);
    assertThat(EmailAddress.parse("kim@" + domain + "m".repeat(5)).errors()).isEmpty();
    assertRefused("kim@" + domain + "m".repeat(6), InvalidEmailAddressReason.INVALID_DOMAIN);
  }

  @Test
  void hasAtMost320CharactersOfAnyKind() {
    assertRefused("@".repeat(320), InvalidEmailAddressReason.MISSING_AT);
    assertRefused("@".repeat(321), InvalidEmailAddressReason.TOO_LONG);
  }

  private static void assertRefused(String address, InvalidEmailAddressReason reason) {
    assertThat(EmailAddress.parse(address)).isEqualTo(
      Parsed.invalid(new InvalidEmailAddressError(EmailAddress.PATH, reason))
    );
  }

  @ParameterizedTest
  @CsvSource({
    "kim@example.com, YES",
    "KIM@Example.COM, YES",
    "lee@example.com, NO",
    "k**@example.com, AS_FAR_AS_SHOWN",
    "l**@example.com, NO",
    "***, AS_FAR_AS_SHOWN",
    ", HIDDEN",
  })
  void isComparedWithTheOneThatIsShown(String shown, Match match) {
    assertThat(new EmailAddress("kim@example.com").to(shown)).isEqualTo(match);
  }

  @ParameterizedTest
  @CsvSource({
    "kim@example.com, k***@example.com",
    "k@example.com, k***@example.com",
    "@example.com, ***",
    "nonsense, ***",
  })
  void isMasked(String address, String masked) {
    assertThat(EmailAddress.mask(address)).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(strings = { "kim@example.com" })
  void isNotWrittenToLogs(String address) {
    assertThat(new EmailAddress(address)).hasToString("EmailAddress");
  }
}
