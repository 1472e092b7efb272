package dev.authmethods.gateway.access;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.event.Level;

/**
 * Logs a line of each kind at most once a minute, and in it how often it has happened since the last one: a client that
 * can make the gateway log something cannot make it log much.
 *
 * @param <K> the kinds, of which there must be few
 */
public final class RateLimitedLog<K> {

  private static final long QUIET_NANOS = Duration.ofMinutes(1).toNanos();

  private final Logger log;
  private final LongSupplier nanoTime;
  private final Map<K, Kind> kinds = new ConcurrentHashMap<>();

  /** Logs to this logger. */
  public RateLimitedLog(Logger log) {
    this(log, System::nanoTime);
  }

  RateLimitedLog(Logger log, LongSupplier nanoTime) {
    this.log = log;
    this.nanoTime = nanoTime;
  }

  /** Counts one more of the kind, and logs the text unless that was done in the last minute. */
  public void log(Level level, K kind, String text) {
    var counted = kinds.computeIfAbsent(kind, _ -> new Kind(nanoTime.getAsLong() - QUIET_NANOS));
    counted.since.incrementAndGet();
    if (counted.isDue(nanoTime.getAsLong())) {
      log.atLevel(level).log("{} [{} since the last such line]", text, counted.since.getAndSet(0));
    }
  }

  private static final class Kind {

    private final AtomicLong since = new AtomicLong();
    private final AtomicLong last;

    Kind(long last) {
      this.last = new AtomicLong(last);
    }

    boolean isDue(long now) {
      long before = last.get();
      return now - before >= QUIET_NANOS && last.compareAndSet(before, now);
    }
  }
}
