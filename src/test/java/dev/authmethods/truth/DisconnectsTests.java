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
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A client that goes away at any moment finds out what became of its mutation by repeating it with the same key; nothing is done
 * twice, and nothing is read for nobody. How many: {@code -Ddisconnects=500}; the very same again: {@code -Ddisconnects.seed=}.
 */
@Isolated("it measures how soon the gateway notices")
@GatewayTest({ "gateway.entra.call-timeout=1s", FaultRun.IN_DOUBT })
class DisconnectsTests {

  private static final Logger LOG = LoggerFactory.getLogger(DisconnectsTests.class);
  private static final int COUNT = Integer.getInteger("disconnects", 30);
  private static final long SEED = Long.getLong("disconnects.seed", System.nanoTime());
  private static final int AT_MOST = 4 * COUNT;
  private static final int IN_A_BLOCK = 50;
  private static final int AT_A_TIME = 8;
  private static final int WARM_UP = 60;

  /** By then also the latest work is done. */
  private static final Duration LATEST = Duration.ofMillis(2_300);

  /** Longer than any request may take. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** How long it may take until the gateway knows that a client has gone, on a machine with other things to do. */
  private static final Duration TO_NOTICE = Duration.ofMillis(250);

  private static final FaultKind NOTHING = FaultKind.of("nothing", _ -> List.of());
  private static final FaultKind NO_READS = FaultKind.of("reads fail", scene ->
    List.of(scene.read("\"status\": 503, \"retryAfter\": 0.3, \"times\": 99"))
  );

  private final Random random = new Random(SEED);
  private final MutationDraw draw = new MutationDraw(random);
  private final List<FaultKind> kinds = FaultList.all()
    .stream()
    .filter(kind -> kind.limits().isEmpty())
    .toList();
  private final List<String> objections = new ArrayList<>();
  private int ofEmails;
  private int removals;
  private int ofPasses;
  private int made;
  private int replayed;
  private long idleLooks;

  @Test
  void everyOutcomeIsKnownInTheEnd(Gateway gateway, SandboxControl sandbox) {
    var usual = warmedUp(gateway, sandbox);
    int done = 0;
    // By bad luck nearly all go away before anything is carried out: then more of them say more.
    while (done < COUNT || (made <= COUNT / 10 && done < AT_MOST)) {
      int size = Math.min(IN_A_BLOCK, COUNT);
      block(gateway, sandbox, usual, size);
      done += size;
    }
    LOG.info(
      "{} disconnects, {} of them of mutations of emails, {} of removals, {} of passes (seed {}): {} were carried out all the same, {} answers are replays; {} not settled or not true; {} looks for nobody",
      done,
      ofEmails,
      removals,
      ofPasses,
      SEED,
      made,
      replayed,
      objections.size(),
      idleLooks
    );
    assertThat(objections).isEmpty();
    assertThat(idleLooks).isZero();
    assertThat(made)
      .as("so that there was something to find out")
      .isGreaterThan(COUNT / 10);
  }

  /** How long a mutation usually takes once everything has been done before. */
  private Duration warmedUp(Gateway gateway, SandboxControl sandbox) {
    reset(sandbox);
    var tokens = new Tokens(sandbox);
    var times = Stream.generate(() -> new Trial(NOTHING, draw.any(Where.ALL), sandbox))
      .limit(WARM_UP)
      .map(trial -> trial.repeat(gateway, tokens).time())
      .toList();
    return times
      .stream()
      .skip(WARM_UP / 2)
      .sorted()
      .skip(WARM_UP / 4)
      .findFirst()
      .orElseThrow();
  }

  private static void reset(SandboxControl sandbox) {
    sandbox.reset();
    sandbox.call("POST", "/settings", PassTrial.ANY_LIFETIME);
  }

  private void block(Gateway gateway, SandboxControl sandbox, Duration usual, int size) {
    reset(sandbox);
    draw.again();
    var tokens = new Tokens(sandbox);
    var trials = new ArrayList<Trial>();
    var work = new ArrayList<Callable<Trial>>();
    for (int i = 0; i < size; i++) {
      var trial = trial(kind(), sandbox);
      var hangup = trial.kind().equals(NO_READS) ? Hangup.early(random, usual) : Hangup.drawn(random, usual);
      trials.add(trial);
      work.add(() -> trial.abandon(gateway, sandbox, tokens, hangup));
    }
    var _ = Parallel.run(AT_A_TIME, work);
    landed(sandbox);
    var _ = Parallel.run(
      AT_A_TIME,
      trials
        .stream()
        .<Callable<Trial>>map(each -> () -> settled(each, gateway, tokens))
        .toList()
    );
    judge(trials, sandbox);
  }

  private Trial trial(FaultKind kind, SandboxControl sandbox) {
    var scene = draw.any(kind.where());
    return kind.equals(NO_READS) && scene.request().deed().readsFirst() == 0
      ? trial(kind, sandbox)
      : new Trial(kind, scene, sandbox);
  }

  /** Half of the time something goes wrong besides. */
  private FaultKind kind() {
    return switch (random.nextInt(8)) {
      case 0, 1, 2 -> NOTHING;
      case 3 -> NO_READS;
      default -> kinds.get(random.nextInt(kinds.size()));
    };
  }

  private static void landed(SandboxControl sandbox) {
    var latest = Instant.now().plus(LATEST);
    await().until(() -> Instant.now().isAfter(latest));
    sandbox.call("DELETE", "/faults", "");
  }

  private static Trial settled(Trial trial, Gateway gateway, Tokens tokens) {
    trial.resume(gateway, tokens);
    await()
      .atMost(PATIENCE)
      .pollInterval(Duration.ofMillis(200))
      .until(() -> !(trial.isOpen() && trial.repeat(gateway, tokens).isOpen()));
    return trial;
  }

  private void judge(List<Trial> trials, SandboxControl sandbox) {
    var ledger = sandbox.ledger();
    var requests = sandbox.requests();
    for (var trial : trials) {
      ofEmails += trial.request().slot() == Slot.EMAIL ? 1 : 0;
      removals += MutationKind.REMOVALS.contains(trial.request().deed()) ? 1 : 0;
      ofPasses += trial.request().slot() == Slot.PASS ? 1 : 0;
      made += trial.wasDoneAtFirst(ledger) ? 1 : 0;
      replayed += trial.isReplayed() ? 1 : 0;
      idleLooks += trial.idleLooks(requests, TO_NOTICE);
      trial.objection(ledger, requests).ifPresent(objections::add);
    }
  }
}
