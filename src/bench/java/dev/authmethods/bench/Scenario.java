package dev.authmethods.bench;

import dev.authmethods.bench.Expectation.Shown;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One kind of load.
 *
 * @param name        also tells the connections and the delay
 * @param document    what every request asks
 * @param shown       what a right answer shows
 * @param connections how many requests are under way at once
 * @param delay       how long the upstream takes for each call
 */
record Scenario(String name, Map<String, Object> document, Shown shown, int connections, Duration delay) {
  static final List<Scenario> ALL = List.of(
    scenario("invalid", Documents.refusedNumber(), Shown.phones(0), 32, 0),
    scenario("add", Documents.addPhone(), Shown.phones(1), 32, 0),
    scenario("add", Documents.addPhone(), Shown.phones(1), 256, 40),
    scenario("list20", Documents.users(20), Shown.phones(20), 16, 0),
    scenario("list20", Documents.users(20), Shown.phones(20), 64, 40),
    scenario("list100", Documents.users(100), Shown.phones(100), 1, 40),
    scenario("methods20", Documents.methods(20), Shown.phones(20), 16, 0),
    scenario("reset5", Documents.reset(), Shown.reset(GraphStub.METHODS), 16, 0)
  );

  private static Scenario scenario(
    String shape,
    Map<String, Object> document,
    Shown shown,
    int connections,
    int delayMillis
  ) {
    var name = shape + "-c" + connections + "-d" + delayMillis;
    return new Scenario(name, document, shown, connections, Duration.ofMillis(delayMillis));
  }
}
