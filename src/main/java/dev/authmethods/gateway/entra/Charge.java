package dev.authmethods.gateway.entra;

/**
 * What one call costs. Source: Microsoft Graph, throttling limits, identity and access.
 *
 * @param kind    what the call is called in metrics
 * @param service whose limits it counts against
 * @param units   resource units
 * @param items   how many requests it counts for: the items of a batch are charged each
 * @param use     what it does
 */
record Charge(String kind, Service service, int units, int items, Use use) {
  /** What a call does. */
  enum Use {
    READ,
    BATCH,
    WRITE,
  }

  static Charge write(Service service) {
    return new Charge("write", service, 1, 1, Use.WRITE);
  }

  /** One object, or one collection, with a selection or by a path that has no price of its own. */
  static Charge read(String kind, Service service, int units) {
    return new Charge(kind, service, units, 1, Use.READ);
  }

  static Charge batch(Service service, int items) {
    return new Charge("batch", service, items, items, Use.BATCH);
  }

  boolean isWrite() {
    return use == Use.WRITE;
  }
}
