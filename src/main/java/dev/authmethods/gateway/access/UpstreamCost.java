package dev.authmethods.gateway.access;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts the work that one request has caused upstream. Writes and repeated calls count as well; a call that never left
 * the gateway does not. Every thread may add to it and read it.
 */
public final class UpstreamCost {

  private static final int MAX_SIZES = 1_000;

  private final List<Integer> batchSizes = new ArrayList<>();
  private int calls;
  private int items;
  private int waves;
  private int inFlight;
  private long busySince;
  private long busyNanos;

  /**
   * A snapshot of the counts.
   *
   * @param calls      how many HTTP requests were sent
   * @param batchSizes how many items each batch had, in the order of sending; the first 1,000
   * @param items      all reads and writes: the items of batches, and one for every other call
   * @param waves      how often a call began while no other of the request was under way
   * @param time       how long at least one call was under way
   */
  public record Summary(int calls, List<Integer> batchSizes, int items, int waves, Duration time) {}

  /** A call begins that is no batch. */
  public synchronized void begin() {
    items++;
    started();
  }

  /** A batch of so many items begins. */
  public synchronized void beginBatch(int size) {
    items += size;
    if (batchSizes.size() < MAX_SIZES) {
      batchSizes.add(size);
    }
    started();
  }

  private void started() {
    calls++;
    if (inFlight++ == 0) {
      waves++;
      busySince = System.nanoTime();
    }
  }

  /** A call or batch that began has ended, well or not. */
  public synchronized void end() {
    if (--inFlight == 0) {
      busyNanos += System.nanoTime() - busySince;
    }
  }

  /** A snapshot of the counts at this moment. */
  public synchronized Summary summary() {
    long underWay = inFlight == 0 ? 0 : System.nanoTime() - busySince;
    return new Summary(calls, List.copyOf(batchSizes), items, waves, Duration.ofNanos(busyNanos + underWay));
  }
}
