package dev.authmethods.bench;

import com.google.errorprone.annotations.FormatMethod;
import dev.authmethods.sandbox.Sandbox;
import dev.authmethods.sandbox.SandboxSettings;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Compares the CPU that a request costs the gateway as it is with what it costs on Spring's own endpoint and invocation of
 * controllers. All variants run at the same time, one is loaded at a time, in turn. {@code spring [rounds] [seconds of each]
 * [seconds of warm-up]}.
 */
final class SpringComparison {

  private static final int CONNECTIONS = 16;
  private static final int WARM_UPS = 4;
  private static final Tally.Errors NO_ERRORS = new Tally.Errors(0, 0, 0);
  private static final List<Scenario> SCENARIOS = List.of(
    new Scenario("invalid number", Documents.refusedNumber(), Expectation.Shown.phones(0), CONNECTIONS, Duration.ZERO),
    new Scenario("add", Documents.addPhone(), Expectation.Shown.phones(1), CONNECTIONS, Duration.ZERO),
    new Scenario("list of 20", Documents.users(20), Expectation.Shown.phones(20), CONNECTIONS, Duration.ZERO)
  );

  private final Upstream upstream;
  private final EnumMap<Variant, Running> running;
  private final int rounds;
  private final Duration time;
  private final Duration warmUp;

  private SpringComparison(Upstream upstream, EnumMap<Variant, Running> running, List<Integer> numbers) {
    this.upstream = upstream;
    this.running = running;
    this.rounds = numbers.get(0);
    this.time = Duration.ofSeconds(numbers.get(1));
    this.warmUp = Duration.ofSeconds(numbers.get(2)).dividedBy(WARM_UPS);
  }

  private record Running(Target target, GatewayProcess process) {}

  /**
   * Takes the rounds, 5 without; the seconds of each variant and scenario in a round, 5; and those of its warm-up, 20. The exit
   * code is 1 when any answer was not as it should be.
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    var numbers = List.of(number(args, 0, 5), number(args, 1, 5), number(args, 2, 20));
    try (var login = Sandbox.start(SandboxSettings.onFreePorts()); var upstream = Upstream.open(0)) {
      var comparison = new SpringComparison(upstream, start(login, upstream), numbers);
      comparison.warmUp();
      // What was started ends with this process.
      System.exit(comparison.measure() ? 0 : 1);
    }
  }

  private static int number(String[] args, int at, int otherwise) {
    return args.length > at ? Integer.parseInt(args[at]) : otherwise;
  }

  /** One after the other, since each start takes all cores. */
  private static EnumMap<Variant, Running> start(Sandbox login, Upstream upstream)
    throws IOException, InterruptedException {
    var token = Tokens.of(login);
    var running = new EnumMap<Variant, Running>(Variant.class);
    for (var variant : Variant.values()) {
      var port = GatewaySettings.freePort();
      var started = new Running(variant.target(port, token), variant.start(GatewaySettings.of(login, upstream, port)));
      started.process.untilItAnswers(started.target.address(), started.target.request(Documents.viewer()));
      running.put(variant, started);
    }
    return running;
  }

  /** In parts, so that the compiler has seen every scenario before the last part. */
  private void warmUp() {
    for (var part = 0; part < WARM_UPS; part++) {
      SCENARIOS.forEach(scenario ->
        running.values().forEach(gateway -> ClosedLoop.run(gateway.target, scenario, warmUp))
      );
    }
  }

  private boolean measure() {
    line("Measured on %s on %s;", LocalDate.now(ZoneOffset.UTC), Machine.description());
    line("%d connections, medians of %d rounds of %d s.", CONNECTIONS, rounds, time.toSeconds());
    line("");
    line("| scenario | variant | CPU, µs | against the gateway | least, most | upstream calls/op | errors |");
    line("| --- | --- | ---: | ---: | ---: | ---: | ---: |");
    return SCENARIOS.stream().map(this::measure).reduce(true, Boolean::logicalAnd);
  }

  private boolean measure(Scenario scenario) {
    var costs = new EnumMap<Variant, List<CpuCost>>(Variant.class);
    for (var round = 0; round < rounds; round++) {
      for (var variant : inTurn(round)) {
        costs
          .computeIfAbsent(variant, _ -> new ArrayList<>())
          .add(cost(Objects.requireNonNull(running.get(variant)), scenario));
      }
    }
    costs.forEach((variant, rounds) ->
      print(scenario, variant, rounds, Objects.requireNonNull(costs.get(Variant.OWN)))
    );
    return costs
      .values()
      .stream()
      .flatMap(List::stream)
      .allMatch(cost -> cost.errors().isNone());
  }

  /** Another one begins each time, so that none gains from its place. */
  private static List<Variant> inTurn(int round) {
    var variants = new ArrayList<>(List.of(Variant.values()));
    Collections.rotate(variants, round);
    return variants;
  }

  private CpuCost cost(Running gateway, Scenario scenario) {
    upstream.count();
    var before = gateway.process.cpuTime();
    var tally = ClosedLoop.run(gateway.target, scenario, time);
    var taken = gateway.process.cpuTime().minus(before);
    var requests = (double) Math.max(1, tally.answered());
    return new CpuCost(taken.toNanos() / 1e3 / requests, upstream.count().calls() / requests, tally.errors());
  }

  /** Each round is compared with the gateway's in the same round, when the machine was as busy with other things. */
  private static void print(Scenario scenario, Variant variant, List<CpuCost> costs, List<CpuCost> own) {
    var ratios = IntStream.range(0, costs.size())
      .mapToObj(round -> costs.get(round).micros() / own.get(round).micros())
      .toList();
    line(
      "| %s | %s | %,.0f | %.2f | %.2f, %.2f | %.2f | %s |",
      scenario.name(),
      variant,
      Figures.median(costs, CpuCost::micros),
      Figures.median(ratios, Double::doubleValue),
      Collections.min(ratios),
      Collections.max(ratios),
      Figures.median(costs, CpuCost::calls),
      costs.stream().map(CpuCost::errors).reduce(NO_ERRORS, Tally.Errors::plus)
    );
  }

  @FormatMethod
  private static void line(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
