package dev.authmethods.gateway.access.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Callers whose tokens have passed every check, each under a hash of the token.
 *
 * <p>The cache keeps an entry for five minutes, or until the token expires, if that is earlier. It keeps six megabytes
 * at most, by the length of the tokens.
 */
final class CallerCache {

  /** Of memory, all callers together. */
  static final long MAX_BYTES = 6 * 1024 * 1024;

  /** The bytes that a caller takes in addition to the token: claims, hashes and the entry. */
  private static final int BESIDE_THE_TOKEN = 1_024;

  private static final Duration KEPT = Duration.ofMinutes(5);

  /** Longer than a check that still goes by the keys of before can take. */
  private static final Duration QUIET = Duration.ofSeconds(10);

  private final Cache<ByteBuffer, CallerAuthentication> callers;
  private volatile Instant quietUntil = Instant.EPOCH;

  CallerCache(Duration clockSkew) {
    this.callers = Caffeine.newBuilder()
      .maximumWeight(MAX_BYTES)
      .weigher((ByteBuffer hash, CallerAuthentication caller) -> weight(caller))
      .expireAfter(Expiry.<ByteBuffer, CallerAuthentication>creating((hash, caller) -> kept(caller, clockSkew)))
      .build();
  }

  /** The claims that are kept are in the token too, so that they are no longer. */
  private static int weight(CallerAuthentication caller) {
    return BESIDE_THE_TOKEN + 2 * caller.caller().token().length();
  }

  private static Duration kept(CallerAuthentication caller, Duration clockSkew) {
    var left = Duration.between(Instant.now(), caller.caller().expiresAt().plus(clockSkew));
    return left.isNegative() ? Duration.ZERO : left.compareTo(KEPT) < 0 ? left : KEPT;
  }

  @Nullable
  CallerAuthentication find(String token) {
    return callers.getIfPresent(hash(token));
  }

  /** Does nothing for some seconds after {@link #forgetAll}. */
  void remember(String token, CallerAuthentication caller) {
    if (Instant.now().isAfter(quietUntil)) {
      callers.put(hash(token), caller);
    }
  }

  /** From here on the gateway checks every token again, also those whose check has begun already. */
  void forgetAll() {
    quietUntil = Instant.now().plus(QUIET);
    callers.invalidateAll();
  }

  private static ByteBuffer hash(String token) {
    try {
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
