package dev.authmethods.gateway.api.connection;

import dev.authmethods.gateway.api.request.MemoryBudget;

/**
 * The memory that one connection keeps for the heads of its requests. Every connection has {@value #FREE_BYTES} bytes
 * for itself. It takes the rest from a budget for all, until the connection ends: buffers that have grown do not
 * shrink.
 */
final class ConnectionMemory {

  /** As many as common requests with long tokens take. */
  static final int FREE_BYTES = 8 * 1024;

  /**
   * The bytes that a header takes in addition to its text: two objects with their arrays, and the entry. Source:
   * Netty's classes, on 64 bits.
   */
  private static final int BESIDE_A_HEADER = 136;

  /** A line is in the codec's buffer and in the message. */
  private static final int COPIES = 2;

  private final MemoryBudget budget;
  private final Object address;
  private long taken;

  ConnectionMemory(MemoryBudget budget, Object address) {
    this.budget = budget;
    this.address = address;
  }

  /** Whether there is room for a head of so many bytes and headers. */
  boolean holdsHead(long bytes, int headers) {
    var more = COPIES * bytes + (long) BESIDE_A_HEADER * headers - FREE_BYTES - taken;
    if (more <= 0) {
      return true;
    }
    if (!budget.take(address, more)) {
      return false;
    }
    taken += more;
    return true;
  }

  /** The connection has ended. */
  void release() {
    if (taken > 0) {
      budget.giveBack(address, taken);
      taken = 0;
    }
  }
}
