package dev.authmethods.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.HdrHistogram.Histogram;

/**
 * A load that comes as it comes: each request at a fixed moment, whatever became of those before. Its latency counts from that
 * moment, also when this end was late. One thread serves all connections, of which there are as many as it takes.
 */
final class OpenLoop {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int MAX_CONNECTIONS = 8_000;
  private static final int SHED = 503;
  private static final int DIGITS = 3;

  private final SocketAddress address;
  private final Selector selector;
  private final ByteBuffer request;
  private final Tally accepted;
  private final Histogram shed = new Histogram(DIGITS);
  private final double perNano;
  private final long start = System.nanoTime();
  private final long end;
  private final Map<Connection, Long> dueAt = new HashMap<>();
  private final Deque<Connection> idle = new ArrayDeque<>();
  private long sent;
  private long latest;
  private int connections;

  private OpenLoop(
    SocketAddress address,
    Selector selector,
    Target target,
    Scenario scenario,
    double perNano,
    long end
  ) {
    this.address = address;
    this.selector = selector;
    this.request = ByteBuffer.wrap(target.request(scenario));
    this.accepted = new Tally(new Expectation(scenario.shown()));
    this.perNano = perNano;
    this.end = end;
  }

  /**
   * What became of it.
   *
   * @param sent         how many requests were
   * @param accepted     those that were not turned away
   * @param turnedAway   how long it took to turn the others away
   * @param connections  how many there were in the end
   * @param latestMillis by how much a request was sent too late at most
   */
  record Outcome(long sent, Tally accepted, Histogram turnedAway, int connections, double latestMillis) {
    long shed() {
      return turnedAway.getTotalCount();
    }

    double shedMillisAt(double percentile) {
      return turnedAway.getValueAtPercentile(percentile) / 1e6;
    }
  }

  /** Offers a target so many requests in a second for a time, then waits for the last answers. */
  static Outcome run(Target target, Scenario scenario, double perSecond, Duration time) {
    try (var selector = Selector.open()) {
      var end = System.nanoTime() + time.toNanos();
      return new OpenLoop(target.address(), selector, target, scenario, perSecond / 1e9, end).run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Outcome run() throws IOException {
    while (isOn(System.nanoTime())) {
      sendWhatIsDue();
      selector.select(this::proceed, 1);
    }
    while (!dueAt.isEmpty() && System.nanoTime() - end < PATIENCE.toNanos()) {
      selector.select(this::proceed, 1);
    }
    accepted.lose(dueAt.size());
    for (var key : selector.keys()) {
      key.channel().close();
    }
    return new Outcome(sent, accepted, shed, connections, latest / 1e6);
  }

  private void sendWhatIsDue() throws IOException {
    for (var due = due(); due <= System.nanoTime() && hasConnection(); due = due()) {
      latest = Math.max(latest, System.nanoTime() - due);
      sent++;
      send(due);
    }
  }

  private long due() {
    return start + (long) (sent / perNano);
  }

  private boolean hasConnection() {
    return !idle.isEmpty() || connections < MAX_CONNECTIONS;
  }

  private void send(long due) throws IOException {
    var connection = idle.isEmpty() ? opened() : idle.pop();
    dueAt.put(connection, due);
    try {
      connection.send(request.duplicate());
    } catch (IOException _) {
      lose(connection);
    }
  }

  private Connection opened() throws IOException {
    connections++;
    return Connection.to(address, selector);
  }

  private void proceed(SelectionKey key) {
    var connection = (Connection) key.attachment();
    try {
      if (connection.proceed()) {
        receive(connection);
      } else {
        lose(connection);
      }
    } catch (IOException _) {
      lose(connection);
    }
  }

  private void receive(Connection connection) {
    var answer = connection.take();
    if (answer == null) {
      return;
    }
    var now = System.nanoTime();
    var latency = now - Objects.requireNonNull(dueAt.remove(connection));
    if (answer.status() == SHED) {
      shed.recordValue(latency);
    } else {
      accepted.answer(answer, latency, isOn(now));
    }
    idle.push(connection);
  }

  private void lose(Connection connection) {
    accepted.lose(dueAt.remove(connection) == null ? 0 : 1);
    idle.remove(connection);
    connections--;
    try {
      connection.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isOn(long now) {
    return now - end < 0;
  }
}
