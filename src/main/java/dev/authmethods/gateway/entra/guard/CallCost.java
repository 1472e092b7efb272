package dev.authmethods.gateway.entra.guard;

import dev.authmethods.gateway.entra.Service;

/**
 * The cost of one call. Source: https://learn.microsoft.com/graph/throttling-limits#identity-and-access-service-limits
 *
 * @param kind    what the call is called in metrics
 * @param service whose limits it counts against
 * @param units   resource units
 * @param items   how many requests it counts for: the items of a batch are charged each
 * @param use     what it does
 */
public record CallCost(String kind, Service service, int units, int items, Use use) {
  /** The effect of a call. */
  public enum Use {
    READ,
    BATCH,
    WRITE,
  }

  /** The cost of one write. */
  public static CallCost write(Service service) {
    return new CallCost("write", service, 1, 1, Use.WRITE);
  }

  /** One object, or one collection, with a selection or by a path without a separate price. */
  public static CallCost read(String kind, Service service, int units) {
    return new CallCost(kind, service, units, 1, Use.READ);
  }

  /** The cost of a batch of that many reads. */
  public static CallCost batch(Service service, int items) {
    return new CallCost("batch", service, items, items, Use.BATCH);
  }

  /** Whether the call changes something. */
  public boolean isWrite() {
    return use == Use.WRITE;
  }
}
