package dev.authmethods.bench;

import com.google.errorprone.annotations.FormatMethod;
import dev.authmethods.sandbox.Sandbox;
import dev.authmethods.sandbox.SandboxSettings;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Finds the most mutations that the gateway answers in a second when each client waits for its answer, then offers it three
 * times as many, on a fixed schedule that waits for nobody and repeats nothing. {@code overload [seconds of each]}.
 */
final class Overload {

  private static final Duration DELAY = Duration.ofMillis(40);
  private static final List<Integer> CONNECTIONS = List.of(128, 256, 384);
  private static final Duration WARM_UP = Duration.ofSeconds(20);
  private static final int TIMES = 3;

  private final Target gateway;
  private final GatewayProcess process;
  private final Duration closed;
  private final Duration open;

  private Overload(Target gateway, GatewayProcess process, Duration closed, Duration open) {
    this.gateway = gateway;
    this.process = process;
    this.closed = closed;
    this.open = open;
  }

  /** Takes the seconds of each closed loop, 5 without, and those of the open one, 15 without. */
  public static void main(String[] args) throws IOException, InterruptedException {
    try (var login = Sandbox.start(SandboxSettings.onFreePorts()); var upstream = Upstream.open(0)) {
      upstream.delay(DELAY);
      var port = GatewaySettings.freePort();
      var endpoint = URI.create("http://127.0.0.1:" + port + "/graphql");
      var gateway = new Target("gateway", endpoint, Tokens.of(login), Map.of());
      var command = GatewayCommand.built().by(starter());
      try (
        var process = GatewayProcess.start(command.with(GatewaySettings.of(login, upstream, port)), command.directory())
      ) {
        process.untilItAnswers(gateway.address(), gateway.request(Documents.viewer()));
        new Overload(gateway, process, seconds(args, 0, 5), seconds(args, 1, 15)).measure();
      }
    }
    // The loops of the login's server go on.
    System.exit(0);
  }

  /** What the gateway is started by; nothing when the property {@code gateway.starter} does not say. */
  private static List<String> starter() {
    return Pattern.compile(" ")
      .splitAsStream(System.getProperty("gateway.starter", ""))
      .filter(word -> !word.isEmpty())
      .toList();
  }

  private static Duration seconds(String[] args, int at, int otherwise) {
    return Duration.ofSeconds(args.length > at ? Integer.parseInt(args[at]) : otherwise);
  }

  private void measure() {
    ClosedLoop.run(gateway, adding(CONNECTIONS.getLast()), WARM_UP);
    var peak = peak();
    var before = process.heapInUse();
    var offered = OpenLoop.run(gateway, adding(0), TIMES * peak, open);
    var after = process.heapInUse();
    print(peak, offered, before, after);
  }

  private double peak() {
    return CONNECTIONS.stream()
      .mapToDouble(connections -> ClosedLoop.run(gateway, adding(connections), closed).right())
      .map(right -> right / (closed.toMillis() / 1e3))
      .max()
      .orElseThrow();
  }

  private static Scenario adding(int connections) {
    return new Scenario("overload", Documents.addPhone(), Expectation.Shown.phones(1), connections, DELAY);
  }

  private void print(double peak, OpenLoop.Outcome offered, long before, long after) {
    var goodput = offered.accepted().right() / (open.toMillis() / 1e3);
    line("peak (closed loops of %s connections): %,.0f/s", CONNECTIONS, peak);
    line("offered for %d s: %,.0f/s, %d in all", open.toSeconds(), TIMES * peak, offered.sent());
    line("goodput: %,.0f/s, %.1f %% of the peak", goodput, (100 * goodput) / peak);
    line(
      "accepted: %d, p50 %.1f ms, p99 %.1f ms",
      offered.accepted().answered(),
      offered.accepted().millisAt(50),
      offered.accepted().millisAt(99)
    );
    line("shed: %d, p50 %.1f ms, p99 %.1f ms", offered.shed(), offered.shedMillisAt(50), offered.shedMillisAt(99));
    line("accepted and not answered, or wrongly: %s", offered.accepted().errors());
    line("heap in use after a collection: %,d kB before, %,d kB after", before / 1_024, after / 1_024);
    line("most connections at once: %d; latest request: %.1f ms", offered.connections(), offered.latestMillis());
  }

  @FormatMethod
  private static void line(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
