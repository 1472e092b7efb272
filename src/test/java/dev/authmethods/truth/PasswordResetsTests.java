package dev.authmethods.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whatever goes wrong while a password is reset, the answer is true: a password that is shown is the one that the user has, one that
 * nobody saw is called lost, and no reset is made twice. How many under each kind of fault, with a given password and with one that
 * is made up: {@code -Dfaults.each=50}; the very same again: {@code -Dfaults.seed=}.
 */
@GatewayTest({ "gateway.entra.call-timeout=1s", FaultRun.IN_DOUBT })
class PasswordResetsTests {

  private static final Logger LOG = LoggerFactory.getLogger(PasswordResetsTests.class);
  private static final int EACH = Integer.getInteger("faults.each", 2);
  private static final long SEED = Long.getLong("faults.seed", System.nanoTime());
  private static final int AT_A_TIME = 32;
  private static final int IN_A_BLOCK = 160;
  private static final int REPEATS = 4;
  private static final String APPLY = ",\"apply\":true";

  /** By then also the latest work is done. */
  private static final Duration LATEST = Duration.ofMillis(2_600);

  private final Random random = new Random(SEED);
  private final Map<String, Integer> states = new TreeMap<>();
  private final List<String> objections = new ArrayList<>();
  private int users;
  private int unknown;
  private int unsettled;

  @Test
  void everyAnswerIsTrueUnderFaults(Gateway gateway, SandboxControl sandbox) {
    var faults = faults();
    var drawn = Stream.generate(() -> faults)
      .limit(EACH)
      .flatMap(List::stream)
      .toList();
    int done = 0;
    while (done < drawn.size()) {
      var part = drawn.subList(done, Math.min(done + IN_A_BLOCK, drawn.size()));
      block(part, gateway, sandbox, token -> reset -> reset.begin(gateway, sandbox, token));
      done += part.size();
    }
    LOG.info(
      "{} kinds of fault, {} resets under each (seed {}): {}, {} unknown at first, {} not settled, {} wrong",
      faults.size(),
      2 * EACH,
      SEED,
      states,
      unknown,
      unsettled,
      objections.size()
    );
    assertThat(objections).isEmpty();
    assertThat(unsettled).isZero();
    assertThat(states).containsKeys("SHOWN", "LOST", "GIVEN", "none");
  }

  @Test
  void everyOutcomeIsFoundOutByClientsThatWentAway(Gateway gateway, SandboxControl sandbox) {
    var faults = new ArrayList<>(faults());
    faults.addAll(Collections.nCopies(faults.size(), ""));
    Collections.shuffle(faults, random);
    var usual = Duration.ofMillis(20);
    block(
      faults.subList(0, Math.min(faults.size(), 20 * EACH)),
      gateway,
      sandbox,
      token -> reset -> reset.abandon(gateway, sandbox, token, hangup(usual))
    );
    LOG.info("Resets whose clients went away (seed {}): {}, {} wrong", SEED, states, objections.size());
    assertThat(objections).isEmpty();
    assertThat(unsettled).isZero();
  }

  private synchronized Hangup hangup(Duration usual) {
    return Hangup.drawn(random, usual);
  }

  /** What befalls the one write; a refusal and a limit of Microsoft Graph say that it was not carried out. */
  private static List<String> faults() {
    var unclear = List.of(
      "\"status\":500",
      "\"status\":502",
      "\"status\":503",
      "\"status\":503,\"retryAfter\":0",
      "\"status\":504",
      "\"status\":408",
      "\"drop\":true",
      "\"hang\":true",
      "\"location\":\"http://127.0.0.1:9/v1.0/me\"",
      "\"status\":500,\"truncate\":true",
      "\"status\":202,\"body\":\"<html>Welcome to the hotel</html>\""
    );
    var late = Stream.of("\"status\":503", "\"status\":504", "\"drop\":true", "\"hang\":true").flatMap(fault ->
      Stream.of(50, 300, 2_000).map(millis -> fault + ",\"lateMs\":" + millis)
    );
    var clear = Stream.of(
      "",
      "\"truncate\":true",
      "\"status\":429,\"retryAfter\":0.2",
      "\"status\":429,\"retryAfter\":90",
      "\"status\":409,\"code\":\"conflict\"",
      "\"status\":400,\"code\":\"badRequest\"",
      "\"status\":401",
      "\"status\":401,\"times\":2",
      "\"claims\":true"
    );
    return Stream.of(unclear.stream(), unclear.stream().map(fault -> fault + APPLY), late, clear)
      .flatMap(Function.identity())
      .toList();
  }

  private void block(
    List<String> faults,
    Gateway gateway,
    SandboxControl sandbox,
    Function<String, UnaryOperator<PasswordReset>> beginning
  ) {
    sandbox.reset();
    sandbox.call("POST", "/settings", "{\"passwordReset\":{\"stepMs\":50}}");
    var token = sandbox.token("privileged-auth-admin");
    var resets = faults
      .stream()
      .flatMap(fault -> Stream.of(reset(fault, ""), reset(fault, "Given-" + users)))
      .toList();
    all(resets, beginning.apply(token));
    landed(sandbox);
    settle(resets, gateway, token);
    var ledger = sandbox.ledger();
    resets.forEach(reset -> {
      states.merge(reset.isMade() ? reset.state() : "none", 1, Integer::sum);
      reset.objection(ledger, sandbox).ifPresent(objections::add);
    });
  }

  private PasswordReset reset(String fault, String password) {
    users = (users % 1_000) + 1;
    return new PasswordReset(MutationDraw.id(users), password, fault, "key-" + random.nextLong());
  }

  private static void all(List<PasswordReset> resets, UnaryOperator<PasswordReset> step) {
    var _ = Parallel.run(
      AT_A_TIME,
      resets
        .stream()
        .<Callable<PasswordReset>>map(reset -> () -> step.apply(reset))
        .toList()
    );
  }

  /** What is late has come, and nothing goes wrong any more. */
  private static void landed(SandboxControl sandbox) {
    var latest = Instant.now().plus(LATEST);
    await()
      .atMost(LATEST.multipliedBy(4))
      .until(() -> Instant.now().isAfter(latest));
    sandbox.call("DELETE", "/faults", "");
  }

  private void settle(List<PasswordReset> resets, Gateway gateway, String token) {
    var open = open(resets);
    unknown += open.size();
    for (int i = 0; i < REPEATS && !open.isEmpty(); i++) {
      all(open, reset -> reset.repeat(gateway, token));
      open = open(open);
    }
    unsettled += open.size();
  }

  private static List<PasswordReset> open(List<PasswordReset> resets) {
    return resets.stream().filter(PasswordReset::isUnknown).collect(Collectors.toList());
  }
}
