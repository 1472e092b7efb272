package dev.authmethods.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whatever goes wrong between the gateway and Microsoft Graph, what a mutation answers is true, what is not known can be found
 * out, and nothing is sent twice blindly. How many mutations of phones under each kind of fault, as many of email addresses, and as many
 * removals, but each of these at least once: {@code -Dfaults.each=50}; removals alone: {@code -Dfaults.removals=true}; the very same
 * again: {@code -Dfaults.seed=}.
 */
@GatewayTest({ "gateway.entra.call-timeout=1s", FaultRun.IN_DOUBT })
class FaultKindsTests {

  private static final Logger LOG = LoggerFactory.getLogger(FaultKindsTests.class);
  private static final int EACH = Integer.getInteger("faults.each", 2);
  private static final long SEED = Long.getLong("faults.seed", System.nanoTime());
  private static final boolean REMOVALS = Boolean.getBoolean("faults.removals");
  private static final int IN_A_BLOCK = 156;

  /** What is unknown though it could be found out, in percent. */
  private static final double FEW = 3;

  @Test
  void noAnswerIsWrongAndNothingIsLostOrSentBlindly(Gateway gateway, SandboxControl sandbox) {
    var random = new Random(SEED);
    var run = new FaultRun(gateway, sandbox, random);
    var kinds = FaultList.all();
    blocks(kinds, random).forEach(run::block);
    LOG.info(
      "{} kinds of fault, {} of each and as many of emails and removals (seed {}): {}{}",
      kinds.size(),
      EACH,
      SEED,
      run,
      run.unknownThoughFindable()
    );
    assertThat(kinds).hasSizeGreaterThanOrEqualTo(30);
    assertThat(run.objections()).isEmpty();
    assertThat(run.unsettled()).isZero();
    assertThat(run.percentUnknownThoughFindable()).as("%s", run.unknownThoughFindable()).isLessThanOrEqualTo(FEW);
  }

  /** Those with limits by themselves, since limits befall everybody. */
  private static List<List<Attempt>> blocks(List<FaultKind> kinds, Random random) {
    var blocks = new ArrayList<List<Attempt>>();
    var free = new ArrayList<Attempt>();
    for (var kind : kinds) {
      var each = REMOVALS ? Attempt.removals(kind, EACH) : Attempt.of(kind, EACH);
      if (kind.limits().isEmpty()) {
        free.addAll(each);
      } else {
        blocks.addAll(parts(each));
      }
    }
    Collections.shuffle(free, random);
    blocks.addAll(parts(free));
    return blocks;
  }

  private static List<List<Attempt>> parts(List<Attempt> attempts) {
    return IntStream.range(0, Math.ceilDiv(attempts.size(), IN_A_BLOCK))
      .map(part -> part * IN_A_BLOCK)
      .mapToObj(from -> attempts.subList(from, Math.min(from + IN_A_BLOCK, attempts.size())))
      .toList();
  }
}
