package dev.authmethods.gateway.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealTests {

  private static final String VALUE = "{\"text\": \"grün\"}";

  private final Seal seal = new Seal("a secret of 32 characters or more");

  @ParameterizedTest
  @ValueSource(strings = { "", VALUE, "key\nkey\n" })
  void opensWhatItHasClosed(String value) {
    assertThat(seal.open("key", seal.close("key", value))).isEqualTo(value);
  }

  @Test
  void letsNobodyReadIt() {
    assertThat(new String(seal.close("key", VALUE), StandardCharsets.ISO_8859_1)).doesNotContain("text", "key");
  }

  @Test
  void closesNothingTwiceAlike() {
    assertThat(seal.close("key", VALUE)).isNotEqualTo(seal.close("key", VALUE));
  }

  @Test
  void opensNothingOfAnotherKey() {
    refuses(seal, "other", seal.close("key", VALUE));
    refuses(seal, "ke", seal.close("key", VALUE));
  }

  @Test
  void opensNothingOfAnotherSecret() {
    refuses(new Seal("another secret of 32 characters or more"), "key", seal.close("key", VALUE));
  }

  @Test
  void opensNothingThatWasChanged() {
    var sealed = seal.close("key", VALUE);
    sealed[sealed.length / 2] ^= 1;
    refuses(seal, "key", sealed);
  }

  @ParameterizedTest
  @ValueSource(ints = { 0, 1, 31, 32, 33 })
  void opensNothingThatIsTooShort(int length) {
    refuses(seal, "key", Arrays.copyOf(seal.close("key", VALUE), length));
  }

  private static void refuses(Seal seal, String key, byte[] sealed) {
    assertThatThrownBy(() -> seal.open(key, sealed)).isInstanceOf(StoreUnavailable.class);
  }
}
