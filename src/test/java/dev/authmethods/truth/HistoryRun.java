package dev.authmethods.truth;

import static org.awaitility.Awaitility.await;
import static org.awaitility.pollinterval.IterativePollInterval.iterative;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One plan as it is carried out, and what came of it. */
final class HistoryRun {

  /** Longer than anything of a history may take. */
  private static final Duration PATIENCE = Duration.ofSeconds(75);

  /** Between repeats, of which each is one more whose place in the order has to be found. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);

  private final HistoryPlan plan;
  private final List<Gateway> gateways;
  private final SandboxControl sandbox;
  private final Tokens tokens;
  private final Map<Slot, Method> before;
  private final List<Queue<Answer>> answers;
  private final Queue<Look> looks = new ConcurrentLinkedQueue<>();
  private final Instant began = Instant.now();

  HistoryRun(HistoryPlan plan, List<Gateway> gateways, SandboxControl sandbox, Tokens tokens) {
    this.plan = plan;
    this.gateways = gateways;
    this.sandbox = sandbox;
    this.tokens = tokens;
    if (plan.hasPasskey()) {
      sandbox.call("POST", "/users/" + plan.user() + "/methods", Scene.PASSKEY);
    }
    this.before = methods();
    this.answers = plan
      .mutations()
      .stream()
      .map(_ -> (Queue<Answer>) new ConcurrentLinkedQueue<Answer>())
      .toList();
  }

  private Map<Slot, Method> methods() {
    return Slot.methods(sandbox, plan.user());
  }

  /** Lets the clients do what they are to do, all at once. */
  void run() {
    plan.faults().forEach(sandbox::fault);
    var clients = plan
      .clients()
      .stream()
      .<Callable<Boolean>>map(steps -> () -> walk(steps))
      .toList();
    var _ = Parallel.run(clients.size(), clients);
  }

  private boolean walk(List<HistoryPlan.Step> steps) {
    steps.forEach(this::take);
    return true;
  }

  private void take(HistoryPlan.Step step) {
    var until = Instant.now().plusMillis(step.pause());
    await()
      .pollInterval(Duration.ofMillis(2))
      .until(() -> !Instant.now().isBefore(until));
    var gateway = gateways.get(step.gateway());
    if (step.mutation() < 0) {
      Look.at(gateway, tokens.of(Admin.PRIVILEGED), plan.user()).forEach(looks::add);
    } else {
      send(gateway, step.mutation());
    }
  }

  private Answer send(Gateway gateway, int mutation) {
    var request = plan.mutations().get(mutation);
    var answer = request.tell(gateway, tokens.of(request.admin()));
    answers.get(mutation).add(answer);
    return answer;
  }

  /** Repeats all of it, one after the other. */
  void repeat() {
    for (int i = 0; i < plan.mutations().size(); i++) {
      send(gateways.get(i % 2), i);
    }
  }

  /** Repeats what is not known until it is. */
  void settle() {
    for (int i = 0; i < plan.mutations().size(); i++) {
      var mutation = i;
      if (isOpen(mutation)) {
        await()
          .atMost(PATIENCE)
          .pollInterval(iterative(HistoryRun::longer, Duration.ofMillis(50)))
          .until(
            () -> send(gateways.get(mutation % 2), mutation),
            answer -> !answer.isUnknown() && !answer.isInFlight()
          );
      }
    }
  }

  private static Duration longer(Duration pause) {
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : pause;
  }

  private boolean isOpen(int mutation) {
    var latest = calls(mutation).inOrder();
    return latest.stream().anyMatch(Answer::isUnknown) && latest.stream().noneMatch(Answer::isKnownSuccess);
  }

  private Calls calls(int mutation) {
    return new Calls(plan.mutations().get(mutation), List.copyOf(answers.get(mutation)));
  }

  private Stream<Calls> all() {
    return Stream.iterate(0, i -> i < plan.mutations().size(), i -> i + 1).map(this::calls);
  }

  /**
   * What cannot have been so; empty when all can. Whatever became of keys meanwhile, each is good for one change, unless the
   * gateways go on without their store.
   */
  Optional<String> objection(List<JsonNode> ledger, Disturbance disturbance) {
    var forgotten = disturbance == Disturbance.GONE_AND_DONE_WITHOUT;
    var changes = ledger
      .stream()
      .map(Change::of)
      .filter(change -> change.user().equals(plan.user()))
      .toList();
    var effects = new Effects(before, changes, plan.late());
    var found = forgotten
      ? Optional.<String>empty()
      : all()
          .flatMap(calls ->
            Stream.of(
              calls.contradiction(disturbance.isLoss()),
              effects.objection(calls),
              steps(calls, changes).objection()
            ).flatMap(Optional::stream)
          )
          .findFirst();
    return found
      .or(() -> new SessionEnds(changes).objection(all().toList()))
      .or(() -> order(forgotten, effects, changes))
      .map(text -> described(text, changes));
  }

  private ResetSteps steps(Calls calls, List<Change> changes) {
    return new ResetSteps(calls, new History(before, changes));
  }

  private Optional<String> order(boolean forgotten, Effects effects, List<Change> changes) {
    var points = new ArrayList<Point>();
    all().forEach(calls -> {
      switch (calls.request().deed()) {
        case REVOKE -> {
        }
        case RESET -> points.addAll(steps(calls, changes).points(forgotten, plan.late()));
        default -> points.addAll(points(calls, forgotten, effects));
      }
    });
    plan.others().forEach(other -> points.add(Model.other(other, began)));
    looks.forEach(look -> points.add(look.point()));
    var now = texts(methods());
    points.add(Point.look("END " + now, Instant.now(), Instant.now(), now::equals));
    return Linearization.exists(points, texts(before)) ? Optional.empty() : Optional.of("NO ORDER of " + points);
  }

  private List<Point> points(Calls calls, boolean forgotten, Effects effects) {
    return forgotten
      ? Model.pointsOfEach(calls)
      : Stream.concat(Model.points(calls, plan.late()).stream(), effects.again(calls).stream()).toList();
  }

  private static Map<Slot, String> texts(Map<Slot, Method> methods) {
    return methods
      .entrySet()
      .stream()
      .collect(Collectors.toMap(Map.Entry::getKey, method -> method.getValue().text()));
  }

  private String described(String text, List<Change> changes) {
    var lines = Stream.of(
      Stream.of("-Dhistories.seed=%d %s: %s".formatted(plan.seed(), plan.user(), text), "before " + before),
      plan.faults().stream(),
      all().flatMap(calls ->
        calls
          .inOrder()
          .stream()
          .map(answer -> calls.request() + " " + answer)
      ),
      looks.stream().map(Look::toString),
      changes.stream().map(Change::toString)
    );
    return lines.flatMap(line -> line).collect(Collectors.joining("\n  "));
  }

  /** The sort of each mutation, once for each time that it was sent. */
  Stream<String> mutations() {
    return all().flatMap(calls ->
      calls
        .answers()
        .stream()
        .map(_ -> calls.request().sort())
    );
  }

  /** How many mutations and looks there were. */
  int size() {
    return answers.stream().mapToInt(Queue::size).sum() + looks.size();
  }
}
