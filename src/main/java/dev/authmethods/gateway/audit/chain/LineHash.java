package dev.authmethods.gateway.audit.chain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The hash of a line: HMAC-SHA256 with a key, which nobody without the key can compute, or else SHA-256, which everybody can.
 */
public final class LineHash {

  private static final String KEYED = "HmacSHA256";

  /** Ready to be copied, which takes less time than to look for an algorithm; null without a key. */
  private final @Nullable Mac keyed;

  /** With a key, or without one. */
  public LineHash(@Nullable String key) {
    this.keyed = key == null ? null : keyed(key);
  }

  private static Mac keyed(String key) {
    try {
      var mac = Mac.getInstance(KEYED);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), KEYED));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The name of the algorithm, as the first line of a chain has it. */
  public String algorithm() {
    return keyed == null ? "SHA-256" : "HMAC-SHA256";
  }

  /** The hash of the first bytes, in hexadecimal digits. */
  String of(byte[] text, int length) {
    return HexFormat.of().formatHex(keyed == null ? plain(text, length) : keyed(keyed, text, length));
  }

  private static byte[] plain(byte[] text, int length) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(text, 0, length);
      return digest.digest();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] keyed(Mac ready, byte[] text, int length) {
    try {
      var mac = (Mac) ready.clone();
      mac.update(text, 0, length);
      return mac.doFinal();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(e);
    }
  }
}
