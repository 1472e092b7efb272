package dev.authmethods.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Under every kind of fault an answer about a Temporary Access Pass is true, its code opens the account or is called lost, and no pass
 * is created twice. How many of each mutation under each kind of fault: {@code -Dpass.faults.each=30}.
 */
@GatewayTest({ "gateway.entra.call-timeout=1s", FaultRun.IN_DOUBT })
class PassFaultsTests {

  private static final Logger LOG = LoggerFactory.getLogger(PassFaultsTests.class);
  private static final int EACH = Integer.getInteger("pass.faults.each", 1);
  private static final int AT_A_TIME = 32;
  private static final int IN_A_BLOCK = 192;
  private static final int REPEATS = 4;

  /** By then the latest work is done, and no write is in doubt any more. */
  private static final Duration LATEST = Duration.ofSeconds(3);

  private final List<String> objections = new ArrayList<>();
  private int unknown;
  private int unsettled;

  @Test
  void noAnswerAboutAPassIsWrongAndNoneIsCreatedTwice(Gateway gateway, SandboxControl sandbox) {
    var all = PassTrial.of(PassFault.all(), EACH);
    for (int from = 0; from < all.size(); from += IN_A_BLOCK) {
      block(all.subList(from, Math.min(from + IN_A_BLOCK, all.size())), gateway, sandbox);
    }
    LOG.info(
      "{} mutations of passes under {} kinds of fault, by what they do {}: answers by what they say {}; {} unknown at first, {} in the end; {} not true",
      all.size(),
      PassFault.all().size(),
      count(all.stream().map(PassTrial::deed).map(Enum::name).toList()),
      count(all.stream().map(PassTrial::said).toList()),
      unknown,
      unsettled,
      objections.size()
    );
    assertThat(PassFault.all()).hasSizeGreaterThanOrEqualTo(40);
    assertThat(objections).isEmpty();
    assertThat(unsettled).isZero();
  }

  private static Map<String, Long> count(List<String> names) {
    return names.stream().collect(Collectors.groupingBy(name -> name, Collectors.counting()));
  }

  private void block(List<PassTrial> trials, Gateway gateway, SandboxControl sandbox) {
    sandbox.reset();
    sandbox.call("POST", "/settings", PassTrial.ANY_LIFETIME);
    var tokens = new Tokens(sandbox);
    all(trials, trial -> trial.begin(gateway, sandbox, tokens));
    landed(sandbox);
    unknown += (int) trials.stream().filter(PassTrial::isUnknown).count();
    for (int i = 0; i < REPEATS; i++) {
      all(trials.stream().filter(PassTrial::isUnknown).toList(), trial -> trial.repeat(gateway, tokens));
    }
    unsettled += (int) trials.stream().filter(PassTrial::isUnknown).count();
    var ledger = sandbox.ledger();
    var requests = sandbox.requests();
    trials.forEach(trial -> trial.objection(sandbox, ledger, requests).ifPresent(objections::add));
  }

  private static void all(List<PassTrial> trials, Consumer<PassTrial> work) {
    var _ = Parallel.run(
      AT_A_TIME,
      trials
        .stream()
        .<Callable<Boolean>>map(trial -> () -> {
          work.accept(trial);
          return true;
        })
        .toList()
    );
  }

  private static void landed(SandboxControl sandbox) {
    var latest = Instant.now().plus(LATEST);
    await()
      .atMost(LATEST.multipliedBy(4))
      .until(() -> Instant.now().isAfter(latest));
    sandbox.call("DELETE", "/faults", "");
  }
}
