package dev.authmethods.bench;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** What the clients of one run were answered. */
final class Outcomes {

  private static final int COMPLAINTS = 5;

  private final Map<Reply, LongAdder> replies = new EnumMap<>(Reply.class);
  private final LongAdder reads = new LongAdder();
  private final LongAdder failedReads = new LongAdder();
  private final Set<Integer> made = ConcurrentHashMap.newKeySet();
  private final Queue<String> complaints = new ConcurrentLinkedQueue<>();

  Outcomes() {
    for (var reply : Reply.values()) {
      replies.put(reply, new LongAdder());
    }
  }

  void add(Reply reply) {
    adder(reply).increment();
  }

  private LongAdder adder(Reply reply) {
    return Objects.requireNonNull(replies.get(reply));
  }

  long count(Reply reply) {
    return adder(reply).sum();
  }

  /** All requests for mutations. */
  long requests() {
    return replies.values().stream().mapToLong(LongAdder::sum).sum();
  }

  /** The client knows that the change was made. */
  void settle(PhoneChange change) {
    made.add(change.user());
  }

  Set<Integer> made() {
    return made;
  }

  void read(boolean isGood) {
    reads.increment();
    if (!isGood) {
      failedReads.increment();
    }
  }

  long reads() {
    return reads.sum();
  }

  long failedReads() {
    return failedReads.sum();
  }

  /** Keeps the first few of what no run should have. */
  void complain(String text) {
    if (complaints.size() < COMPLAINTS) {
      complaints.add(text);
    }
  }

  Iterable<String> complaints() {
    return complaints;
  }
}
