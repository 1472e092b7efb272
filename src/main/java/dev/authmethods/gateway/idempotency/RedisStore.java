package dev.authmethods.gateway.idempotency;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.script.RedisScript;

/** Kept in Redis, sealed, for all gateways that use the same Redis and the same secret. */
final class RedisStore implements IdempotencyStore {

  private static final String PREFIX = "gateway:idempotency:";
  private static final RedisScript<Boolean> REPLACE = RedisScript.of(
    """
    if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
    redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
    return 1
    """,
    Boolean.class
  );
  private static final RedisScript<Boolean> REMOVE = RedisScript.of(
    """
    if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
    return redis.call('DEL', KEYS[1])
    """,
    Boolean.class
  );

  private final RedisLink redis;
  private final Seal seal;
  private final Duration timeToLive;
  private final byte[] milliseconds;

  RedisStore(RedisLink redis, Seal seal, Duration timeToLive) {
    this.redis = redis;
    this.seal = seal;
    this.timeToLive = timeToLive;
    this.milliseconds = Long.toString(timeToLive.toMillis()).getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  @Nullable
  public String putIfAbsent(String key, String value) {
    while (!putUnlessPresent(key, value)) {
      var present = read(key);
      if (present != null) {
        return seal.open(key, present);
      }
      // It has expired since.
    }
    return null;
  }

  private boolean putUnlessPresent(String key, String value) {
    var sealed = seal.close(key, value);
    return redis.ask(commands -> commands.opsForValue().setIfAbsent(PREFIX + key, sealed, timeToLive));
  }

  private byte @Nullable [] read(String key) {
    return redis.<byte @Nullable []>ask(commands -> commands.opsForValue().get(PREFIX + key));
  }

  @Override
  public boolean replace(String key, String expected, String next) {
    var sealed = seal.close(key, next);
    return changes(key, expected, present -> run(REPLACE, key, present, sealed, milliseconds));
  }

  @Override
  public boolean remove(String key, String expected) {
    return changes(key, expected, present -> run(REMOVE, key, present));
  }

  /** No value is ever sealed twice alike: what Redis compares is what was read, and is what was expected. */
  private boolean changes(String key, String expected, Change change) {
    for (var present = read(key); present != null; present = read(key)) {
      if (!seal.open(key, present).equals(expected)) {
        return false;
      }
      if (change.of(present)) {
        return true;
      }
      // Another was quicker, perhaps with the same value.
    }
    return false;
  }

  private boolean run(RedisScript<Boolean> script, String key, Object... arguments) {
    return redis.ask(commands -> commands.execute(script, List.of(PREFIX + key), arguments));
  }

  /** A change of the value that was read, unless it is no longer there. */
  private interface Change {
    boolean of(byte[] present);
  }
}
