package dev.authmethods.gateway.entra;

import dev.authmethods.gateway.access.Call;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What every call to Microsoft Graph goes through: the quota, a free slot, and the books. */
final class Passage {

  private final Quota quota;
  private final Slots slots;
  private final UpstreamMetrics metrics;

  Passage(Quota quota, Slots slots, UpstreamMetrics metrics) {
    this.quota = quota;
    this.slots = slots;
    this.metrics = metrics;
  }

  /** Sends once it may be sent; {@link EntraFailure.Throttled} and nothing is sent, when that is too late. */
  <T> T send(Call call, Charge charge, Supplier<T> sending) {
    quota.await(call, charge);
    slots.take(call);
    try {
      return booked(call, charge, sending);
    } finally {
      slots.giveBack();
    }
  }

  private <T> T booked(Call call, Charge charge, Supplier<T> sending) {
    long start = System.nanoTime();
    EntraFailure failed = null;
    begin(call, charge);
    try {
      return sending.get();
    } catch (EntraFailure failure) {
      failed = failure;
      throw failure;
    } finally {
      end(call, charge, System.nanoTime() - start, failed);
    }
  }

  private void begin(Call call, Charge charge) {
    metrics.began(charge);
    if (charge.use() == Charge.Use.BATCH) {
      call.upstream().beginBatch(charge.items());
    } else {
      call.upstream().begin();
    }
  }

  private void end(Call call, Charge charge, long nanos, @Nullable EntraFailure failed) {
    call.upstream().end();
    metrics.ended(charge, nanos, failed);
  }
}
