package dev.authmethods.gateway.api.request;

/**
 * The memory that one request keeps, estimated from above. Every request has {@value #FREE_BYTES} bytes for itself. It
 * takes the rest from a budget for all, of which one caller gets half at most, until the request is answered and its
 * execution has ended.
 */
public final class RequestMemory {

  static final int FREE_BYTES = 16 * 1024;

  private final MemoryBudget budget;
  private Object caller = this;
  private int users = 1;
  private long held;
  private long taken;

  public RequestMemory(MemoryBudget budget) {
    this.budget = budget;
  }

  /** It is known who is calling; before that nothing is kept. */
  public synchronized void belongsTo(Object known) {
    caller = known;
  }

  /** Keeps so many bytes more; {@link Overload} when there is no room for them. */
  public synchronized void hold(long bytes) {
    held += bytes;
    var more = held - FREE_BYTES - taken;
    if (more <= 0 || users == 0) {
      return;
    }
    if (!budget.take(caller, more)) {
      throw new Overload();
    }
    taken += more;
  }

  /** Adds a user of the memory, who has to {@link #release} it. */
  public synchronized void share() {
    users++;
  }

  /** Ends one use of the memory; after the last use the bytes go back to the budget. */
  public synchronized void release() {
    users--;
    if (users == 0 && taken > 0) {
      budget.giveBack(caller, taken);
      taken = 0;
    }
  }
}
