package dev.authmethods.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.RedisServer;
import dev.authmethods.gateway.fixtures.SandboxControl;
import dev.authmethods.gateway.fixtures.UuidsOfVersion7;
import dev.authmethods.sandbox.SandboxSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Several administrators change the phones, the email address, the pass, the passkey and the sessions of one user at once, and reset all of
 * them, through two gateways that share a Redis, and repeat what they did, while things go wrong: whatever they are answered there is an order in which it can have been so, and no key does its work
 * twice, also when Redis loses all keys. How many histories: {@code -Dhistories=1000}; one of them again: {@code -Dhistories.seed=}.
 */
class HistoriesTests {

  private static final Logger LOG = LoggerFactory.getLogger(HistoriesTests.class);
  private static final int COUNT = Integer.getInteger("histories", 48);
  private static final long SEED = Long.getLong("histories.seed", 0);
  private static final int AT_A_TIME = 8;
  /** The last digits of users with two phones, with nothing, with one phone, and with an email address. */
  private static final List<Integer> SHAPES = List.of(10, 1, 2, 5);

  private static final Duration LATEST = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String SECRET = "a secret of thirty-two characters";

  private static SandboxControl sandbox;
  private static RedisServer redis;

  /** Those that refuse what has a key while Redis is gone. */
  private static List<Gateway> strict;

  /** Those that go on. */
  private static List<Gateway> lenient;

  private final List<String> objections = new ArrayList<>();
  private final Map<String, Long> mutations = new TreeMap<>();
  private int operations;
  private int forgetful;

  @BeforeAll
  static void start() {
    sandbox = SandboxControl.start(SandboxSettings.onFreePorts());
    redis = RedisServer.start();
    strict = List.of(gateway("refuse"), gateway("refuse"));
    lenient = List.of(gateway("proceed"), gateway("proceed"));
  }

  private static Gateway gateway(String whenUnavailable) {
    var settings = Stream.of(
      "gateway.entra.call-timeout=1s",
      "gateway.entra.breaker.enabled=false",
      "gateway.idempotency.clock-skew=0s",
      // Nothing comes later than that here, where Microsoft Graph may take a minute.
      "gateway.idempotency.in-doubt=2s",
      "gateway.idempotency.when-unavailable=" + whenUnavailable
    );
    return Gateway.start(sandbox, Stream.concat(settings, Stream.of(redis.settings(SECRET))).toArray(String[]::new));
  }

  @AfterAll
  static void stop() {
    Stream.of(strict, lenient).flatMap(List::stream).forEach(Gateway::close);
    redis.close();
    sandbox.close();
  }

  @Test
  void everyAnswerHasAPlaceInOneOrder() {
    var seeds = SEED == 0 ? new Random().longs(COUNT).boxed().toList() : List.of(SEED);
    for (int from = 0; from < seeds.size(); from += AT_A_TIME) {
      round(seeds.subList(from, Math.min(from + AT_A_TIME, seeds.size())), from / AT_A_TIME);
    }
    LOG.info(
      "{} histories, {} calls (mutations {}), {} of the histories with Redis wiped or killed: {} violations",
      seeds.size(),
      operations,
      mutations,
      forgetful,
      objections.size()
    );
    assertThat(objections).isEmpty();
  }

  private void round(List<Long> seeds, int number) {
    var disturbance = SEED == 0 ? Disturbance.of(number) : Disturbance.NONE;
    var gateways = disturbance == Disturbance.GONE ? strict : lenient;
    sandbox.reset();
    sandbox.call("POST", "/settings", PassTrial.ANY_LIFETIME);
    var tokens = new Tokens(sandbox);
    await()
      .atMost(PATIENCE)
      .until(() -> isShared(tokens, gateways) && isShared(tokens, gateways.reversed()));
    var histories = IntStream.range(0, seeds.size())
      .mapToObj(i -> new HistoryRun(HistoryPlan.of(seeds.get(i), user(seeds.get(i), i)), gateways, sandbox, tokens))
      .toList();
    var work = new ArrayList<Callable<Boolean>>();
    histories.forEach(history -> work.add(() -> done(history::run)));
    work.add(() -> done(() -> disturb(disturbance, seeds.getFirst())));
    var _ = Parallel.run(work.size(), work);
    landed();
    var _ = Parallel.run(
      AT_A_TIME,
      histories
        .stream()
        .<Callable<Boolean>>map(h -> () -> done(() -> end(h, disturbance)))
        .toList()
    );
    judge(histories, disturbance);
  }

  /** Whether the one gateway knows of what the other did: after Redis was gone they take a while to find it again. */
  private static boolean isShared(Tokens tokens, List<Gateway> both) {
    var number = Slot.MOBILE.kind().fresh(5501, 99);
    var key = UuidsOfVersion7.now();
    var request = new Request(Admin.PRIVILEGED, MutationKind.SET, MutationDraw.id(999), Slot.MOBILE, number, key);
    var _ = request.tell(both.getFirst(), tokens.of(request.admin()));
    return request.tell(both.getLast(), tokens.of(request.admin())).isReplayed();
  }

  /** In which shape the user is at first follows from the seed, and so the history can be had again. */
  private static int user(long seed, int place) {
    return place * 10 + SHAPES.get(Math.floorMod(seed, SHAPES.size()));
  }

  private static boolean done(Runnable work) {
    work.run();
    return true;
  }

  private static void disturb(Disturbance disturbance, long seed) {
    if (!disturbance.isLoss()) {
      return;
    }
    var when = Instant.now().plusMillis(Math.floorMod(seed, 150));
    await()
      .pollInterval(Duration.ofMillis(2))
      .until(() -> Instant.now().isAfter(when));
    if (disturbance == Disturbance.EMPTIED) {
      redis.wipe();
    } else {
      redis.kill();
      redis.restart();
    }
  }

  /** What is repeated though it is known tells whether a key that was lost is taken for a new one. */
  private static void end(HistoryRun history, Disturbance disturbance) {
    history.settle();
    if (disturbance.isLoss() && disturbance != Disturbance.GONE_AND_DONE_WITHOUT) {
      history.repeat();
    }
  }

  private static void landed() {
    var latest = Instant.now().plus(LATEST);
    await().until(() -> Instant.now().isAfter(latest));
    sandbox.call("DELETE", "/faults", "");
  }

  private void judge(List<HistoryRun> histories, Disturbance disturbance) {
    var ledger = sandbox.ledger();
    for (var history : histories) {
      operations += history.size();
      history.mutations().forEach(kind -> mutations.merge(kind, 1L, Long::sum));
      forgetful += disturbance.isLoss() ? 1 : 0;
      history.objection(ledger, disturbance).ifPresent(objections::add);
    }
  }
}
