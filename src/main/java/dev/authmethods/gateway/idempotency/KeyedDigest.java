package dev.authmethods.gateway.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Texts that nobody without the secret can guess the origin of: phone numbers are few enough to try them all. */
public final class KeyedDigest {

  private static final String ALGORITHM = "HmacSHA256";

  /** Ready to be copied: to look for an algorithm and to prepare a key each time takes longer than the digest. */
  private final Mac ready;

  /** Digests that only gateways with this secret can compute. */
  public KeyedDigest(byte[] secret) {
    try {
      ready = Mac.getInstance(ALGORITHM);
      ready.init(new SecretKeySpec(secret, ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** In hexadecimal digits; two lists have the same only when they are the same. */
  public String of(List<String> parts) {
    try {
      var mac = (Mac) ready.clone();
      for (var part : parts) {
        var bytes = part.getBytes(StandardCharsets.UTF_8);
        mac.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        mac.update(bytes);
      }
      return HexFormat.of().formatHex(mac.doFinal());
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(e);
    }
  }
}
