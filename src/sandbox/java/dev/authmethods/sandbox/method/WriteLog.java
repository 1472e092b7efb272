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

/** The newest changes that were really made, in their true order. */
public final class WriteLog {

  /** How many changes are kept. */
  public static final int LIMIT = 100_000;

  private final Deque<Change> changes = new ArrayDeque<>();
  private long written;

  /**
   * One change.
   *
   * @param properties what else it says
   */
  private record Change(
    long seq,
    Instant at,
    String user,
    String operation,
    ObjectNode properties,
    String by,
    @Nullable String clientRequestId
  ) {
    ObjectNode json() {
      return JsonTree.object()
        .put("seq", seq)
        .put("at", at.toString())
        .put("user", user)
        .put("operation", operation)
        .setAll(properties)
        .put("by", by)
        .put("clientRequestId", clientRequestId);
    }
  }

  /** Adds a change of a method. */
  public void add(DirectoryUser user, MethodWrite write, UserMethods after) {
    var method = after.find(write.rules().kind(), write.methodId()).orElse(null);
    add(user, write.operation().wireName(), write.logged(method), write.by(), write.clientRequestId());
  }

  /**
   * Adds any change.
   *
   * @param by the caller's object id
   * @param clientRequestId the id of the call; null when it has none
   */
  public synchronized void add(
    DirectoryUser user,
    String operation,
    ObjectNode properties,
    String by,
    @Nullable String clientRequestId
  ) {
    changes.add(new Change(++written, Instant.now(), user.id(), operation, properties, by, clientRequestId));
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
