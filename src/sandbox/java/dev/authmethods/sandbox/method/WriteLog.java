package dev.authmethods.sandbox.method;

import dev.authmethods.sandbox.directory.DirectoryUser;
import dev.authmethods.sandbox.http.HttpReply;
import dev.authmethods.sandbox.http.JsonTree;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The newest changes of methods that were really made, in their true order. It leaves out kinds that have no rules. */
public final class WriteLog {

  /** How many changes are kept. */
  public static final int LIMIT = 100_000;

  private final Deque<Change> changes = new ArrayDeque<>();
  private long written;

  /**
   * One change.
   *
   * @param after the method as it was afterwards; null when it was deleted
   */
  private record Change(long seq, Instant at, String user, MethodWrite write, @Nullable Method after) {
    ObjectNode json() {
      return JsonTree.object()
        .put("seq", seq)
        .put("at", at.toString())
        .put("user", user)
        .put("operation", write.operation().wireName())
        .setAll(write.logged(after).orElseThrow())
        .put("by", write.by())
        .put("clientRequestId", write.clientRequestId());
    }
  }

  /** Adds a change, if the rules of its kind log it. */
  public void add(DirectoryUser user, MethodWrite write, UserMethods after) {
    var method = after.find(write.rules().kind(), write.methodId()).orElse(null);
    if (write.logged(method).isPresent()) {
      keep(user, write, method);
    }
  }

  private synchronized void keep(DirectoryUser user, MethodWrite write, @Nullable Method after) {
    changes.add(new Change(++written, Instant.now(), user.id(), write, after));
    if (changes.size() > LIMIT) {
      changes.remove();
    }
  }

  public synchronized void clear() {
    changes.clear();
    written = 0;
  }

  public HttpReply reply() {
    return HttpReply.ok(JsonTree.array(newest().stream().map(Change::json).toList()));
  }

  private synchronized List<Change> newest() {
    return List.copyOf(changes);
  }
}
