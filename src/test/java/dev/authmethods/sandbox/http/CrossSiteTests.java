package dev.authmethods.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.sandbox.fixtures.LocalEntra;
import dev.authmethods.sandbox.fixtures.RawCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Web pages of other sites neither steer the sandbox nor read its tokens. */
class CrossSiteTests {

  @RegisterExtension
  static final LocalEntra entra = new LocalEntra();

  /** What a browser sends: Java's own client lets nobody choose Host and Origin. */
  private static int status(String method, String path, String host, String header) {
    return RawCall.status(entra.sandbox().control().getPort(), method + " " + path, "Host: " + host, header);
  }

  @ParameterizedTest
  @CsvSource({
    "Origin: https://evil.example, 403",
    "Origin: null, 403",
    "Origin: http://localhost.evil.example, 403",
    "Origin: http://localhost@evil.example, 403",
    "Sec-Fetch-Site: cross-site, 403",
    "Origin: http://localhost:8080, 204",
    "Origin: http://127.0.0.1:5173, 204",
    "Origin: http://[::1]:8080, 204",
    "Sec-Fetch-Site: same-origin, 204",
    "Accept: */*, 204",
  })
  void changeNothing(String header, int status) {
    assertThat(status("POST", "/sandbox/reset", "localhost", header)).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(strings = { "evil.example", "evil.example:8090", "localhost.evil.example", "" })
  void readNothingUnderAnotherName(String host) {
    assertThat(status("GET", "/sandbox/personas", host, "Accept: */*")).isEqualTo(403);
    assertThat(status("POST", "/sandbox/personas/user/token", host, "Accept: */*")).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = { "localhost", "LOCALHOST:8090", "127.0.0.1:8090", "[::1]:8090", "sandbox.localhost" })
  void areNotThoseOfThisMachine(String host) {
    assertThat(status("GET", "/sandbox/personas", host, "Accept: */*")).isEqualTo(200);
  }

  @Test
  void mayLinkToThePage() {
    assertThat(status("GET", "/", "localhost", "Sec-Fetch-Site: cross-site")).isEqualTo(200);
  }
}
