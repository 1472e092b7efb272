package dev.authmethods.gateway.user;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.entra.ActingAs;
import dev.authmethods.gateway.entra.EntraFailure;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Whether a caller may ask for many objects at once, which can take a permission that reading each of them does not: found out by
 * asking, once for each caller in 10 minutes, for 10,000 callers at most.
 */
final class ManyAtOnce {

  private static final Duration REMEMBERED = Duration.ofMinutes(10);
  private static final long MAX_CALLERS = 10_000;
  private static final String APPLICATION = "application";

  /** After that, a thread that waits for the lookup of another thread asks as well. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

  private final ActingAs actingAs;
  private final AsyncCache<String, Boolean> allowed = Caffeine.newBuilder()
    .maximumSize(MAX_CALLERS)
    .expireAfterWrite(REMEMBERED)
    .buildAsync();

  ManyAtOnce(ActingAs actingAs) {
    this.actingAs = actingAs;
  }

  /** Reads many at once, and one by one if Microsoft Graph refuses that, or is known to refuse it. */
  <T> T read(RequestContext call, Supplier<T> many, Supplier<T> oneByOne) {
    var caller = actingAs == ActingAs.APPLICATION ? APPLICATION : call.caller().objectId().value();
    var finding = new CompletableFuture<Boolean>();
    var found = allowed.asMap().putIfAbsent(caller, finding);
    return found == null || mayAsk(found, call) ? ask(caller, finding, many, oneByOne) : oneByOne.get();
  }

  private static boolean mayAsk(CompletableFuture<Boolean> found, RequestContext call) {
    if (!found.isDone()) {
      long millis = Math.min(LONGEST_WAIT.toMillis(), call.remaining().toMillis());
      return found
        .copy()
        .completeOnTimeout(true, millis, TimeUnit.MILLISECONDS)
        .exceptionally(_ -> true)
        .join();
    }
    return found.isCompletedExceptionally() || found.resultNow();
  }

  private <T> T ask(String caller, CompletableFuture<Boolean> finding, Supplier<T> many, Supplier<T> oneByOne) {
    try {
      var answer = many.get();
      finding.complete(true);
      return answer;
    } catch (EntraFailure.Refused refused) {
      finding.complete(!refused.hides());
      if (!refused.hides()) {
        throw refused;
      }
      allowed.put(caller, CompletableFuture.completedFuture(false));
      return oneByOne.get();
    } catch (RuntimeException failure) {
      // Which says nothing: the next one asks again.
      finding.completeExceptionally(failure);
      throw failure;
    }
  }
}
