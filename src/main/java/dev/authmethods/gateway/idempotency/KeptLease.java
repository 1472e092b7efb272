package dev.authmethods.gateway.idempotency;

/** A lease that is kept in the store. What the store cannot take any more is not told: the next one then looks for itself. */
final class KeptLease<R> implements Lease<R> {

  private final PatientStore store;
  private final String key;
  private Entry entry;
  private String text;
  private boolean closed;

  KeptLease(PatientStore store, String key, Entry entry, String text) {
    this.store = store;
    this.key = key;
    this.entry = entry;
    this.text = text;
  }

  @Override
  public void sending(String before) {
    if (entry.state() == Entry.State.RESERVED && !changedTo(entry.sent(before))) {
      closed = true;
      throw new LeaseLost();
    }
  }

  @Override
  public void settle(R result) {
    closed = true;
    var _ = changedTo(entry.settled(Entries.json(result)));
  }

  @Override
  public void free() {
    closed = true;
    store.remove(key, text);
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    if (entry.state() == Entry.State.SENT) {
      closed = true;
      var _ = changedTo(entry.unknown());
    } else {
      free();
    }
  }

  /** False when it is somebody else's by now. */
  private boolean changedTo(Entry next) {
    var nextText = Entries.write(next);
    var changed = store.replace(key, text, nextText);
    entry = next;
    text = nextText;
    return changed;
  }
}
