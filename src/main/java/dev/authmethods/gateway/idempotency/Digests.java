package dev.authmethods.gateway.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Texts that nobody without the secret can guess the origin of: phone numbers are few enough to try them all. */
final class Digests {

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec secret;

  Digests(byte[] secret) {
    this.secret = new SecretKeySpec(secret, ALGORITHM);
  }

  /** In hexadecimal digits; two lists have the same only when they are the same. */
  String of(List<String> parts) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      for (var part : parts) {
        var bytes = part.getBytes(StandardCharsets.UTF_8);
        mac.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        mac.update(bytes);
      }
      return HexFormat.of().formatHex(mac.doFinal());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
