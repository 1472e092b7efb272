package dev.authmethods.bench;

import dev.authmethods.sandbox.Sandbox;
import dev.authmethods.sandbox.SandboxSettings;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Starts the gateway as it goes into production, times that, loads it, and prints what came of it. */
final class Load {

  private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(8);

  private final Options options;
  private final GatewayCommand command;
  private final List<String> settings;
  private final Upstream upstream;
  private final Target gateway;
  private final List<Target> targets;
  private final Report report = new Report();

  private Load(Options options, Sandbox login, Upstream upstream) throws IOException {
    var port = GatewaySettings.freePort();
    var token = Tokens.of(login);
    this.options = options;
    this.command = options.command();
    this.settings = GatewaySettings.of(login, upstream, port);
    this.upstream = upstream;
    this.gateway = new Target("gateway", URI.create("http://127.0.0.1:" + port + "/graphql"), token, Map.of());
    this.targets = Stream.concat(Stream.of(gateway), options.peers(token).stream()).toList();
  }

  /** Measures; {@code --help} says what can be chosen. The exit code is 1 when any answer was not as it should be. */
  public static void main(String[] args) throws IOException, InterruptedException {
    var options = Options.of(args);
    if (options.help()) {
      options.printHelp();
      return;
    }
    try (
      var login = Sandbox.start(SandboxSettings.onFreePorts());
      var upstream = Upstream.open(options.upstreamPort())
    ) {
      System.exit(new Load(options, login, upstream).measure() ? 0 : 1);
    }
  }

  private boolean measure() throws InterruptedException {
    report.heading(command, options);
    if (options.starts() > 0) {
      report.startsHeading();
      timeStarts();
    }
    try (var process = start(command)) {
      awaitAnswer(process);
      var right = load();
      report.memoryAfterLoad(process.residentMemory());
      return right;
    }
  }

  private void timeStarts() throws InterruptedException {
    if (command.hasCache()) {
      report.start("with the AOT cache", starts(command));
      report.start("without it", starts(command.withoutCache()));
    } else {
      report.start("without an AOT cache", starts(command));
    }
  }

  private List<Start> starts(GatewayCommand started) throws InterruptedException {
    var starts = new ArrayList<Start>();
    for (var i = 0; i < options.starts(); i++) {
      try (var process = start(started)) {
        starts.add(new Start(awaitAnswer(process), process.residentMemory()));
      }
    }
    return starts;
  }

  private Duration awaitAnswer(GatewayProcess process) throws InterruptedException {
    return process.untilItAnswers(gateway.address(), gateway.request(Documents.viewer()));
  }

  private GatewayProcess start(GatewayCommand started) {
    return GatewayProcess.start(started.with(settings), started.directory());
  }

  /** Round by round, so that what disturbs the machine for a while disturbs them all. */
  private boolean load() {
    var figures = new LinkedHashMap<Scenario, Map<Target, List<Figures>>>();
    for (var round = 0; round < options.rounds(); round++) {
      for (var scenario : options.scenarios()) {
        upstream.delay(scenario.delay());
        for (var target : targets) {
          if (round == 0) {
            warmUp(target, scenario);
          }
          figures
            .computeIfAbsent(scenario, _ -> new LinkedHashMap<>())
            .computeIfAbsent(target, _ -> new ArrayList<>())
            .add(measure(target, scenario));
        }
      }
    }
    return report(figures);
  }

  private void warmUp(Target target, Scenario scenario) {
    var twice = options.time().multipliedBy(2);
    ClosedLoop.run(target, scenario, twice.compareTo(LONGEST_WARM_UP) < 0 ? twice : LONGEST_WARM_UP);
  }

  private Figures measure(Target target, Scenario scenario) {
    upstream.count();
    var tally = ClosedLoop.run(target, scenario, options.time());
    return Figures.of(tally, options.time(), upstream.count());
  }

  private boolean report(Map<Scenario, Map<Target, List<Figures>>> figures) {
    report.scenariosHeading();
    var right = true;
    for (var scenario : figures.entrySet()) {
      for (var target : scenario.getValue().entrySet()) {
        var median = Figures.median(target.getValue());
        report.scenario(scenario.getKey(), target.getKey(), median);
        right &= median.errors().isNone();
      }
    }
    return right;
  }
}
