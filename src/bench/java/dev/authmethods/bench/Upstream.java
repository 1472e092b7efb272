package dev.authmethods.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.LongAdder;

/**
 * Stands where Microsoft Graph would, answers after a fixed delay and counts. One thread does all of it, to leave the machine
 * to what is measured.
 */
public final class Upstream implements AutoCloseable {

  private static final int WAITING_CONNECTIONS = 4_096;
  private static final long MILLISECOND = 1_000_000;

  private final ServerSocketChannel server;
  private final Selector selector;
  private final Queue<Due> due = new ArrayDeque<>();
  private final LongAdder calls = new LongAdder();
  private final LongAdder items = new LongAdder();
  private volatile long delay;

  private Upstream(ServerSocketChannel server, Selector selector) {
    this.server = server;
    this.selector = selector;
  }

  /**
   * What it was asked.
   *
   * @param calls requests of HTTP
   * @param items the same, with each item of a batch counted in the place of the batch
   */
  record Count(long calls, long items) {}

  private record Due(long at, Connection to, ByteBuffer answer) {}

  /** Starts it on the loopback interface, without delay; 0 is any free port. */
  public static Upstream open(int port) {
    try {
      var server = ServerSocketChannel.open();
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), WAITING_CONNECTIONS);
      server.configureBlocking(false);
      var upstream = new Upstream(server, Selector.open());
      server.register(upstream.selector, SelectionKey.OP_ACCEPT);
      Thread.ofPlatform().daemon().name("upstream").start(upstream::run);
      return upstream;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The root of what it answers for. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.socket().getLocalPort() + "/v1.0");
  }

  /** How long every answer takes from now on, to the nearest millisecond. */
  void delay(Duration delay) {
    this.delay = delay.toNanos();
  }

  /** What it was asked since the last time. */
  Count count() {
    return new Count(calls.sumThenReset(), items.sumThenReset());
  }

  private void run() {
    try {
      while (selector.isOpen()) {
        select();
        answerWhatIsDue();
      }
    } catch (ClosedSelectorException _) {
      // The end.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void select() throws IOException {
    var next = due.peek();
    if (next == null) {
      selector.select(this::proceed);
    } else if (isDue(next)) {
      selector.selectNow(this::proceed);
    } else {
      selector.select(this::proceed, Math.max(1, Math.round((next.at() - System.nanoTime()) / (double) MILLISECOND)));
    }
  }

  /** A selector wakes up to the millisecond: half of one early is as near as half of one late. */
  private static boolean isDue(Due next) {
    return next.at() - System.nanoTime() <= MILLISECOND / 2;
  }

  private void answerWhatIsDue() {
    for (var next = due.peek(); next != null && isDue(next); next = due.peek()) {
      due.remove();
      send(next.to(), next.answer());
    }
  }

  private void proceed(SelectionKey key) {
    if (key.attachment() instanceof Connection connection) {
      proceed(connection);
    } else {
      accept();
    }
  }

  private void accept() {
    try {
      for (var channel = server.accept(); channel != null; channel = server.accept()) {
        Connection.accepted(channel, selector);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void proceed(Connection connection) {
    try {
      if (!connection.proceed()) {
        connection.close();
        return;
      }
      for (var request = connection.take(); request != null; request = connection.take()) {
        answer(connection, request);
      }
    } catch (IOException _) {
      close(connection);
    }
  }

  private void answer(Connection connection, Message request) {
    var at = System.nanoTime() + delay;
    var answer = GraphStub.answer(request);
    calls.increment();
    items.add(answer.items());
    if (delay == 0) {
      send(connection, bytes(answer));
    } else {
      due.add(new Due(at, connection, bytes(answer)));
    }
  }

  private static void send(Connection connection, ByteBuffer answer) {
    try {
      connection.send(answer);
    } catch (IOException _) {
      close(connection);
    }
  }

  private static ByteBuffer bytes(GraphStub.Answer answer) {
    var body = answer.body().getBytes(UTF_8);
    var head =
      "HTTP/1.1 " +
      answer.status() +
      " .\r\nContent-Type: application/json\r\nrequest-id: 00000000-0000-0000-0000-000000000000\r\nContent-Length: " +
      body.length +
      "\r\n\r\n";
    return ByteBuffer.allocate(head.length() + body.length)
      .put(head.getBytes(UTF_8))
      .put(body)
      .flip();
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (IOException _) {
      // It is gone either way.
    }
  }

  @Override
  public void close() {
    try {
      selector.close();
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
