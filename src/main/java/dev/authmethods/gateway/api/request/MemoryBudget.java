package dev.authmethods.gateway.api.request;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bytes of memory that many share: what all hold together never exceeds the budget, and what one of them holds never exceeds a
 * share of it, so that nobody can take all of it from the others.
 */
public final class MemoryBudget {

  private final long total;
  private final long share;
  private final AtomicLong taken = new AtomicLong();
  private final ConcurrentHashMap<Object, Long> byHolder = new ConcurrentHashMap<>();

  public MemoryBudget(long total, long share) {
    this.total = total;
    this.share = share;
  }

  /** Takes so many bytes for a holder, who has to {@link #giveBack} them; false, and nothing is taken, when there are too few. */
  public boolean take(Object holder, long bytes) {
    if (taken.addAndGet(bytes) > total) {
      taken.addAndGet(-bytes);
      return false;
    }
    var mine = byHolder.merge(holder, bytes, Long::sum);
    if (mine > share) {
      giveBack(holder, bytes);
      return false;
    }
    return true;
  }

  /** Returns bytes that the holder has taken. */
  public void giveBack(Object holder, long bytes) {
    byHolder.computeIfPresent(holder, (_, mine) -> mine == bytes ? null : Long.valueOf(mine - bytes));
    taken.addAndGet(-bytes);
  }

  /** The bytes that are held now, in total. */
  long taken() {
    return taken.get();
  }

  /** How many hold something. */
  int holders() {
    return byHolder.size();
  }
}
