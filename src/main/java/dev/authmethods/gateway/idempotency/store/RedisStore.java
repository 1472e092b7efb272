package dev.authmethods.gateway.idempotency.store;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * Kept in Redis, encrypted, for all gateways that use the same Redis and the same secret. Next to the values Redis
 * holds a mark and a count. A Redis that loses the mark that a gateway knows was emptied; one that has counted less
 * than a gateway has seen has gone back to an earlier state. In both cases the gateway makes a new mark, and values
 * under another mark no longer count. All are in one hash slot, so that no part of a cluster loses the values and keeps
 * the mark.
 */
final class RedisStore implements IdempotencyStore {

  private static final String PREFIX = "gateway:idempotency:{keys}:";
  private static final String MARK = "mark";
  private static final String COUNT = "count";

  /**
   * The mark that a gateway writes if Redis is empty when the gateway starts: it cannot tell a new Redis from an
   * emptied one, and assumes a new one. A gateway that knew another mark replaces it with the moment of the loss.
   */
  private static final Instant ALWAYS = Instant.EPOCH;

  private static final byte[] YES = { '1' };
  private static final byte[] NO = { '0' };

  /** Answers with a letter for what it did, and with the value or the count that goes with it. */
  private static final RedisScript<byte[]> PUT = RedisScript.of(
    """
    if redis.call('GET', KEYS[2]) ~= ARGV[1] then return 'M' end
    if tonumber(redis.call('GET', KEYS[3]) or '0') < tonumber(ARGV[2]) then return 'B' end
    local present = redis.call('GET', KEYS[1])
    if present then return 'P' .. present end
    if ARGV[3] == '0' then return 'F' end
    redis.call('SET', KEYS[1], ARGV[4], 'PX', ARGV[5])
    return 'K' .. redis.call('INCR', KEYS[3])
    """,
    byte[].class
  );
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

  private final RedisConnection redis;
  private final ValueEncryption encryption;
  private final ReplicaConfirmation replicas;
  private final byte[] milliseconds;
  private final LossReporter losses;
  private final InstantSource clock;
  private volatile @Nullable StoreGeneration mark;

  /** Reads the mark, or makes it, if Redis answers at once. */
  RedisStore(
    RedisConnection redis,
    ValueEncryption encryption,
    ReplicaConfirmation replicas,
    Duration timeToLive,
    LossReporter losses,
    InstantSource clock
  ) {
    this.redis = redis;
    this.encryption = encryption;
    this.replicas = replicas;
    this.milliseconds = ascii(timeToLive.toMillis());
    this.losses = losses;
    this.clock = clock;
    try {
      look();
    } catch (StoreUnavailable _) {
      // The next caller reports it.
    }
  }

  @Override
  public PutResult putIfAbsent(String key, String value, Instant neededSince) {
    while (true) {
      var known = known();
      var name = known.name(key);
      var answer = put(name, encryption.encrypt(name, value), known, neededSince);
      var rest = Arrays.copyOfRange(answer, 1, answer.length);
      switch (answer[0]) {
        case 'P' -> {
          return new PutResult.Present(encryption.decrypt(name, rest));
        }
        case 'K' -> {
          known.counted(Long.parseLong(new String(rest, StandardCharsets.US_ASCII)));
          return new PutResult.Kept();
        }
        case 'F' -> {
          return new PutResult.Forgotten(known.completeSince());
        }
        case 'B' -> withdraw(known.encrypted());
        default -> look();
      }
    }
  }

  private StoreGeneration known() {
    var known = mark;
    return known == null ? look() : known;
  }

  private byte[] put(String name, byte[] encrypted, StoreGeneration known, Instant neededSince) {
    var names = List.of(PREFIX + name, PREFIX + MARK, PREFIX + COUNT);
    var isComplete = known.completeSince().isAfter(neededSince) ? NO : YES;
    var count = ascii(known.count());
    return redis.ask(commands ->
      commands.execute(PUT, names, known.encrypted(), count, isComplete, encrypted, milliseconds)
    );
  }

