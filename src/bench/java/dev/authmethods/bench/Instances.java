package dev.authmethods.bench;

import com.google.errorprone.annotations.FormatMethod;
import dev.authmethods.sandbox.Sandbox;
import dev.authmethods.sandbox.SandboxSettings;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import joptsimple.OptionParser;
import joptsimple.OptionSet;

/**
 * Two gateways that share a Redis, behind HAProxy, while gateways and Redis end, are emptied, fail over or are slow. The write log of
 * the sandbox tells whether every mutation was made once. The exit code is 1 when one was lost or made twice, stayed unknown or
 * was answered in an unexpected way, or when a clean restart was noticed.
 */
final class Instances {

  private static final int GATEWAYS = 2;

  private final Sandbox sandbox;
  private final SandboxWrites writes;
  private final GatewayCommand command;
  private final int mutations;
  private final int disturbed;
  private final Duration pace;

  private Instances(Sandbox sandbox, OptionSet given) {
    this.sandbox = sandbox;
    this.writes = new SandboxWrites(sandbox);
    this.command = given.has("command") ? GatewayCommand.of((String) given.valueOf("command")) : GatewayCommand.built();
    this.mutations = (int) given.valueOf("mutations");
    this.disturbed = given.has("one") ? 1 : GATEWAYS;
    this.pace = Duration.ofMillis((1_000L * (int) given.valueOf("seconds")) / mutations);
  }

  /** Runs all incidents; {@code --help} says what can be chosen. */
  public static void main(String[] args) throws IOException {
    var parser = parser();
    var given = parser.parse(args);
    if (given.has("help")) {
      parser.printHelpOn(System.out);
      return;
    }
    try (var sandbox = Sandbox.start(SandboxSettings.onFreePorts())) {
      var run = new Instances(sandbox, given);
      var isGood = given.has("cost") ? InstanceCost.measure(sandbox, run.command) : run.runAll(incidents(given));
      System.exit(isGood ? 0 : 1);
    }
  }

  private static OptionParser parser() {
    var parser = new OptionParser();
    var names = String.join(", ", Arrays.stream(Incident.values()).map(Incident::option).toList());
    parser
      .accepts("only", "with commas between: " + names)
      .withRequiredArg()
      .withValuesSeparatedBy(',');
    parser.accepts("mutations", "how many, 1000 at most").withRequiredArg().ofType(Integer.class).defaultsTo(1_000);
    parser.accepts("seconds", "over how long they are spread").withRequiredArg().ofType(Integer.class).defaultsTo(30);
    parser.accepts("one", "restarts and kills only one of the gateways");
    parser.accepts("cost", "measures the CPU of a request with 1, 2 and 4 gateways instead");
    parser.accepts("command", "how to start a gateway, without its settings").withRequiredArg();
    parser.accepts("help", "this text").forHelp();
    return parser;
  }

  private static List<Incident> incidents(OptionSet given) {
    var names = given.valuesOf("only");
    return Arrays.stream(Incident.values())
      .filter(incident -> names.isEmpty() || names.contains(incident.option()))
      .toList();
  }

  private boolean runAll(List<Incident> incidents) throws IOException {
    line("Run on %s on %s; `%s`.", LocalDate.now(ZoneOffset.UTC), Machine.description(), command);
    line("");
    line(
      "| what happens | mutations | requests | refused | cut | unknown | key lost | known in the end | lost | twice | repeated once more: replayed, refused | reads, failed |"
    );
    line("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    var good = true;
    for (var incident : incidents) {
      good &= run(incident);
    }
    return good;
  }

  private boolean run(Incident incident) throws IOException {
    writes.begin();
    var outcomes = new Outcomes();
    try (var deployment = Deployment.start(sandbox, incident.startRedis(), command, GATEWAYS, disturbed)) {
      var client = new GraphQlClient(deployment.balancer().endpoint(), Tokens.of(sandbox), outcomes::complain);
      try (var clients = new Clients(client, outcomes, mutations, pace)) {
        clients.work(() -> incident.happen(deployment));
        return report(incident, outcomes, clients.repeatAll());
      }
    }
  }

  private boolean report(Incident incident, Outcomes outcomes, Outcomes again) {
    var written = writes.byUser();
    var all = IntStream.rangeClosed(1, mutations).mapToObj(PhoneChange::new).toList();
    var none = List.<String>of();
    var lost = count(
      all,
      change ->
        outcomes.made().contains(change.user()) &&
        written
          .getOrDefault(change.userId(), none)
          .stream()
          .noneMatch(text -> text.contains(change.number()))
    );
    var twice = count(all, change -> written.getOrDefault(change.userId(), none).size() > 1);
    all
      .stream()
      .map(change -> written.getOrDefault(change.userId(), none))
      .filter(texts -> texts.size() > 1)
      .limit(3)
      .forEach(texts -> System.err.println("written twice: " + texts));
    line(
      "| %s | %,d | %,d | %,d | %,d | %,d | %,d | %,d | %d | %d | %,d, %,d | %,d, %,d |",
      incident.title(),
      mutations,
      outcomes.requests(),
      outcomes.count(Reply.REFUSED),
      outcomes.count(Reply.CUT),
      outcomes.count(Reply.UNKNOWN),
      outcomes.count(Reply.KEY_LOST),
      outcomes.made().size(),
      lost,
      twice,
      again.count(Reply.REPLAYED),
      again.count(Reply.KEY_LOST),
      outcomes.reads(),
      outcomes.failedReads()
    );
    var problems = problems(incident, outcomes, again, lost + twice);
    problems.forEach(problem -> System.err.println(incident.option() + ": " + problem));
    if (!problems.isEmpty()) {
      outcomes.complaints().forEach(System.err::println);
    }
    return problems.isEmpty();
  }

  private List<String> problems(Incident incident, Outcomes outcomes, Outcomes again, long lostOrTwice) {
    var problems = new ArrayList<String>();
    if (outcomes.made().size() < mutations || outcomes.count(Reply.WRONG) > 0) {
      problems.add("not every mutation was made");
    }
    if (again.count(Reply.REPLAYED) + again.count(Reply.KEY_LOST) < mutations) {
      problems.add("not every repetition was recognized");
    }
    if (lostOrTwice > 0) {
      problems.add("mutations were lost or made twice");
    }
    var noticed = outcomes.count(Reply.REFUSED) + outcomes.count(Reply.CUT) + outcomes.failedReads();
    if (incident.isUnnoticed() && noticed > 0) {
      problems.add("clients noticed it");
    }
    return problems;
  }

  private static long count(List<PhoneChange> changes, Predicate<PhoneChange> those) {
    return changes.stream().filter(those).count();
  }

  @FormatMethod
  private static void line(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
