package dev.authmethods.gateway.idempotency.store;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.lettuce.core.RedisException;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.RedisOperations;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.serializer.RedisSerializer;

/**
 * One connection to Redis, as {@code spring.data.redis} describes it, for all threads. Nobody waits for a Redis that is
 * known to be gone; the connection uses it again about a second after it is back.
 */
public final class RedisConnection implements AutoCloseable {

  private static final Duration REST = Duration.ofSeconds(1);
  private static final int JUDGED = 4;

  private final AnnotationConfigApplicationContext beans;
  private final RedisOperations<String, byte[]> operations;
  private final CircuitBreaker breaker;

  private RedisConnection(AnnotationConfigApplicationContext beans) {
    this.beans = beans;
    this.operations = operations(beans.getBean(RedisConnectionFactory.class));
    this.breaker = CircuitBreaker.of("redis", patience());
  }

  /**
   * Connects, or goes on without when that fails. Spring Boot's own beans make the connection, in a context apart: among the
   * gateway's, they would be there without Redis too, because beans are settled when the gateway is built.
   */
  public static RedisConnection open(ConfigurableEnvironment settings, SslBundles bundles) {
    var beans = new AnnotationConfigApplicationContext();
    beans.setEnvironment(settings);
    beans.registerBean(SslBundles.class, () -> bundles);
    beans.register(DataRedisAutoConfiguration.class, RedisClientOptions.class);
    beans.refresh();
    var link = new RedisConnection(beans);
    link.connect();
    return link;
  }

  /** One attempt at a time, and nobody waits for it: the others would wait for their own failures one after the other. */
  private void connect() {
    breaker.transitionToOpenState();
    breaker.transitionToHalfOpenState();
    try {
      ask(redis -> redis.hasKey("gateway"));
    } catch (StoreUnavailable _) {
      // The next caller reports it.
    }
  }

  private static CircuitBreakerConfig patience() {
    return CircuitBreakerConfig.custom()
      .slidingWindowSize(JUDGED)
      .minimumNumberOfCalls(JUDGED)
      .waitDurationInOpenState(REST)
      .permittedNumberOfCallsInHalfOpenState(1)
      .build();
  }

  private static RedisOperations<String, byte[]> operations(RedisConnectionFactory connections) {
    var template = new RedisTemplate<String, byte[]>();
    template.setConnectionFactory(connections);
    template.setKeySerializer(RedisSerializer.string());
    template.setValueSerializer(RedisSerializer.byteArray());
    template.afterPropertiesSet();
    return template;
  }

  /** Asks Redis something; {@link StoreUnavailable} when it does not answer in time or not as it should. */
  <T extends @Nullable Object> T ask(Function<RedisOperations<String, byte[]>, T> question) {
    try {
      return breaker.executeSupplier(() -> question.apply(operations));
    } catch (CallNotPermittedException | DataAccessException | RedisException e) {
      throw new StoreUnavailable(StoreUnavailable.UNREACHABLE, e);
    }
  }

  /** Waits until as many replicas as are wanted have what was written last under a name; {@link StoreUnavailable} if they have not. */
  void confirm(ReplicaConfirmation wanted, String name) {
    ask(redis ->
      redis.execute(
        (RedisCallback<Boolean>) connection -> {
          wanted.await(connection, name);
          return true;
        }
      )
    );
  }

  @Override
  public void close() {
    beans.close();
  }
}
