package dev.authmethods.truth;

import static org.awaitility.Awaitility.await;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;

/** Sends mutations under faults, block by block, and counts what came of them. */
final class FaultRun {

  /** Nothing comes later than that here, where Microsoft Graph may take a minute. */
  static final String IN_DOUBT = "gateway.idempotency.in-doubt=2300ms";

  private static final int AT_A_TIME = 32;

  /** How many times what is unknown is repeated until it is known. */
  private static final int REPEATS = 3;

  /** By then also the latest work is done. */
  private static final Duration LATEST = Duration.ofMillis(2_300);

  private final Gateway gateway;
  private final SandboxControl sandbox;
  private final Tokens tokens;
  private final MutationDraw draw;
  private final List<String> objections = new ArrayList<>();
  private final Map<MethodKind, Map<MutationKind, Integer>> mutations = new EnumMap<>(MethodKind.class);
  private int findable;
  private int unknown;
  private final List<String> unknownThoughFindable = new ArrayList<>();
  private int unsettled;
  private int repeats;

  FaultRun(Gateway gateway, SandboxControl sandbox, Random random) {
    this.gateway = gateway;
    this.sandbox = sandbox;
    this.tokens = new Tokens(sandbox);
    this.draw = new MutationDraw(random);
  }

  /** All of the attempts; those under limits have them in common. */
  void block(List<Attempt> attempts) {
    sandbox.reset();
    draw.again();
    attempts
      .stream()
      .map(attempt -> attempt.kind().limits())
      .filter(limits -> !limits.isEmpty())
      .distinct()
      .forEach(sandbox::throttle);
    var trials = attempts
      .stream()
      .map(attempt -> new Trial(attempt.kind(), attempt.scene().apply(draw), sandbox))
      .toList();
    all(
      trials
        .stream()
        .<Callable<Trial>>map(trial -> () -> trial.begin(gateway, sandbox, tokens))
        .toList()
    );
    landed();
    trials.forEach(this::count);
    var open = trials.stream().filter(Trial::isUnknown).toList();
    judge(
      trials
        .stream()
        .filter(trial -> !open.contains(trial))
        .toList()
    );
    settle(open);
    finish(trials.stream().filter(Trial::isUnfinished).toList());
  }

  private static void all(List<Callable<Trial>> work) {
    var _ = Parallel.run(AT_A_TIME, work);
  }

  /** What is late has come, and nothing goes wrong any more. */
  private void landed() {
    var latest = Instant.now().plus(LATEST);
    await()
      .atMost(LATEST.multipliedBy(4))
      .until(() -> Instant.now().isAfter(latest));
    sandbox.call("DELETE", "/faults", "");
    sandbox.unthrottle();
  }

  private void count(Trial trial) {
    var request = trial.request();
    mutations
      .computeIfAbsent(request.slot().kind(), _ -> new EnumMap<>(MutationKind.class))
      .merge(request.deed(), 1, Integer::sum);
    findable += trial.isFindable() ? 1 : 0;
    unknown += trial.isUnknown() ? 1 : 0;
    if (trial.isUnknown() && trial.isFindable()) {
      unknownThoughFindable.add(trial.kind().name());
    }
  }

  private void settle(List<Trial> unknowns) {
    var open = unknowns;
    for (int i = 0; i < REPEATS && !open.isEmpty(); i++) {
      repeats += open.size();
      all(
        open
          .stream()
          .<Callable<Trial>>map(trial -> () -> trial.repeat(gateway, tokens))
          .toList()
      );
      open = open.stream().filter(Trial::isUnknown).toList();
    }
    unsettled += open.size();
    judge(unknowns);
  }

  /** What a reset left undone, since it was refused, is repeated too. */
  private void finish(List<Trial> unfinished) {
    all(
      unfinished
        .stream()
        .<Callable<Trial>>map(trial -> () -> trial.repeat(gateway, tokens))
        .toList()
    );
    judge(unfinished);
  }

  private void judge(List<Trial> trials) {
    if (!trials.isEmpty()) {
      var ledger = sandbox.ledger();
      var requests = sandbox.requests();
      trials.forEach(trial -> trial.objection(ledger, requests).ifPresent(objections::add));
    }
  }

  /** What was not true, or not right. */
  List<String> objections() {
    return objections;
  }

  /** How many were unknown even after having been repeated. */
  int unsettled() {
    return unsettled;
  }

  /** The kinds under which something was unknown that could be found out. */
  List<String> unknownThoughFindable() {
    return unknownThoughFindable;
  }

  /** The part that was unknown of what could be found out, in percent. */
  double percentUnknownThoughFindable() {
    return (100.0 * unknownThoughFindable.size()) / findable;
  }

  /** The part that was unknown, in percent. */
  private double percentUnknown() {
    return (100.0 * unknown) / mutations();
  }

  private int mutations() {
    return mutations
      .values()
      .stream()
      .flatMap(counts -> counts.values().stream())
      .mapToInt(Integer::intValue)
      .sum();
  }

  private long objections(String sort) {
    return objections
      .stream()
      .filter(text -> text.startsWith(sort))
      .count();
  }

  @Override
  public String toString() {
    return "%d mutations %s: %d wrong, %d lost, %d blind; unknown at first %.2f %% of all, %.2f %% where it can be found out; %d settled by %d repeats, %d not".formatted(
      mutations(),
      mutations,
      objections("WRONG"),
      objections("LOST"),
      objections("BLIND"),
      percentUnknown(),
      percentUnknownThoughFindable(),
      unknown - unsettled,
      repeats,
      unsettled
    );
  }
}
