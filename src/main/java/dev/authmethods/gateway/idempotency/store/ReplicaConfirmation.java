package dev.authmethods.gateway.idempotency.store;

import io.lettuce.core.RedisException;
import io.lettuce.core.api.async.BaseRedisAsyncCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.IntegerOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.data.redis.connection.RedisConnection;

/**
 * Waits until replicas have what was written last on a connection: the command {@code WAIT}. Spring has no method for it, and in a
 * cluster Lettuce would send it to any server.
 *
 * @param replicas how many must have it; with 0 nothing is asked
 */
record ReplicaConfirmation(int replicas) {
  /** Shorter than {@code spring.data.redis.timeout}, so that Redis answers how many they were. */
  private static final Duration LONGEST = Duration.ofMillis(250);
  private static final Duration LATEST = Duration.ofSeconds(1);

  boolean areWanted() {
    return replicas > 0;
  }

  /** Throws a {@link RedisException} when too few have confirmed in time what was written under this name or before. */
  void await(RedisConnection connection, String name) {
    var confirmed = confirmed(commands(connection), name);
    if (confirmed < replicas) {
      throw new RedisException("%d of %d replicas have confirmed a write".formatted(confirmed, replicas));
    }
  }

  /** The native connection of Lettuce, for one server and for a cluster. */
  @SuppressWarnings("unchecked")
  private static BaseRedisAsyncCommands<byte[], byte[]> commands(RedisConnection connection) {
    return (BaseRedisAsyncCommands<byte[], byte[]>) connection.getNativeConnection();
  }

  private long confirmed(BaseRedisAsyncCommands<byte[], byte[]> commands, String name) {
    var arguments = new RoutedArguments(name).add(replicas).add(LONGEST.toMillis());
    var answer = commands.dispatch(CommandType.WAIT, new IntegerOutput<>(ByteArrayCodec.INSTANCE), arguments);
    try {
      return answer.get(LATEST.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new RedisException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RedisException(e);
    }
  }

  /** In a cluster they lead to the connection that a key was written on, though the command has no key. */
  private static final class RoutedArguments extends CommandArgs<byte[], byte[]> {

    private final String key;

    RoutedArguments(String key) {
      super(ByteArrayCodec.INSTANCE);
      this.key = key;
    }

    @Override
    public ByteBuffer getFirstEncodedKey() {
      return ByteBuffer.wrap(key.getBytes(StandardCharsets.UTF_8));
    }
  }
}
