package dev.authmethods.gateway.idempotency.store;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code gateway.idempotency.store}, by operation and outcome; tells the log when the store fails and when it is back. */
final class MeasuredStore implements IdempotencyStore {

  private static final Logger LOG = LoggerFactory.getLogger(MeasuredStore.class);

  private final IdempotencyStore store;
  private final Operation putIfAbsent;
  private final Operation replace;
  private final Operation remove;
  private final AtomicBoolean available = new AtomicBoolean(true);

  MeasuredStore(IdempotencyStore store, MeterRegistry registry) {
    this.store = store;
    this.putIfAbsent = Operation.of("put_if_absent", registry);
    this.replace = Operation.of("replace", registry);
    this.remove = Operation.of("remove", registry);
  }

  @Override
  public PutResult putIfAbsent(String key, String value, Instant neededSince) {
    return measured(putIfAbsent, () -> store.putIfAbsent(key, value, neededSince));
  }

  @Override
  public boolean replace(String key, String expected, String next) {
    return measured(replace, () -> store.replace(key, expected, next));
  }

  @Override
  public boolean remove(String key, String expected) {
    return measured(remove, () -> store.remove(key, expected));
  }

  private <T> T measured(Operation operation, Supplier<T> call) {
    var sample = Timer.start();
    try {
      var answer = call.get();
      sample.stop(operation.available());
      isBack();
      return answer;
    } catch (StoreUnavailable e) {
      sample.stop(operation.unavailable());
      failed(e);
      throw e;
    }
  }

  private void isBack() {
    if (available.compareAndSet(false, true)) {
      LOG.info("The store of idempotency keys answers again");
    }
  }

  private void failed(StoreUnavailable failure) {
    if (available.compareAndSet(true, false)) {
      LOG.warn(failure.getMessage());
    }
    LOG.debug("Asking the store of idempotency keys has failed", failure);
  }

  private record Operation(Timer available, Timer unavailable) {
    static Operation of(String name, MeterRegistry registry) {
      return new Operation(timer(name, "available", registry), timer(name, "unavailable", registry));
    }

    private static Timer timer(String name, String outcome, MeterRegistry registry) {
      return Timer.builder("gateway.idempotency.store")
        .description("Questions to the store of idempotency keys")
        .tag("operation", name)
        .tag("outcome", outcome)
        .register(registry);
    }
  }
}
