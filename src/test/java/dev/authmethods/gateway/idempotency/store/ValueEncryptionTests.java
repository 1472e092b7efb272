package dev.authmethods.gateway.idempotency.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueEncryptionTests {

  private static final String VALUE = "{\"text\": \"grün\"}";

  private final ValueEncryption encryption = new ValueEncryption("a secret of 32 characters or more");

  @ParameterizedTest
  @ValueSource(strings = { "", VALUE, "key\nkey\n" })
  void opensWhatItHasClosed(String value) {
    assertThat(encryption.decrypt("key", encryption.encrypt("key", value))).isEqualTo(value);
  }

  @Test
  void letsNobodyReadIt() {
    assertThat(new String(encryption.encrypt("key", VALUE), StandardCharsets.ISO_8859_1)).doesNotContain("text", "key");
  }

  @Test
  void encryptsAValueDifferentlyEachTime() {
    assertThat(encryption.encrypt("key", VALUE)).isNotEqualTo(encryption.encrypt("key", VALUE));
  }

  @Test
  void opensNothingOfAnotherKey() {
    refuses(encryption, "other", encryption.encrypt("key", VALUE));
    refuses(encryption, "ke", encryption.encrypt("key", VALUE));
  }

  @Test
  void opensNothingOfAnotherSecret() {
    refuses(new ValueEncryption("another secret of 32 characters or more"), "key", encryption.encrypt("key", VALUE));
  }

  @Test
  void opensNothingThatWasChanged() {
    var encrypted = encryption.encrypt("key", VALUE);
    encrypted[encrypted.length / 2] ^= 1;
    refuses(encryption, "key", encrypted);
  }

  @ParameterizedTest
  @ValueSource(ints = { 0, 1, 31, 32, 33 })
  void opensNothingThatIsTooShort(int length) {
    refuses(encryption, "key", Arrays.copyOf(encryption.encrypt("key", VALUE), length));
  }

  private static void refuses(ValueEncryption encryption, String key, byte[] encrypted) {
    assertThatThrownBy(() -> encryption.decrypt(key, encrypted)).isInstanceOf(StoreUnavailable.class);
  }
}