  private static byte[] ascii(long number) {
    return Long.toString(number).getBytes(StandardCharsets.US_ASCII);
  }

  /** The mark in Redis; a new one if there is none, or one from before the mark that was known. */
  private StoreGeneration look() {
    while (true) {
      var found = read(MARK);
      if (found == null) {
        begin();
      } else {
        var accepted = accept(new StoreGeneration(found, Instant.parse(encryption.decrypt(MARK, found))));
        if (accepted != null) {
          return accepted;
        }
        withdraw(found);
      }
    }
  }

  /** Another gateway may do the same, and be quicker. */
  private void begin() {
    var known = mark;
    var since = known == null ? ALWAYS : later(clock.instant().truncatedTo(ChronoUnit.MILLIS), known.completeSince());
    var encrypted = encryption.encrypt(MARK, since.toString());
    if (redis.ask(commands -> commands.opsForValue().setIfAbsent(PREFIX + MARK, encrypted)) && known == null) {
      losses.reportNew();
    }
  }

  /** The clock of the gateway that made the earlier mark may be ahead. */
  private static Instant later(Instant now, Instant earlier) {
    return now.isAfter(earlier) ? now : earlier.plusMillis(1);
  }

  /** The mark is worth nothing: Redis went back to an earlier state, and what it kept since then is lost. */
  private void withdraw(byte[] encrypted) {
    var _ = run(REMOVE, MARK, encrypted);
  }

  /**
   * Null when it is not newer than the one that was known: one from a saved state, or of a gateway that assumes that
   * Redis is new.
   */
  private synchronized @Nullable StoreGeneration accept(StoreGeneration found) {
    var known = mark;
    if (known != null && Arrays.equals(known.encrypted(), found.encrypted())) {
      return known;
    }
    if (known != null && !found.completeSince().isAfter(known.completeSince())) {
      return null;
    }
    mark = found;
    if (known != null) {
      losses.reportEmptied(found.completeSince());
    }
    return found;
  }

  private byte @Nullable [] read(String name) {
    return redis.<byte @Nullable []>ask(commands -> commands.opsForValue().get(PREFIX + name));
  }

  @Override
  public boolean replace(String key, String expected, String next) {
    var name = known().name(key);
    var encrypted = encryption.encrypt(name, next);
    var isReplaced = changes(name, expected, present -> run(REPLACE, name, present, encrypted, milliseconds));
    if (isReplaced && replicas.areWanted()) {
      confirm(name, encrypted);
    }
    return isReplaced;
  }

  /**
   * A failover loses a record that no replica has. A connection that was made after the change has nothing to wait for, and may lead
   * to a new primary without the change: so the gateway reads it.
   */
  private void confirm(String name, byte[] written) {
    redis.confirm(replicas, PREFIX + name);
    if (!Arrays.equals(read(name), written)) {
      throw new StoreUnavailable(StoreUnavailable.NOT_REPLICATED);
    }
  }

  @Override
  public boolean remove(String key, String expected) {
    var name = known().name(key);
    return changes(name, expected, present -> run(REMOVE, name, present));
  }

  /** Two encryptions of one value always differ: Redis therefore compares the text that was read. */
  private boolean changes(String name, String expected, Change change) {
    for (var present = read(name); present != null; present = read(name)) {
      if (!encryption.decrypt(name, present).equals(expected)) {
        return false;
      }
      if (change.of(present)) {
        return true;
      }
      // Another was quicker, perhaps with the same value.
    }
    return false;
  }

  private boolean run(RedisScript<Boolean> script, String name, Object... arguments) {
    return redis.ask(commands -> commands.execute(script, List.of(PREFIX + name), arguments));
  }

  /** A change of the value that was read, unless it is no longer there. */
  private interface Change {
    boolean of(byte[] present);
  }
}
