package dev.authmethods.gateway.access.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import dev.authmethods.gateway.fixtures.TokenForge;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.JwtException;

/** Signing keys whose host hangs or fails: whoever's key is known is not kept waiting, and the others are not too many. */
class SigningKeysUnderStressTests {

  private static final JWKSet FIRST = new JWKSet(TokenForge.withKey("first").publicKey());
  private static final JWKSet SECOND = new JWKSet(TokenForge.withKey("second").publicKey());
  private static final Duration A_MOMENT = Duration.ofSeconds(5);

  private final List<CompletableFuture<JWKSet>> fetches = new ArrayList<>();
  private final AtomicInteger withdrawals = new AtomicInteger();
  private long nanos = 1;
  private final SigningKeys keys = new SigningKeys(this::fetch, withdrawals::incrementAndGet, () -> nanos);

  private CompletableFuture<JWKSet> fetch() {
    var fetch = new CompletableFuture<JWKSet>();
    fetches.add(fetch);
    return fetch;
  }

  private void known(JWKSet published) {
    var first = keys.toCheck("first").toFuture();
    fetches.getLast().complete(published);
    assertThat(first).succeedsWithin(A_MOMENT);
  }

  private void pass(Duration time) {
    nanos += time.toNanos();
  }

  @Test
  void aKnownKeyWaitsForNothing() {
    known(FIRST);
    keys.toCheck("unknown").subscribe();
    assertThat(keys.toCheck("first").toFuture()).isCompletedWithValue(FIRST);
  }

  @Test
  void aKnownKeyWaitsForFreshOnesOnceAndNotForLong() {
    known(FIRST);
    pass(Duration.ofMinutes(6));
    assertThat(keys.toCheck("first").block(A_MOMENT)).isEqualTo(FIRST);
    pass(Duration.ofSeconds(2));
    assertThat(keys.toCheck("first").toFuture()).isCompletedWithValue(FIRST);
    assertThat(fetches).hasSize(2);
  }

  @Test
  void freshKeysAreUsedWhenTheyComeInTime() {
    known(FIRST);
    pass(Duration.ofMinutes(6));
    var first = keys.toCheck("first").toFuture();
    fetches.getLast().complete(SECOND);
    assertThat(first).isCompletedWithValue(SECOND);
    assertThat(withdrawals).hasValue(1);
  }

  @Test
  void aKnownKeyServesWhileNewOnesCannotBeFetchedButNotForEver() {
    known(FIRST);
    for (var minute = 0; minute < 45; minute++) {
      pass(Duration.ofMinutes(1));
      var first = keys.toCheck("first").toFuture();
      fetches.getLast().completeExceptionally(new IOException());
      assertThat(first).isCompletedWithValue(FIRST);
    }
    pass(Duration.ofMinutes(6));
    var first = keys.toCheck("first").toFuture();
    fetches.getLast().completeExceptionally(new IOException());
    assertThat(first).failsWithin(A_MOMENT).withThrowableThat().havingCause().isInstanceOf(JwtException.class);
  }

  @Test
  void noMoreThanSomeWaitForAKeyThatIsNotKnown() {
    known(FIRST);
    var waiting = IntStream.range(0, 300)
      .mapToObj(_ -> keys.toCheck("unknown").toFuture())
      .toList();
    assertThat(waiting.stream().filter(CompletableFuture::isCompletedExceptionally)).hasSize(300 - 256);
    assertThat(fetches).hasSize(2);
    fetches.getLast().complete(FIRST);
    assertThat(waiting.stream().filter(future -> !future.isCompletedExceptionally())).allMatch(
      CompletableFuture::isDone
    );
    assertThat(keys.toCheck("unknown").toFuture()).isCompletedWithValue(FIRST);
  }

  @Test
  void thatCouldNotBeFetchedAreNotAskedForByEveryToken() {
    for (var token = 0; token < 100; token++) {
      var waiting = keys.toCheck("first");
      var outcome = waiting.toFuture();
      fetches.getLast().completeExceptionally(new IOException());
      assertThat(outcome).isCompletedExceptionally();
    }
    assertThat(fetches).hasSize(2);
    pass(Duration.ofSeconds(31));
    known(FIRST);
  }
}
