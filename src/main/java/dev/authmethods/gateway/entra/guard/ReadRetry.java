package dev.authmethods.gateway.entra.guard;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.entra.LookupResult;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Sends a read again when it was throttled or went unanswered: a few times, after as long as Microsoft asks for, otherwise after a
 * growing and jittered while, and only when that ends before the request's deadline.
 */
public final class ReadRetry {

  private static final Duration FIRST_WAIT = Duration.ofMillis(200);
  private static final double GROWTH = 2;
  private static final double JITTER = 0.5;

  private final int attempts;

  /** Sends a read {@code attempts} times at most, the first time included. */
  public ReadRetry(int attempts) {
    this.attempts = attempts;
  }

  /** Reads one thing. */
  public <T> T run(RequestContext call, Supplier<T> read) {
    for (int attempt = 1; ; attempt++) {
      try {
        return read.get();
      } catch (EntraFailure failure) {
        var backoff = backoff(attempt);
        if (attempt >= attempts || !mayPass(call, failure, backoff)) {
          throw failure;
        }
        Pause.of(wait(failure, backoff));
      }
    }
  }

  /** Reads many things each of which fails alone: it reads those again, together, that can still be answered. */
  public <K, T> Map<K, LookupResult<T>> runAll(
    RequestContext call,
    Collection<K> keys,
    Function<Collection<K>, Map<K, LookupResult<T>>> read
  ) {
    var answers = new LinkedHashMap<>(read.apply(keys));
    for (int attempt = 1; attempt < attempts; attempt++) {
      var waits = waits(call, answers, backoff(attempt));
      if (waits.isEmpty()) {
        break;
      }
      // Long enough for all of them.
      Pause.of(waits.values().stream().max(Duration::compareTo).orElseThrow());
      answers.putAll(read.apply(waits.keySet()));
    }
    return answers;
  }

  private static <K, T> Map<K, Duration> waits(RequestContext call, Map<K, LookupResult<T>> answers, Duration backoff) {
    var waits = new LinkedHashMap<K, Duration>();
    answers.forEach((key, answer) -> {
      if (answer instanceof LookupResult.Failed<T>(var failure) && mayPass(call, failure, backoff)) {
        waits.put(key, wait(failure, backoff));
      }
    });
    return waits;
  }

  /** Whether the failure may pass, and the wait for that ends before the deadline. */
  private static boolean mayPass(RequestContext call, EntraFailure failure, Duration backoff) {
    return switch (failure) {
      case EntraFailure.Unavailable held when held.origin() == EntraFailure.Unavailable.Origin.GATEWAY -> false;
      case EntraFailure.Throttled _, EntraFailure.Unavailable _ -> !call.isAbandoned() &&
        wait(failure, backoff).compareTo(call.remaining()) < 0;
      case EntraFailure.Refused _, EntraFailure.Misconfigured _, EntraFailure.SignInFailure _ -> false;
    };
  }

  private static Duration wait(EntraFailure failure, Duration backoff) {
    return Objects.requireNonNullElse(failure.retryAfter(), backoff);
  }

  private static Duration backoff(int attempt) {
    double jitter = ThreadLocalRandom.current().nextDouble(1 - JITTER, 1 + JITTER);
    return Duration.ofMillis((long) (FIRST_WAIT.toMillis() * Math.pow(GROWTH, attempt - 1) * jitter));
  }
}
