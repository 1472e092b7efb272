package dev.authmethods.gateway.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.authmethods.gateway.fixtures.RedisServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedisStoreTests {

  private static final String SECRET = "a secret of at least thirty-two characters";
  private static final Duration LONG = StoreContract.LONG;
  private static final Duration QUICK = Duration.ofSeconds(2);

  private final RedisServer server = RedisServer.start();
  private final List<RedisLink> links = new ArrayList<>();

  @AfterEach
  void disconnect() {
    links.forEach(RedisLink::close);
    links.clear();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private IdempotencyStore store(Duration timeToLive, String secret) {
    var link = open(server.port());
    links.add(link);
    return new RedisStore(link, new Seal(secret), timeToLive);
  }

  /** With what the gateway's own settings say of timeouts. */
  private static RedisLink open(int port) {
    var settings = new StandardEnvironment();
    settings.getPropertySources().addFirst(new MapPropertySource("test", Map.of("spring.data.redis.port", port)));
    ConfigDataEnvironmentPostProcessor.applyTo(settings);
    return RedisLink.open(settings, new DefaultSslBundleRegistry());
  }

  @Nested
  class LikeAnyStore extends StoreContract {

    @Override
    IdempotencyStore store(Duration timeToLive) {
      return RedisStoreTests.this.store(timeToLive, SECRET);
    }
  }

  @Nested
  class SharedByGateways {

    private final IdempotencyStore one = store(LONG, SECRET);
    private final IdempotencyStore other = store(LONG, SECRET);
    private final String key = newKey();

    @Test
    void isOneStore() {
      assertThat(one.putIfAbsent(key, "first")).isNull();
      assertThat(other.putIfAbsent(key, "second")).isEqualTo("first");
      assertThat(other.replace(key, "first", "third")).isTrue();
      assertThat(one.replace(key, "first", "fourth")).isFalse();
      assertThat(one.remove(key, "third")).isTrue();
      assertThat(other.putIfAbsent(key, "fifth")).isNull();
    }

    @Test
    void hasOneWinner() {
      var answers = StoreContract.atOnce(400, i -> () -> (i % 2 == 0 ? one : other).putIfAbsent(key, "value") == null);
      assertThat(answers).containsOnlyOnce(true);
      var changes = StoreContract.atOnce(400, i -> () -> (i % 2 == 0 ? one : other).replace(key, "value", "next"));
      assertThat(changes).containsOnlyOnce(true);
    }
  }

  @Nested
  class ToOtherEyes {

    private final IdempotencyStore store = store(LONG, SECRET);
    private final String key = newKey();

    @Test
    void isUnreadable() {
      store.putIfAbsent(key, "{\"phoneNumber\": \"+1 2065550100\"}");
      assertThat(server.content()).contains(key).doesNotContain("phoneNumber", "2065550100", SECRET);
    }

    @Test
    void neverLooksTheSame() {
      store.putIfAbsent(key, "value");
      var before = raw(key);
      assertThat(store.replace(key, "value", "value")).isTrue();
      assertThat(raw(key)).isNotEqualTo(before);
    }

    @Test
    void isWorthNothingWithAnotherSecret() {
      store.putIfAbsent(key, "value");
      var stranger = store(LONG, SECRET.toUpperCase(Locale.ROOT));
      assertUnavailable(() -> stranger.putIfAbsent(key, "value"));
      assertUnavailable(() -> stranger.replace(key, "value", "next"));
      assertUnavailable(() -> stranger.remove(key, "value"));
      assertThat(store.putIfAbsent(key, "next")).isEqualTo("value");
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 15, 16, 31, 32, 33, 500 })
    void isNotGarbage(int length) {
      server.say("SET " + name(key) + " \"" + "x".repeat(length) + "\"");
      assertUnavailable(() -> store.putIfAbsent(key, "value"));
      assertUnavailable(() -> store.replace(key, "value", "next"));
    }

    @Test
    void isNotOfAnotherType() {
      server.say("LPUSH " + name(key) + " x");
      assertUnavailable(() -> store.putIfAbsent(key, "value"));
    }

    @Test
    void isNotMovedToAnotherKey() {
      var other = newKey();
      store.putIfAbsent(key, "value");
      server.say("COPY " + name(key) + " " + name(other));
      assertUnavailable(() -> store.putIfAbsent(other, "value"));
    }

    @Test
    void endsByItself() {
      store.putIfAbsent(key, "value");
      assertThat(server.say("PTTL " + name(key))).matches("(?s):(5\\d{5}|600000)\\R.*");
      assertThat(store.replace(key, "value", "next")).isTrue();
      assertThat(server.say("PTTL " + name(key))).matches("(?s):(5\\d{5}|600000)\\R.*");
    }

    private String raw(String key) {
      return server.say("GET " + name(key));
    }

    private static String name(String key) {
      return "gateway:idempotency:" + key;
    }
  }

  @Nested
  class InTrouble {

    private final IdempotencyStore store = store(LONG, SECRET);
    private final String key = newKey();

    @AfterEach
    void recover() {
      server.kill();
      server.restart();
    }

    @Test
    void saysAtOnceThatRedisIsGone() {
      store.putIfAbsent(key, "value");
      server.kill();
      assertUnavailable(() -> store.putIfAbsent(key, "value"));
      assertUnavailable(() -> store.replace(key, "value", "next"));
      assertUnavailable(() -> store.remove(key, "value"));
    }

    @Test
    void worksAgainWhenRedisIsBack() {
      store.putIfAbsent(key, "value");
      server.kill();
      await().untilAsserted(() -> assertUnavailable(() -> store.putIfAbsent(key, "value")));
      server.restart();
      await().atMost(Duration.ofSeconds(5)).ignoreExceptionsInstanceOf(StoreUnavailable.class).until(this::isUsed);
      assertThat(store.replace(key, "again", "next")).isTrue();
    }

    private boolean isUsed() {
      var present = store.putIfAbsent(key, "again");
      return present == null || present.equals("again");
    }

    @Test
    void knowsNothingAfterAWipe() {
      store.putIfAbsent(key, "value");
      server.wipe();
      assertThat(store.replace(key, "value", "next")).isFalse();
      assertThat(store.remove(key, "value")).isFalse();
      assertThat(store.putIfAbsent(key, "again")).isNull();
    }

    @Test
    void startsWithoutRedis() {
      server.kill();
      var late = store(LONG, SECRET);
      assertUnavailable(() -> late.putIfAbsent(key, "value"));
      server.restart();
      await()
        .atMost(Duration.ofSeconds(5))
        .ignoreExceptionsInstanceOf(StoreUnavailable.class)
        .until(() -> late.putIfAbsent(key, "again") == null);
    }

    @Test
    void waitsNotLongForARedisThatHangs() {
      store.putIfAbsent(key, "value");
      server.hang();
      assertUnavailable(() -> store.putIfAbsent(key, "value"));
      server.goOn();
      await()
        .atMost(Duration.ofSeconds(5))
        .ignoreExceptionsInstanceOf(StoreUnavailable.class)
        .until(() -> "value".equals(store.putIfAbsent(key, "again")));
    }

    /** Not one after the other. */
    @Test
    void letsNobodyWaitForTheOthers() {
      server.hang();
      var late = store(LONG, SECRET);
      var begin = System.nanoTime();
      StoreContract.atOnce(200, i -> () -> isUnavailable(() -> (i % 2 == 0 ? store : late).putIfAbsent(key, "value")));
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(QUICK);
    }

    /** A command that was under way when its connection broke may have been executed. */
    @Test
    void sendsNothingTwice() {
      store.putIfAbsent(key, "value");
      server.hang();
      var late = newKey();
      var waiting = new FutureTask<>(() -> isUnavailable(() -> store.putIfAbsent(late, "value")));
      var thread = Thread.ofPlatform().start(waiting);
      await()
        .pollInterval(Duration.ofMillis(1))
        .until(() -> thread.getState() == Thread.State.TIMED_WAITING || waiting.isDone());
      server.kill();
      server.restart();
      assertThat(waiting).succeedsWithin(QUICK).isEqualTo(true);
      await().atMost(Duration.ofSeconds(5)).ignoreExceptionsInstanceOf(StoreUnavailable.class).until(this::isUsed);
      assertThat(server.content()).contains(key).doesNotContain(late);
    }

    private static boolean isUnavailable(ThrowingCallable call) {
      assertUnavailable(call);
      return true;
    }
  }

  private static String newKey() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  private static void assertUnavailable(ThrowingCallable call) {
    var begin = System.nanoTime();
    assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(call);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(QUICK);
  }
}
