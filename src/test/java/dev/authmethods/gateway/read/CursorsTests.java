package dev.authmethods.gateway.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorsTests {

  private static final Cursors CURSORS = cursors("a secret that only the gateways of one address have");
  private static final List<String> OWNER = List.of("searchUsers", "kim", "me");
  private static final Cursor CURSOR = Cursor.begin(25).counted(1_057).page("RFNwd.AIA~AQ").at(7);

  @Test
  void openAsTheyWereSealed() {
    assertThat(CURSORS.open(CURSORS.seal(CURSOR, OWNER), OWNER)).isEqualTo(CURSOR);
    assertThat(CURSORS.open(CURSORS.seal(Cursor.begin(1), OWNER), OWNER)).isEqualTo(Cursor.begin(1));
  }

  @Test
  void openForTheirOwnerOnly() {
    var sealed = CURSORS.seal(CURSOR, OWNER);
    assertThat(CURSORS.open(sealed, List.of("searchUsers", "kim", "you"))).isNull();
    assertThat(CURSORS.open(sealed, List.of("searchUsers", "ki", "mme"))).isNull();
  }

  @Test
  void openInGatewaysWithTheSameSecretOnly() {
    var sealed = CURSORS.seal(CURSOR, OWNER);
    assertThat(cursors("a secret that only the gateways of one address have").open(sealed, OWNER)).isEqualTo(CURSOR);
    assertThat(cursors("a secret that the gateways of another address have").open(sealed, OWNER)).isNull();
  }

  @Test
  void doNotOpenWhenOneBitIsChanged() {
    var bytes = Base64.getUrlDecoder().decode(CURSORS.seal(CURSOR, OWNER));
    IntStream.range(0, bytes.length).forEach(at -> {
      bytes[at] ^= 1;
      assertThat(CURSORS.open(Base64.getUrlEncoder().encodeToString(bytes), OWNER)).isNull();
      bytes[at] ^= 1;
    });
  }

  @ParameterizedTest
  @ValueSource(strings = { "", "A", "AAAA", "AAAAAAAAAAAAAAAA", "ÄÖÜ", "a b", "====" })
  void doNotOpenFromOtherTexts(String text) {
    assertThat(CURSORS.open(text, OWNER)).isNull();
  }

  private static Cursors cursors(String secret) {
    return new Cursors(secret.getBytes(StandardCharsets.UTF_8));
  }
}
