package dev.authmethods.gateway.api.playground;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of the stored forms of a file a client gets (RFC 9110, 12.5.3). */
class ContentCodingTests {

  @ParameterizedTest
  @CsvSource(
    delimiter = '|',
    value = {
      "gzip, deflate, br, zstd | br",
      "gzip, br                | br",
      "br;q=0.5, gzip;q=0.8    | gzip",
      "BR ; q=1                | br",
      "gzip                    | gzip",
      "br;q=0, *               | gzip",
      "br;q=0, gzip;q=0.0      | ''",
      "*                       | br",
      "identity                | ''",
      "identity, *;q=0         | ''",
      "br;q=none               | ''",
      "'gzip,,gzip;q=0.1'      | gzip",
      "''                      | ''",
    }
  )
  void isTheSmallestThatTheClientPrefers(String acceptEncoding, String token) {
    assertThat(ContentCoding.preferred(acceptEncoding).map(ContentCoding::token).orElse("")).isEqualTo(token);
  }
}
