package dev.authmethods.gateway.idempotency.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import org.springframework.security.crypto.encrypt.AesGcmBytesEncryptor;
import org.springframework.security.crypto.encrypt.BytesEncryptor;

/**
 * Encrypts values with the secret, so that nobody else can read or change them: AES-256 in Galois/Counter Mode, with 16
 * random bytes for each. A value is valid under one key only.
 */
final class ValueEncryption {

  private static final int RANDOM_BYTES = 16;
  private static final int TAG_BYTES = 16;
  private static final int KEY_BYTES = 32;
  private static final byte[] PURPOSE = "gateway.idempotency values".getBytes(StandardCharsets.US_ASCII);

  private final BytesEncryptor encryptor;

  ValueEncryption(String secret) {
    this.encryptor = AesGcmBytesEncryptor.withSecretKey(keyFrom(secret)).build();
  }

  /** By HKDF (RFC 5869), since the secret serves other purposes too. */
  private static SecretKey keyFrom(String secret) {
    var parameters = HKDFParameterSpec.ofExtract()
      .addIKM(secret.getBytes(StandardCharsets.UTF_8))
      .thenExpand(PURPOSE, KEY_BYTES);
    try {
      return KDF.getInstance("HKDF-SHA256").deriveKey("AES", parameters);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  byte[] encrypt(String key, String value) {
    return encryptor.encrypt((key + '\n' + value).getBytes(StandardCharsets.UTF_8));
  }

  /** The value; {@link StoreUnavailable} when it was not encrypted with this secret for this key. */
  String decrypt(String key, byte[] encrypted) {
    var text = new String(decryptedBytes(encrypted), StandardCharsets.UTF_8);
    if (!text.startsWith(key + '\n')) {
      throw new StoreUnavailable(StoreUnavailable.UNREADABLE);
    }
    return text.substring(key.length() + 1);
  }

  private byte[] decryptedBytes(byte[] encrypted) {
    if (encrypted.length < RANDOM_BYTES + TAG_BYTES) {
      throw new StoreUnavailable(StoreUnavailable.UNREADABLE);
    }
    try {
      return encryptor.decrypt(encrypted);
    } catch (IllegalStateException e) {
      throw new StoreUnavailable(StoreUnavailable.UNREADABLE, e);
    }
  }
}
