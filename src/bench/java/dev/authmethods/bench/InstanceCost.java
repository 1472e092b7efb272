package dev.authmethods.bench;

import com.google.errorprone.annotations.FormatMethod;
import dev.authmethods.sandbox.Sandbox;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What a request costs one, two and four gateways behind HAProxy: the CPU time of all their processes, by the requests answered. */
final class InstanceCost implements AutoCloseable {

  private static final List<Integer> COUNTS = List.of(1, 2, 4);
  private static final int ROUNDS = 3;
  private static final Duration TIME = Duration.ofSeconds(5);
  private static final Duration WARM_UP = Duration.ofSeconds(20);
  private static final double MEGABYTE = 1_024 * 1_024;
  private static final List<Scenario> SCENARIOS = List.of(
    new Scenario("add a phone", Documents.addPhone(), Expectation.Shown.phones(1), 32, Duration.ZERO),
    new Scenario("list of 20", Documents.users(20), Expectation.Shown.phones(20), 16, Duration.ZERO)
  );

  private final Upstream upstream = Upstream.open(0);
  private final String token;
  private final List<Instance> instances = new ArrayList<>();
  private final Map<Integer, LoadBalancer> balancers = new LinkedHashMap<>();

  private InstanceCost(Sandbox login, GatewayCommand command) throws IOException {
    this.token = Tokens.of(login);
    for (var at = 1; at <= COUNTS.getLast(); at++) {
      var port = GatewaySettings.freePort();
      instances.add(Instance.start("cost-" + at, command, GatewaySettings.of(login, upstream, port), port));
    }
    for (var count : COUNTS) {
      balancers.put(count, LoadBalancer.start(instances.stream().limit(count).map(Instance::port).toList()));
    }
    balancers.forEach((count, balancer) -> balancer.awaitGateways(count));
  }

  /** Measures all counts in turn, so that what disturbs the machine disturbs them all; false when any answer was wrong. */
  static boolean measure(Sandbox login, GatewayCommand command) throws IOException {
    try (var cost = new InstanceCost(login, command)) {
      return cost.measure();
    }
  }

  private boolean measure() {
    SCENARIOS.forEach(scenario -> run(COUNTS.getLast(), scenario, WARM_UP));
    line("| request | gateways | CPU of the gateways for each, µs | ops/s | errors |");
    line("| --- | ---: | ---: | ---: | --- |");
    var right = true;
    for (var scenario : SCENARIOS) {
      right &= measure(scenario);
    }
    line("");
    line("Resident memory of each gateway afterwards, MB: %s", String.join(", ", memory()));
    return right;
  }

  private boolean measure(Scenario scenario) {
    var costs = new LinkedHashMap<Integer, List<Cost>>();
    for (var round = 0; round < ROUNDS; round++) {
      COUNTS.forEach(count -> costs.computeIfAbsent(count, _ -> new ArrayList<>()).add(run(count, scenario, TIME)));
    }
    costs.forEach((count, rounds) ->
      line(
        "| %s | %d | %,.0f | %,.0f | %s |",
        scenario.name(),
        count,
        Figures.median(rounds, Cost::micros),
        Figures.median(rounds, Cost::perSecond),
        rounds
          .stream()
          .map(Cost::errors)
          .reduce(new Tally.Errors(0, 0, 0), Tally.Errors::plus)
      )
    );
    return costs
      .values()
      .stream()
      .flatMap(List::stream)
      .allMatch(cost -> cost.errors().isNone());
  }

  private record Cost(double micros, double perSecond, Tally.Errors errors) {}

  private Cost run(int count, Scenario scenario, Duration time) {
    var balancer = Objects.requireNonNull(balancers.get(count));
    var target = new Target(count + " gateways", balancer.endpoint(), token, Map.of());
    var before = cpuTime(count);
    var tally = ClosedLoop.run(target, scenario, time);
    var taken = cpuTime(count).minus(before);
    var answered = (double) Math.max(1, tally.answered());
    return new Cost(taken.toNanos() / 1e3 / answered, answered / (time.toMillis() / 1e3), tally.errors());
  }

  private Duration cpuTime(int count) {
    return instances
      .stream()
      .limit(count)
      .map(instance -> instance.process().cpuTime())
      .reduce(Duration.ZERO, Duration::plus);
  }

  private List<String> memory() {
    return instances
      .stream()
      .map(instance -> instance.process().residentMemory().orElse(0) / MEGABYTE)
      .map(megabytes -> String.format(Locale.ROOT, "%.0f", megabytes))
      .toList();
  }

  @FormatMethod
  private static void line(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }

  @Override
  public void close() {
    balancers.values().forEach(LoadBalancer::close);
    instances.parallelStream().forEach(Instance::close);
    upstream.close();
  }
}
