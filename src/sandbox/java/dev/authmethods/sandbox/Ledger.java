package dev.authmethods.sandbox;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The changes of phones that were really made, in their true order: the newest only. */
final class Ledger {

  /** How many changes are kept. */
  static final int LIMIT = 100_000;

  private final Deque<Change> changes = new ArrayDeque<>();
  private long written;

  /** One change, with the phone as it was afterwards: none when it was deleted. */
  private record Change(long seq, Instant at, String user, Deed deed, PhoneType type, Method.@Nullable Phone after) {
    ObjectNode json() {
      return Json.object()
        .put("seq", seq)
        .put("at", at.toString())
        .put("user", user)
        .put("operation", deed.operation().wireName())
        .put("phoneType", type.wireName())
        .put("phoneNumber", after == null ? null : after.number().text())
        .put("smsSignInState", after == null ? null : after.state().wireName())
        .put("by", deed.by())
        .put("clientRequestId", deed.clientRequestId());
    }
  }

  /** Writes a deed down, if it was done to a phone. */
  void add(User user, Deed deed, Registration after) {
    PhoneType.withId(deed.methodId()).ifPresent(type -> keep(user, deed, type, after.phone(type).orElse(null)));
  }

  private synchronized void keep(User user, Deed deed, PhoneType type, Method.@Nullable Phone after) {
    changes.add(new Change(++written, Instant.now(), user.id(), deed, type, after));
    if (changes.size() > LIMIT) {
      changes.remove();
    }
  }

  synchronized void clear() {
    changes.clear();
    written = 0;
  }

  Reply reply() {
    return Reply.ok(Json.array(newest().stream().map(Change::json).toList()));
  }

  private synchronized List<Change> newest() {
    return List.copyOf(changes);
  }
}
