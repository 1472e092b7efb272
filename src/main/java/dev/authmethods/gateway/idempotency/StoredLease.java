package dev.authmethods.gateway.idempotency;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A lease that is kept in the store. If the store does not take a change, the next owner finds out by looking. If it
 * does not confirm one, it may have it or not; the lease reckons with both.
 */
final class StoredLease<R> implements Lease<R> {

  private final FailSafeStore store;
  private final ResultFormat<R> results;
  private final String key;
  private final InstantSource clock;

  /** The records that the store may contain, the newest first. */
  private final List<String> texts = new ArrayList<>();

  private KeyRecord entry;

  /** When the write was sent before its latest sending; null when it was not. */
  private @Nullable Instant sentBefore;

  /** When the latest sending was announced; null when there is none. */
  private @Nullable Instant announced;

  /** Whether nothing was sent before the latest sending. */
  private boolean isFirst;

  /** Whether nothing that was sent was carried out, or will be. */
  private boolean nothingSent;

  private boolean closed;

  StoredLease(
    FailSafeStore store,
    ResultFormat<R> results,
    String key,
    KeyRecord entry,
    String text,
    InstantSource clock
  ) {
    this.store = store;
    this.results = results;
    this.key = key;
    this.entry = entry;
    this.clock = clock;
    texts.add(text);
  }

  @Override
  public void sending(Supplier<String> before) {
    if (nothingSent) {
      nothingSent = false;
      entry = entry.unsent();
    }
    isFirst = entry.state() == KeyRecord.State.RESERVED;
    sentBefore = entry.sentAt();
    announced = clock.instant();
    var change = changeTo(entry.sent(before.get(), announced));
    if (!isFirst || change == FailSafeStore.Change.MADE) {
      return;
    }
    if (change == FailSafeStore.Change.NOT_MADE) {
      closed = true;
      throw new LeaseLost();
    }
    if (store.required()) {
      free();
      throw new StoreRequired();
    }
  }

  /** This change can be stored late: if it is lost, the doubt only lasts longer. */
  @Override
  public void notCarriedOut() {
    nothingSent = isFirst;
    if (sentBefore != null) {
      entry = entry.sentAt(sentBefore);
    }
  }

  /** As if all of it was sent long ago. */
  @Override
  public void nothingComesLate() {
    entry = entry.sentAt(Instant.EPOCH);
  }

  @Override
  public void settle(R result) {
    closed = true;
    var _ = changeTo(entry.settled(results.write(result)));
  }

  @Override
  public void free() {
    closed = true;
    var _ = firstMade(text -> store.remove(key, text));
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    if (entry.state() == KeyRecord.State.SENT) {
      closed = true;
      var _ = changeTo(entry.sentAt(sentAtTheLatest()).unknown());
    } else {
      free();
    }
  }

  /** A write can have waited for a token and a connection after it was announced: only now it has certainly been sent. */
  private @Nullable Instant sentAtTheLatest() {
    return announced == null || !announced.equals(entry.sentAt()) ? entry.sentAt() : clock.instant();
  }

  private FailSafeStore.Change changeTo(KeyRecord next) {
    var nextText = KeyRecords.write(next);
    var change = firstMade(text -> store.replace(key, text, nextText));
    if (change == FailSafeStore.Change.MADE) {
      texts.clear();
    }
    texts.addFirst(nextText);
    entry = next;
    return change;
  }

  /** With the first text that the store has; unknown when the store did not answer about each. */
  private FailSafeStore.Change firstMade(Function<String, FailSafeStore.Change> change) {
    var outcome = FailSafeStore.Change.NOT_MADE;
    for (var text : texts) {
      switch (change.apply(text)) {
        case MADE -> {
          return FailSafeStore.Change.MADE;
        }
        case UNKNOWN -> outcome = FailSafeStore.Change.UNKNOWN;
        case NOT_MADE -> {
        }
      }
    }
    return outcome;
  }
}
