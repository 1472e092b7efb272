package dev.authmethods.gateway.read;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * Seals cursors: a client can neither read nor change one, and uses it only in the search and as the caller that it was made for. AES-256
 * in Galois/Counter Mode (NIST SP 800-38D), with the search and the caller as associated data.
 */
public final class Cursors {

  private static final String ALGORITHM = "AES/GCM/NoPadding";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final byte[] PURPOSE = "gateway.paging cursors".getBytes(StandardCharsets.US_ASCII);

  private final SecretKey key;
  private final SecureRandom random = new SecureRandom();

  Cursors(byte[] secret) {
    this.key = keyFrom(secret);
  }

  /** By HKDF (RFC 5869), since the secret is a text and no key. */
  private static SecretKey keyFrom(byte[] secret) {
    var parameters = HKDFParameterSpec.ofExtract().addIKM(secret).thenExpand(PURPOSE, KEY_BYTES);
    try {
      return KDF.getInstance("HKDF-SHA256").deriveKey("AES", parameters);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A text for a client.
   *
   * @param owner what the cursor belongs to: the field, its arguments, and the caller
   */
  public String seal(Cursor cursor, List<String> owner) {
    var sealed = new byte[NONCE_BYTES];
    random.nextBytes(sealed);
    try {
      var text = cipher(Cipher.ENCRYPT_MODE, sealed, owner).doFinal(cursor.text().getBytes(StandardCharsets.UTF_8));
      var all = Arrays.copyOf(sealed, NONCE_BYTES + text.length);
      System.arraycopy(text, 0, all, NONCE_BYTES, text.length);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The cursor in a text; null when it was not sealed by a gateway with this secret, for this owner. */
  public @Nullable Cursor open(String sealed, List<String> owner) {
    try {
      var all = Base64.getUrlDecoder().decode(sealed);
      if (all.length <= NONCE_BYTES) {
        return null;
      }
      var text = cipher(Cipher.DECRYPT_MODE, all, owner).doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
      return Cursor.parse(new String(text, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException | GeneralSecurityException notOurs) {
      return null;
    }
  }

  private Cipher cipher(int mode, byte[] nonce, List<String> owner) throws GeneralSecurityException {
    var cipher = Cipher.getInstance(ALGORITHM);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE_BYTES));
    // Each part with its length in front: two lists have the same bytes only when they are the same.
    for (var part : owner) {
      var bytes = part.getBytes(StandardCharsets.UTF_8);
      cipher.updateAAD((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
      cipher.updateAAD(bytes);
    }
    return cipher;
  }
}
