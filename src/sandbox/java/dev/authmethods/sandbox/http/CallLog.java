package dev.authmethods.sandbox.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/**
 * The calls that the sandbox got, in order, for tests to look at: the newest calls only; it holds no bodies, tokens or
 * numbers.
 */
public final class CallLog {

  /** How many calls are kept; each item of a batch is one. */
  public static final int LIMIT = 100_000;

  private final Deque<Entry> entries = new ArrayDeque<>();
  private int calls;

  /** An entry, as text because that is small and nobody can change it later. */
  private record Entry(String text, int calls) {
    static Entry of(ObjectNode entry) {
      return new Entry(entry.toString(), 1 + entry.path("items").size());
    }
  }

  public void add(ObjectNode entry) {
    keep(Entry.of(entry));
  }

  private synchronized void keep(Entry entry) {
    entries.add(entry);
    calls += entry.calls();
    while (calls > LIMIT) {
      calls -= entries.remove().calls();
    }
  }

  public synchronized void clear() {
    entries.clear();
    calls = 0;
  }

  public synchronized HttpReply reply() {
    var text = entries
      .stream()
      .map(Entry::text)
      .collect(Collectors.joining(",", "[", "]"));
    return new HttpReply(200, Map.of(), text);
  }
}
