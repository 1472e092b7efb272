package dev.authmethods.gateway.idempotency.store;

import static dev.authmethods.gateway.idempotency.store.StoreContract.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.authmethods.gateway.fixtures.RedisServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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

  private static final String MARK = "gateway:idempotency:{keys}:mark";

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final LossReporter losses = new LossReporter(new UnknownKeyPolicy(true, LONG, Duration.ZERO), registry);
  private final RedisServer server = RedisServer.start();
  private final List<RedisConnection> links = new ArrayList<>();

  @AfterEach
  void disconnect() {
    links.forEach(RedisConnection::close);
    links.clear();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private IdempotencyStore store(Duration timeToLive, String secret) {
    return store(server, timeToLive, secret);
  }

  private IdempotencyStore store(RedisServer redis, Duration timeToLive, String secret) {
    var link = open(redis.port());
    links.add(link);
    var encryption = new ValueEncryption(secret);
    return new RedisStore(link, encryption, new ReplicaConfirmation(0), timeToLive, losses, InstantSource.system());
  }

  /** With what the gateway's own settings say of timeouts. */
  private static RedisConnection open(int port) {
    var settings = new StandardEnvironment();
    settings.getPropertySources().addFirst(new MapPropertySource("test", Map.of("spring.data.redis.port", port)));
    ConfigDataEnvironmentPostProcessor.applyTo(settings);
    return RedisConnection.open(settings, new DefaultSslBundleRegistry());
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
      assertThat(put(one, key, "first")).isNull();
      assertThat(put(other, key, "second")).isEqualTo("first");
      assertThat(other.replace(key, "first", "third")).isTrue();
      assertThat(one.replace(key, "first", "fourth")).isFalse();
      assertThat(one.remove(key, "third")).isTrue();
      assertThat(put(other, key, "fifth")).isNull();
    }

    @Test
    void hasOneWinner() {
      var answers = StoreContract.atOnce(400, i -> () -> put(i % 2 == 0 ? one : other, key, "value") == null);
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
      put(store, key, "{\"phoneNumber\": \"+1 2065550100\"}");
      assertThat(server.content()).contains(key).doesNotContain("phoneNumber", "2065550100", SECRET);
    }

    @Test
    void neverLooksTheSame() {
      put(store, key, "value");
      var before = raw(key);
      assertThat(store.replace(key, "value", "value")).isTrue();
      assertThat(raw(key)).isNotEqualTo(before);
    }

    @Test
    void isWorthNothingWithAnotherSecret() {
      put(store, key, "value");
      var stranger = store(LONG, SECRET.toUpperCase(Locale.ROOT));
      assertUnavailable(() -> put(stranger, key, "value"));
      assertUnavailable(() -> stranger.replace(key, "value", "next"));
      assertUnavailable(() -> stranger.remove(key, "value"));
      assertThat(put(store, key, "next")).isEqualTo("value");
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 15, 16, 31, 32, 33, 500 })
    void isNotGarbage(int length) {
      server.say("SET " + name(key) + " \"" + "x".repeat(length) + "\"");
      assertUnavailable(() -> put(store, key, "value"));
      assertUnavailable(() -> store.replace(key, "value", "next"));
    }

    @Test
    void isNotOfAnotherType() {
      server.say("LPUSH " + name(key) + " x");
      assertUnavailable(() -> put(store, key, "value"));
    }

    @Test
    void isNotMovedToAnotherKey() {
      var other = newKey();
      put(store, key, "value");
      server.say("COPY " + name(key) + " " + name(other));
      assertUnavailable(() -> put(store, other, "value"));
    }

    @Test
    void endsByItself() {
      put(store, key, "value");
      assertThat(server.say("PTTL " + name(key))).matches("(?s):(5\\d{5}|600000)\\R.*");
      assertThat(store.replace(key, "value", "next")).isTrue();
      assertThat(server.say("PTTL " + name(key))).matches("(?s):(5\\d{5}|600000)\\R.*");
    }

    private String raw(String key) {
      return server.say("GET " + name(key));
    }

    /** Under the mark that lies there. */
    private String name(String key) {
      var other = newKey();
      put(store, other, "value");
      var names = server.say("KEYS *" + other).lines();
      return names
        .filter(line -> line.endsWith(other))
        .findFirst()
        .orElseThrow()
        .replace(other, key);
    }
  }

  @Nested
  class WithItsMark {

    private final Instant begin = Instant.now();
    private final String key = newKey();
    private final double lossesBefore = losses();

    @BeforeEach
    void empty() {
      server.wipe();
    }

    @Test
    void isCompleteWhereNoGatewayKnewAnother() {
      assertThat(completeSince(store(LONG, SECRET))).isEqualTo(Instant.EPOCH);
      assertThat(completeSince(store(LONG, SECRET))).isEqualTo(Instant.EPOCH);
      assertThat(losses()).isEqualTo(lossesBefore);
    }

    @Test
    void isNotTakenForNewByAGatewayThatKnewAnother() {
      var one = store(LONG, SECRET);
      put(one, key, "value");
      server.wipe();
      var newcomer = store(LONG, SECRET);
      assertThat(one.putIfAbsent(key, "again", begin)).isInstanceOf(PutResult.Forgotten.class);
      assertThat(newcomer.putIfAbsent(key, "again", begin)).isInstanceOf(PutResult.Forgotten.class);
      assertThat(completeSince(newcomer))
        .isEqualTo(completeSince(one))
        .isAfterOrEqualTo(begin.truncatedTo(ChronoUnit.MILLIS));
    }

    @Test
    void isCompleteSinceItWasEmptied() {
      var one = store(LONG, SECRET);
      var other = store(LONG, SECRET);
      put(one, key, "value");
      server.wipe();
      var after = Instant.now();
      assertThat(one.putIfAbsent(key, "again", after.minusMillis(1))).isInstanceOf(PutResult.Forgotten.class);
      assertThat(completeSince(one)).isAfterOrEqualTo(after.truncatedTo(ChronoUnit.MILLIS));
      assertThat(completeSince(other)).isEqualTo(completeSince(one));
      assertThat(other.putIfAbsent(key, "again", Instant.now())).isEqualTo(new PutResult.Kept());
      assertThat(losses()).isEqualTo(lossesBefore + 2);
    }

    @Test
    void knowsNothingThatWasKeptUnderAnotherMark() {
      var store = store(LONG, SECRET);
      put(store, key, "value");
      server.say("DEL " + MARK);
      assertThat(store.putIfAbsent(key, "again", begin)).isInstanceOf(PutResult.Forgotten.class);
    }

    @Test
    void takesBackNoOlderMark() {
      var store = store(LONG, SECRET);
      server.say("COPY " + MARK + " old");
      var old = completeSince(store);
      await().until(() -> Instant.now().isAfter(old.plusMillis(1)));
      server.say("DEL " + MARK);
      completeSince(store);
      server.say("COPY old " + MARK + " REPLACE");
      assertThat(store.putIfAbsent(key, "again", old)).isInstanceOf(PutResult.Forgotten.class);
      assertThat(completeSince(store)).isAfter(old);
    }

    @Test
    void takesNoMarkOfAStranger() {
      var _ = store(LONG, SECRET.toUpperCase(Locale.ROOT));
      assertUnavailable(() -> put(store(LONG, SECRET), key, "value"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "2026-11-23T10:15:30Z", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" })
    void takesNoMarkThatIsNotSealed(String mark) {
      server.say("SET " + MARK + " \"" + mark + "\"");
      assertUnavailable(() -> put(store(LONG, SECRET), key, "value"));
    }

    /** Redis saves now and then by default, and comes back as it was then. */
    @Test
    void isCompleteSinceItWentBackToAnEarlierState() {
      try (var redis = RedisServer.start()) {
        var store = store(redis, LONG, SECRET);
        put(store, "saved", "value");
        redis.say("SAVE");
        put(store, key, "value");
        redis.kill();
        redis.restart();
        await()
          .ignoreExceptionsInstanceOf(StoreUnavailable.class)
          .until(() -> completeSince(store) != null);
        assertThat(redis.content()).contains("saved");
        assertThat(store.putIfAbsent(key, "again", begin)).isInstanceOf(PutResult.Forgotten.class);
        assertThat(store.putIfAbsent("saved", "again", begin)).isInstanceOf(PutResult.Forgotten.class);
        assertThat(losses()).isEqualTo(lossesBefore + 1);
      }
    }

    @Test
    void asksOnceForAnUnknownKey() {
      var store = store(LONG, SECRET);
      put(store, key, "value");
      var before = scripts();
      assertThat(put(store, newKey(), "value")).isNull();
      assertThat(scripts() - before).isOne();
    }

    private long scripts() {
      var calls = Pattern.compile("cmdstat_evalsha:calls=(\\d+)").matcher(server.say("INFO commandstats"));
      assertThat(calls.find()).isTrue();
      return Long.parseLong(calls.group(1));
    }

    private double losses() {
      return registry.get("gateway.idempotency.losses").tag("reason", "emptied").counter().count();
    }

    private static Instant completeSince(IdempotencyStore store) {
      return ((PutResult.Forgotten) store.putIfAbsent(newKey(), "value", Instant.MIN)).completeSince();
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
      put(store, key, "value");
      server.kill();
      assertUnavailable(() -> put(store, key, "value"));
      assertUnavailable(() -> store.replace(key, "value", "next"));
      assertUnavailable(() -> store.remove(key, "value"));
    }

    @Test
    void worksAgainWhenRedisIsBack() {
      put(store, key, "value");
      server.kill();
      await().untilAsserted(() -> assertUnavailable(() -> put(store, key, "value")));
      server.restart();
      await().atMost(Duration.ofSeconds(5)).ignoreExceptionsInstanceOf(StoreUnavailable.class).until(this::isUsed);
      assertThat(store.replace(key, "again", "next")).isTrue();
    }

    private boolean isUsed() {
      var present = put(store, key, "again");
      return present == null || present.equals("again");
    }

    @Test
    void knowsNothingAfterAWipe() {
      put(store, key, "value");
      server.wipe();
      assertThat(store.replace(key, "value", "next")).isFalse();
      assertThat(store.remove(key, "value")).isFalse();
      assertThat(put(store, key, "again")).isNull();
    }

    @Test
    void startsWithoutRedis() {
      server.kill();
      var late = store(LONG, SECRET);
      assertUnavailable(() -> put(late, key, "value"));
      server.restart();
      await()
        .atMost(Duration.ofSeconds(5))
        .ignoreExceptionsInstanceOf(StoreUnavailable.class)
        .until(() -> put(late, key, "again") == null);
    }

    @Test
    void waitsNotLongForARedisThatHangs() {
      put(store, key, "value");
      server.hang();
      assertUnavailable(() -> put(store, key, "value"));
      server.goOn();
      await()
        .atMost(Duration.ofSeconds(5))
        .ignoreExceptionsInstanceOf(StoreUnavailable.class)
        .until(() -> "value".equals(put(store, key, "again")));
    }

    /** Not one after the other. */
    @Test
    void letsNobodyWaitForTheOthers() {
      server.hang();
      var late = store(LONG, SECRET);
      var begin = System.nanoTime();
      StoreContract.atOnce(200, i -> () -> isUnavailable(() -> put(i % 2 == 0 ? store : late, key, "value")));
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(QUICK);
    }

    /** A command that was under way when its connection broke may have been executed. */
    @Test
    void sendsNothingTwice() {
      put(store, key, "value");
      server.hang();
      var late = newKey();
      var waiting = new FutureTask<>(() -> isUnavailable(() -> put(store, late, "value")));
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
