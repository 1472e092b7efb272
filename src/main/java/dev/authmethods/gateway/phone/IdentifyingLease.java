package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.idempotency.Lease;
import dev.authmethods.gateway.lookup.IdentityLookup;
import java.util.function.Supplier;

/** Keeps results by the user's object id where it is known by then; nothing waits for that before a result is kept. */
record IdentifyingLease(Lease<KeptResult> lease, IdentityLookup identities) implements Lease<KeptResult> {
  @Override
  public void sending(Supplier<String> before) {
    lease.sending(before);
  }

  @Override
  public void notCarriedOut() {
    lease.notCarriedOut();
  }

  @Override
  public void settle(KeptResult result) {
    var id = result.user() == null ? null : identities.known(result.user());
    lease.settle(id == null ? result : result.reachedBy(id));
  }

  @Override
  public void free() {
    lease.free();
  }

  @Override
  public void close() {
    lease.close();
  }
}
