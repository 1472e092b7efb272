package dev.authmethods.gateway.access.token;

import com.nimbusds.jose.jwk.JWKSet;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.JwtException;
import reactor.core.publisher.Mono;

/**
 * The keys that the tenant signs tokens with. Fetched again after five minutes, and for a token that names another key, but not
 * more than twice in 30 seconds; those known before serve for 50 minutes while new ones cannot be fetched.
 *
 * <p>Not Nimbus's own cache: there a fetch that hangs makes every caller wait for it, each on a thread. Here a caller whose key is
 * known waits for at most a second, once for each fetch, and all others wait without a thread, 256 at most.
 */
final class SigningKeys {

  private static final Duration FRESH = Duration.ofMinutes(5);
  private static final Duration USABLE = Duration.ofMinutes(50);
  private static final Duration QUIET = Duration.ofSeconds(30);

  /** How long a caller waits for fresh keys whose key was known until now. */
  private static final Duration COURTESY = Duration.ofSeconds(1);

  private static final int MAX_WAITING = 256;

  private final Supplier<CompletableFuture<JWKSet>> source;
  private final Runnable whenWithdrawn;
  private final LongSupplier nanoTime;
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile @Nullable Published published;
  private @Nullable Fetch last;
  private @Nullable Fetch secondLast;

  /** Asks the source; runs {@code whenWithdrawn} when a key is no longer published. */
  SigningKeys(Supplier<CompletableFuture<JWKSet>> source, Runnable whenWithdrawn, LongSupplier nanoTime) {
    this.source = source;
    this.whenWithdrawn = whenWithdrawn;
    this.nanoTime = nanoTime;
  }

  private record Published(JWKSet keys, long at) {
    boolean has(@Nullable String keyId) {
      return keyId == null ? !keys.isEmpty() : keys.getKeyByKeyId(keyId) != null;
    }
  }

  private record Fetch(CompletableFuture<JWKSet> keys, long began) {}

  /** The keys to check a token with that names one of them; a {@link JwtException} when nobody can tell whether it is one. */
  Mono<JWKSet> toCheck(@Nullable String keyId) {
    var known = published;
    if (known == null || !known.has(keyId) || isOlder(known.at, USABLE)) {
      return unknown();
    }
    return isOlder(known.at, FRESH) ? refreshed(known.keys) : Mono.just(known.keys);
  }

  private boolean isOlder(long nanos, Duration age) {
    return nanoTime.getAsLong() - nanos > age.toNanos();
  }

  private Mono<JWKSet> refreshed(JWKSet known) {
    var fetch = fetch();
    var left = fetch == null ? Duration.ZERO : COURTESY.minusNanos(nanoTime.getAsLong() - fetch.began);
    return fetch == null || !left.isPositive()
      ? Mono.just(known)
      : Mono.fromFuture(fetch.keys, true).timeout(left, Mono.just(known)).onErrorReturn(known);
  }

  private Mono<JWKSet> unknown() {
    var fetch = fetch();
    if (fetch == null) {
      return lastFetched();
    }
    if (waiting.incrementAndGet() > MAX_WAITING) {
      waiting.decrementAndGet();
      return Mono.error(new JwtException("Too many wait for the signing keys"));
    }
    return Mono.fromFuture(fetch.keys, true)
      .onErrorMap(failed -> new JwtException("The signing keys cannot be had", failed))
      .doFinally(_ -> waiting.decrementAndGet());
  }

  /**
   * The gateway has fetched the keys often enough: either the token's key is not among them, or the tenant's endpoint
   * failed.
   */
  private synchronized Mono<JWKSet> lastFetched() {
    return last == null
      ? Mono.error(new JwtException("The signing keys cannot be had"))
      : Mono.fromFuture(last.keys, true).onErrorMap(failed ->
          new JwtException("The signing keys cannot be had", failed)
        );
  }

  /** The fetch that is under way, or a new one; null when that would be too many. */
  private synchronized @Nullable Fetch fetch() {
    if (last != null && !last.keys.isDone()) {
      return last;
    }
    if (secondLast != null && !isOlder(secondLast.began, QUIET)) {
      return null;
    }
    secondLast = last;
    last = new Fetch(source.get().thenApply(this::publish), nanoTime.getAsLong());
    return last;
  }

  private JWKSet publish(JWKSet fetched) {
    var before = published;
    published = new Published(fetched, nanoTime.getAsLong());
    if (before != null && !fetched.getKeys().containsAll(before.keys.getKeys())) {
      whenWithdrawn.run();
    }
    return fetched;
  }
}
