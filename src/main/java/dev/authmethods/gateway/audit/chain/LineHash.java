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

  private final @Nullable SecretKeySpec key;

  /** With a key, or without one. */
  public LineHash(@Nullable String key) {
    this.key = key == null ? null : new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), KEYED);
  }

  /** The name of the algorithm, as the first line of a chain has it. */
  public String algorithm() {
    return key == null ? "SHA-256" : "HMAC-SHA256";
  }

  /** The hash of the first bytes, in hexadecimal digits. */
  String of(byte[] text, int length) {
    try {
      return HexFormat.of().formatHex(key == null ? plain(text, length) : keyed(key, text, length));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] plain(byte[] text, int length) throws GeneralSecurityException {
    var digest = MessageDigest.getInstance("SHA-256");
    digest.update(text, 0, length);
    return digest.digest();
  }

  private static byte[] keyed(SecretKeySpec key, byte[] text, int length) throws GeneralSecurityException {
    var mac = Mac.getInstance(KEYED);
    mac.init(key);
    mac.update(text, 0, length);
    return mac.doFinal();
  }
}
