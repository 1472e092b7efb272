package dev.authmethods.gateway.idempotency.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyCreationTimeTests {

  /** The example of RFC 9562, appendix A.6. */
  private static final String EXAMPLE = "017F22E2-79B0-7CC3-98C4-DC0C0C07398F";
  private static final Instant ITS_TIME = Instant.parse("2022-02-22T19:22:22Z");

  @Test
  void isThatOfAUuidOfVersion7() {
    assertThat(KeyCreationTime.of(EXAMPLE)).isEqualTo(ITS_TIME);
    assertThat(KeyCreationTime.of("017f22e2-79b0-7cc3-98c4-dc0c0c07398f")).isEqualTo(ITS_TIME);
  }

  /** As the keys of items are made of the key of their list. */
  @Test
  void isThatOfTheUuidThatATextBeginsWith() {
    assertThat(KeyCreationTime.of(EXAMPLE + " items 3")).isEqualTo(ITS_TIME);
  }

  @ParameterizedTest
  @ValueSource(
    strings = {
      "",
      "key",
      "017F22E2-79B0-7CC3-98C4-DC0C0C07398",
      "017F22E2-79B0-4CC3-98C4-DC0C0C07398F",
      "017F22E2-79B0-7CC3-C8C4-DC0C0C07398F",
      "017F22E279B07CC398C4DC0C0C07398F0000",
      " 17F22E2-79B0-7CC3-98C4-DC0C0C07398F",
      "x017F22E2-79B0-7CC3-98C4-DC0C0C07398F",
      "017G22E2-79B0-7CC3-98C4-DC0C0C07398F",
      "٠١٧F22E2-79B0-7CC3-98C4-DC0C0C07398F",
    }
  )
  void isNotToldByAnythingElse(String key) {
    assertThat(KeyCreationTime.of(key)).isNull();
  }
}
