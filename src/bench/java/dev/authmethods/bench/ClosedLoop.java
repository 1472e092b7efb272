package dev.authmethods.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** A load of so many connections, each of which sends its next request when the last is answered. One thread serves all. */
final class ClosedLoop {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long LOOK_UP_MILLIS = 100;

  private final SocketAddress address;
  private final Selector selector;
  private final ByteBuffer request;
  private final Tally tally;
  private final long end;
  private final Map<Connection, Long> sentAt = new HashMap<>();

  private ClosedLoop(SocketAddress address, Selector selector, byte[] request, Tally tally, Duration time) {
    this.address = address;
    this.selector = selector;
    this.request = ByteBuffer.wrap(request);
    this.tally = tally;
    this.end = System.nanoTime() + time.toNanos();
  }

  /** Keeps a target busy for a time, then waits for the last answers. */
  static Tally run(Target target, Scenario scenario, Duration time) {
    var tally = new Tally(new Expectation(scenario.shown()));
    try (var selector = Selector.open()) {
      new ClosedLoop(target.address(), selector, target.request(scenario), tally, time).run(scenario.connections());
      return tally;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void run(int connections) throws IOException {
    for (var i = 0; i < connections; i++) {
      send(Connection.to(address, selector));
    }
    while (!sentAt.isEmpty() && System.nanoTime() - end < PATIENCE.toNanos()) {
      selector.select(this::proceed, LOOK_UP_MILLIS);
    }
    tally.lose(sentAt.size());
    for (var key : selector.keys()) {
      key.channel().close();
    }
  }

  private void send(Connection connection) throws IOException {
    sentAt.put(connection, System.nanoTime());
    connection.send(request.duplicate());
  }

  private void proceed(SelectionKey key) {
    var connection = (Connection) key.attachment();
    try {
      if (connection.proceed()) {
        receive(connection);
      } else {
        replace(connection);
      }
    } catch (IOException _) {
      replace(connection);
    }
  }

  private void receive(Connection connection) throws IOException {
    var answer = connection.take();
    if (answer != null) {
      var now = System.nanoTime();
      tally.answer(answer, now - Objects.requireNonNull(sentAt.remove(connection)), isOn(now));
      if (isOn(now)) {
        send(connection);
      }
    }
  }

  /** A connection that the other end has closed takes its request with it. */
  private void replace(Connection connection) {
    try (connection) {
      tally.lose(sentAt.remove(connection) == null ? 0 : 1);
      if (isOn(System.nanoTime())) {
        send(Connection.to(address, selector));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The load cannot go on", e);
    }
  }

  private boolean isOn(long now) {
    return now - end < 0;
  }
}
