package dev.authmethods.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/** Clients that send mutations at a steady pace, each with a key, and repeat what is unclear until it is known; others read. */
final class Clients implements AutoCloseable {

  private static final int READERS = 4;
  private static final int REPEATERS = 16;
  private static final Duration AFTER_A_READ = Duration.ofMillis(25);
  private static final Duration BEFORE_A_REPETITION = Duration.ofMillis(300);
  private static final Duration AFTER_A_REFUSAL = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final GraphQlClient client;
  private final Outcomes outcomes;
  private final List<PhoneChange> changes;
  private final Duration pace;
  private final Map<PhoneChange, String> keys = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicBoolean reading = new AtomicBoolean(true);

  /** Clients that begin a mutation each time that the pace has passed. */
  Clients(GraphQlClient client, Outcomes outcomes, int mutations, Duration pace) {
    this.client = client;
    this.outcomes = outcomes;
    this.changes = IntStream.rangeClosed(1, mutations).mapToObj(PhoneChange::new).toList();
    this.pace = pace;
  }

  /** Makes all changes while something happens; returns when all are known and it is over. */
  void work(Runnable meanwhile) {
    var readers = IntStream.range(0, READERS)
      .<Future<?>>mapToObj(_ -> threads.submit(this::read))
      .toList();
    var incident = threads.submit(() -> {
      // A tenth of the work is done in peace.
      Patience.pause(pace.multipliedBy(changes.size() / 10));
      meanwhile.run();
    });
    var begin = System.nanoTime();
    var mutations = IntStream.range(0, changes.size())
      .<Future<?>>mapToObj(at -> {
        Patience.pause(Duration.ofNanos(Math.max(0, begin + at * pace.toNanos() - System.nanoTime())));
        return threads.submit(() -> settle(changes.get(at)));
      })
      .toList();
    mutations.forEach(Clients::await);
    await(incident);
    reading.set(false);
    readers.forEach(Clients::await);
  }

  private static void await(Future<?> work) {
    try {
      work.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private void read() {
    for (var at = 0; reading.get(); at++) {
      try {
        var _ = client.isMade(changes.get(at % changes.size()));
        outcomes.read(true);
      } catch (IOException e) {
        outcomes.read(false);
        outcomes.complain("read: " + e);
      }
      Patience.pause(AFTER_A_READ);
    }
  }

  private void settle(PhoneChange change) {
    keys.put(change, PhoneChange.newKey());
    var end = System.nanoTime() + LONGEST.toNanos();
    while (System.nanoTime() - end < 0) {
      var reply = client.change(change, key(change));
      outcomes.add(reply);
      if (reply.isSuccess() || (reply == Reply.KEY_LOST && isMade(change))) {
        outcomes.settle(change);
        return;
      }
      if (reply == Reply.WRONG) {
        return;
      }
      Patience.pause(reply == Reply.REFUSED ? AFTER_A_REFUSAL : BEFORE_A_REPETITION);
    }
  }

  private String key(PhoneChange change) {
    return Objects.requireNonNull(keys.get(change));
  }

  /** Looks at the user, as the error says; with another key when the change is to be sent again. */
  private boolean isMade(PhoneChange change) {
    try {
      if (client.isMade(change)) {
        return true;
      }
      keys.put(change, PhoneChange.newKey());
    } catch (IOException _) {
      // The next answer leads here again.
    }
    return false;
  }

  /** Sends each mutation once more, with its key: nothing may come of it. The answers are counted by themselves. */
  Outcomes repeatAll() {
    var again = new Outcomes();
    IntStream.range(0, REPEATERS)
      .<Future<?>>mapToObj(first ->
        threads.submit(() -> {
          for (var at = first; at < changes.size(); at += REPEATERS) {
            again.add(client.change(changes.get(at), key(changes.get(at))));
          }
        })
      )
      .toList()
      .forEach(Clients::await);
    return again;
  }

  @Override
  public void close() {
    threads.close();
    client.close();
  }
}
