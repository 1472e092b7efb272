package dev.authmethods.gateway.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.authmethods.gateway.access.Caller;
import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.fixtures.UuidsOfVersion7;
import dev.authmethods.gateway.idempotency.store.IdempotencyStore;
import dev.authmethods.gateway.idempotency.store.PutResult;
import dev.authmethods.gateway.idempotency.store.StoreUnavailable;
import dev.authmethods.gateway.idempotency.store.UnknownKeyPolicy;
import dev.authmethods.gateway.idempotency.store.UnreliableStore;
import dev.authmethods.gateway.method.ObjectId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IdempotencyTests {

  private static final Instant START = Instant.parse("2026-11-23T10:15:30Z");
  private static final Instant DEADLINE = START.plusSeconds(15);
  private static final Instant LEASE_ENDS = DEADLINE.plusSeconds(5);
  private static final ObjectId AVERY = new ObjectId("a0000000-0000-4000-8000-000000000001");
  private static final ObjectId BLAKE = new ObjectId("b0000000-0000-4000-8000-000000000001");
  private static final Caller CALLER = caller("tenant", AVERY, "client", "token");
  private static final IdempotentMutation MUTATION = new IdempotentMutation(
    "addPhoneMethod",
    "key",
    List.of("kim", "MOBILE", "+1 2065550123")
  );

  private static final Duration SKEW = Duration.ofSeconds(60);
  private static final Duration IN_DOUBT = Duration.ofSeconds(60);
  private static final UnknownKeyPolicy UNKNOWN_KEYS = new UnknownKeyPolicy(true, Duration.ofHours(24), SKEW);

  private final UnreliableStore store = new UnreliableStore();
  private final Idempotency idempotency = idempotency(false, "secret");
  private Instant now = START;

  /** What a mutation is answered with. */
  record Result(String text) {}

  /** What another version would answer with. */
  record OtherResult(Thread.State text) {}

  @Nested
  class AFreshKey {

    @Test
    void isGranted() {
      assertThat(claim()).isInstanceOf(Claim.Granted.class);
    }

    @Test
    void isGrantedAgainWhenNothingWasSent() {
      granted().close();
      assertThat(claim()).isInstanceOf(Claim.Granted.class);
    }
  }

  @Nested
  class AKeyInUse {

    @BeforeEach
    void isClaimed() {
      granted();
    }

    @Test
    void isInFlight() {
      assertThat(claim()).isEqualTo(new Claim.InFlight<>(Duration.ofSeconds(1)));
    }

    @Test
    void isInFlightUntilItsLeaseEnds() {
      now = LEASE_ENDS.minusNanos(1);
      assertThat(claim()).isInstanceOf(Claim.InFlight.class);
    }

    @Test
    void isGrantedToTheNextWhenItsLeaseHasEnded() {
      now = LEASE_ENDS;
      assertThat(claim()).isInstanceOf(Claim.Granted.class);
    }

    @Test
    void isGrantedToOneOfTheNextOnly() {
      now = LEASE_ENDS;
      store.changesMeanwhile = true;
      assertThat(claim()).isEqualTo(new Claim.InFlight<>(Duration.ofSeconds(1)));
    }

    @Test
    void isInFlightAgainOnceItIsTakenOver() {
      now = LEASE_ENDS;
      claim(until(LEASE_ENDS.plusSeconds(15)), MUTATION, new JsonFormat<>(Result.class));
      assertThat(claim()).isInstanceOf(Claim.InFlight.class);
    }

    @Test
    void isReusedByOtherArguments() {
      assertThat(claim(other("+1 2065550124"))).isInstanceOf(Claim.Reused.class);
    }
  }

  @Nested
  class ASentWrite {

    private final Lease<Result> lease = granted();

    @BeforeEach
    void isSent() {
      lease.sending(() -> "before");
    }

    @Test
    void isInFlight() {
      assertThat(claim()).isInstanceOf(Claim.InFlight.class);
    }

    @Test
    void isInDoubtWhenItsLeaseEnds() {
      now = LEASE_ENDS;
      assertThat(doubtful().before()).isEqualTo("before");
    }

    @Test
    void isInDoubtAtOnceWhenNobodyKnowsItsOutcome() {
      lease.close();
      assertThat(doubtful().before()).isEqualTo("before");
    }

    @Test
    void isGrantedAgainWhenItWasNotDone() {
      lease.free();
      assertThat(claim()).isInstanceOf(Claim.Granted.class);
    }

    @Test
    void isFreedForGood() {
      lease.free();
      granted();
      lease.close();
      assertThat(claim()).isInstanceOf(Claim.InFlight.class);
    }

    @Test
    void isInFlightWhileSomebodyFindsOut() {
      lease.close();
      doubtful();
      assertThat(claim()).isInstanceOf(Claim.InFlight.class);
    }

    @Test
    void staysInDoubtWhenItIsNotFoundOut() {
      lease.close();
      doubtful().lease().close();
      assertThat(doubtful().before()).isEqualTo("before");
    }

    @Test
    void mayBeCarriedOutUntilMicrosoftGivesUp() {
      lease.close();
      now = START.plusSeconds(59);
      assertThat(doubtful().mayYetLand()).isTrue();
      now = now.plusSeconds(60);
      assertThat(doubtful().mayYetLand()).isFalse();
    }

    @Test
    void mayBeCarriedOutUntilMicrosoftGivesUpAlsoWhenItLeftLate() {
      now = START.plusSeconds(10);
      lease.close();
      now = START.plusSeconds(69);
      assertThat(doubtful().mayYetLand()).isTrue();
    }

    @Test
    void mayBeCarriedOutForLongerAfterAnotherSending() {
      lease.close();
      now = START.plusSeconds(40);
      resent(false);
      now = START.plusSeconds(61);
      assertThat(doubtful().mayYetLand()).isTrue();
    }

    @Test
    void mayNotBeCarriedOutForLongerBecauseOfASendingThatWasNot() {
      lease.close();
      now = START.plusSeconds(40);
      resent(true);
      now = START.plusSeconds(61);
      assertThat(doubtful().mayYetLand()).isFalse();
    }

    @Test
    void mayNotBeCarriedOutAnyMoreOnceThatIsKnown() {
      lease.nothingComesLate();
      lease.close();
      var doubtful = doubtful();
      assertThat(doubtful.mayYetLand()).isFalse();
      assertThat(doubtful.before()).isEqualTo("before");
    }

    @Test
    void mayBeCarriedOutAfterAnotherSending() {
      lease.nothingComesLate();
      lease.close();
      resent(false);
      assertThat(doubtful().mayYetLand()).isTrue();
    }

    @Test
    void mayStillNotBeCarriedOutBecauseOfASendingThatWasNot() {
      lease.nothingComesLate();
      lease.close();
      resent(true);
      assertThat(doubtful().mayYetLand()).isFalse();
    }

    private void resent(boolean refused) {
      var second = doubtful().lease();
      second.sending(() -> "later");
      if (refused) {
        second.notCarriedOut();
      }
      second.close();
    }

    @Test
    void isNotForgottenWhenItWasTheFirstAndWasNotCarriedOut() {
      lease.notCarriedOut();
      lease.close();
      assertThat(doubtful().before()).isEqualTo("before");
      now = START.plusSeconds(61);
      assertThat(doubtful().mayYetLand()).isFalse();
    }

    @Test
    void staysInDoubtAsItWasBeforeTheFirstSending() {
      lease.close();
      var second = doubtful().lease();
      second.sending(() -> "later");
      second.close();
      assertThat(doubtful().before()).isEqualTo("before");
    }

    @Test
    void isSettledWhenItIsFoundOut() {
      lease.close();
      settle(doubtful().lease());
      assertThat(claim()).isEqualTo(new Claim.Settled<>(new Result("done")));
    }

    @Test
    void isReusedByOtherArguments() {
      lease.close();
      assertThat(claim(other("+1 2065550124"))).isInstanceOf(Claim.Reused.class);
    }

    @Test
    void isNotSettledByWhomItWasTakenFrom() {
      now = LEASE_ENDS;
      var second = doubtful().lease();
      settle(lease);
      second.close();
      assertThat(claim()).isInstanceOf(Claim.Doubtful.class);
    }
  }

  @Nested
  class ASettledKey {

    @Test
    void hasTheResult() {
      var lease = granted();
      lease.sending(() -> "before");
      settle(lease);
      assertThat(claim()).isEqualTo(new Claim.Settled<>(new Result("done")));
    }

    @Test
    void hasTheResultOfWhatWasNeverSent() {
      settle(granted());
      assertThat(claim()).isEqualTo(new Claim.Settled<>(new Result("done")));
    }

    @Test
    void hasTheResultBeforeTheLeaseIsClosed() {
      granted().settle(new Result("done"));
      assertThat(claim()).isEqualTo(new Claim.Settled<>(new Result("done")));
    }

    @Test
    void hasTheResultLongAfter() {
      settle(granted());
      now = START.plus(Duration.ofHours(20));
      assertThat(claim()).isEqualTo(new Claim.Settled<>(new Result("done")));
    }

    @Test
    void isReusedByOtherArguments() {
      settle(granted());
      assertThat(claim(other("+1 2065550124"))).isInstanceOf(Claim.Reused.class);
    }

    @Test
    void isInDoubtWhenItsResultCannotBeRead() {
      var lease = granted();
      lease.sending(() -> "before");
      settle(lease);
      var claim = (Claim.Doubtful<OtherResult>) claim(call(CALLER), MUTATION, new JsonFormat<>(OtherResult.class));
      assertThat(claim.before()).isNull();
    }

    @Test
    void isReusedWhenItCannotBeReadAtAll() {
      granted();
      unreadable();
      assertThat(claim()).isInstanceOf(Claim.Reused.class);
    }

    private void unreadable() {
      var key = Objects.requireNonNull(store.lastKey);
      assertThat(store.replace(key, Objects.requireNonNull(store.lastValue), "nonsense")).isTrue();
    }
  }

  /** Taken over by another before anything was sent. */
  @Nested
  class ALostLease {

    private final Lease<Result> lost = granted();

    @BeforeEach
    void isTakenOver() {
      now = LEASE_ENDS;
      claim(until(LEASE_ENDS.plusSeconds(15)), MUTATION, new JsonFormat<>(Result.class));
    }

    @Test
    void sendsNothing() {
      assertThatThrownBy(() -> lost.sending(() -> "before")).isInstanceOf(LeaseLost.class);
    }

    @Test
    void leavesTheKeyToTheOther() {
      assertThatThrownBy(() -> lost.sending(() -> "before")).isInstanceOf(LeaseLost.class);
      lost.close();
      assertThat(claim()).isInstanceOf(Claim.InFlight.class);
    }

    @Test
    void leavesTheKeyToTheOtherAlsoWithoutSending() {
      lost.close();
      assertThat(claim()).isInstanceOf(Claim.InFlight.class);
    }

    @Test
    void freesNothingOfTheOther() {
      lost.free();
      assertThat(claim()).isInstanceOf(Claim.InFlight.class);
    }
  }

  @Nested
  class AClosedLease {

    @Test
    void isClosedOnce() {
      var lease = granted();
      lease.close();
      var next = granted();
      lease.close();
      assertThat(claim()).isInstanceOf(Claim.InFlight.class);
      next.close();
    }

    @Test
    void asksTheStoreOnce() {
      var lease = granted();
      lease.sending(() -> "before");
      lease.close();
      store.lastValue = null;
      lease.close();
      assertThat(store.lastValue).isNull();
    }

    @Test
    void leavesASettledKeySettled() {
      var lease = granted();
      settle(lease);
      lease.close();
      assertThat(claim()).isInstanceOf(Claim.Settled.class);
    }

    /** What could not be sent was not sent by this one: whoever has the key now tells what became of it. */
    @Test
    void tellsNothingMoreWhenItWasLost() {
      var lease = granted();
      store.changesMeanwhile = true;
      assertThatThrownBy(() -> lease.sending(() -> "before")).isInstanceOf(LeaseLost.class);
      store.changesMeanwhile = false;
      store.lastValue = null;
      lease.close();
      assertThat(store.lastValue).isNull();
    }
  }

  @Nested
  class Keys {

    static Stream<Caller> otherCallers() {
      return Stream.of(
        caller("other", AVERY, "client", "token"),
        caller("tenant", BLAKE, "client", "token"),
        caller("tenant", AVERY, "other", "token"),
        caller("tenant", AVERY, null, "token")
      );
    }

    static Stream<IdempotentMutation> otherMutations() {
      return Stream.of(
        new IdempotentMutation("updatePhoneMethod", MUTATION.key(), MUTATION.arguments()),
        new IdempotentMutation(MUTATION.operation(), "other", MUTATION.arguments())
      );
    }

    @ParameterizedTest
    @MethodSource("otherCallers")
    void ofOtherCallersAreOtherKeys(Caller caller) {
      granted();
      assertThat(claim(call(caller), MUTATION, new JsonFormat<>(Result.class))).isInstanceOf(Claim.Granted.class);
    }

    @ParameterizedTest
    @MethodSource("otherMutations")
    void ofOtherMutationsAreOtherKeys(IdempotentMutation mutation) {
      granted();
      assertThat(claim(mutation)).isInstanceOf(Claim.Granted.class);
    }

    @Test
    void areTheSameWithAnotherToken() {
      granted();
      var later = caller("tenant", AVERY, "client", "renewed");
      assertThat(claim(call(later), MUTATION, new JsonFormat<>(Result.class))).isInstanceOf(Claim.InFlight.class);
    }

    @Test
    void areTheSameForACallerWithoutAClient() {
      var call = call(caller("tenant", AVERY, null, "token"));
      claim(call, MUTATION, new JsonFormat<>(Result.class));
      assertThat(claim(call, MUTATION, new JsonFormat<>(Result.class))).isInstanceOf(Claim.InFlight.class);
    }

    @Test
    void areNotKeptInClear() {
      granted().sending(() -> "before");
      assertThat(store.lastKey).matches("[0-9a-f]{64}");
      assertThat(store.lastValue).doesNotContain("2065550123", "kim", "\"key\"");
    }

    @Test
    void doNotTellTheirArgumentsToALog() {
      assertThat(MUTATION).hasToString("IdempotentMutation[addPhoneMethod]");
    }
  }

  @Nested
  class ADigest {

    @Test
    void isTheSameForTheSameParts() {
      assertThat(idempotency.digest("a", "b")).isEqualTo(idempotency.digest("a", "b")).matches("[0-9a-f]{64}");
    }

    @Test
    void tellsPartsApart() {
      var digests = Stream.of(
        idempotency.digest("ab", "c"),
        idempotency.digest("a", "bc"),
        idempotency.digest("abc"),
        idempotency.digest("c", "ab"),
        idempotency.digest("abc", ""),
        idempotency.digest()
      );
      assertThat(digests).doesNotHaveDuplicates();
    }

    @Test
    void isAnotherWithAnotherSecret() {
      assertThat(idempotency.digest("a")).isNotEqualTo(idempotency(false, "other").digest("a"));
    }

    @Test
    void isTheHmacOfThePartsWithTheirLengths() throws Exception {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec("secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      var expected = mac.doFinal("1:a2:ü".getBytes(StandardCharsets.UTF_8));
      assertThat(idempotency.digest("a", "ü")).isEqualTo(HexFormat.of().formatHex(expected));
    }
  }

  /** The store has lost what it kept. */
  @Nested
  class AfterALoss {

    private static final Instant LOST = START.minus(Duration.ofHours(1));

    @BeforeEach
    void lose() {
      store.lostBefore = LOST;
    }

    @Test
    void refusesAKeyThatDoesNotSayWhenItWasMade() {
      assertThat(claim()).isEqualTo(new Claim.Forgotten<>(LOST.plus(SKEW).plusMillis(1)));
    }

    @Test
    void takesNoUnknownKeyForGood() {
      claim();
      store.lostBefore = Instant.MIN;
      assertThat(claim()).isInstanceOf(Claim.Granted.class);
    }

    @Test
    void grantsAKeyThatWasMadeLater() {
      assertThat(claim(keyed(UuidsOfVersion7.madeAt(LOST.plus(SKEW))))).isInstanceOf(Claim.Granted.class);
      assertThat(claim(keyed(UuidsOfVersion7.madeAt(LOST.plus(SKEW).minusMillis(1))))).isInstanceOf(
        Claim.Forgotten.class
      );
    }

    @Test
    void grantsAKeyThatIsMadeWhenTheErrorSays() {
      var from = ((Claim.Forgotten<Result>) claim()).keysAcceptedFrom();
      assertThat(claim(keyed(UuidsOfVersion7.madeAt(from)))).isInstanceOf(Claim.Granted.class);
    }

    @Test
    void grantsEveryKeyWhenTheLostOnesWouldHaveEnded() {
      now = LOST.plus(Duration.ofHours(24)).minusMillis(1);
      assertThat(claim()).isInstanceOf(Claim.Forgotten.class);
      now = LOST.plus(Duration.ofHours(24));
      assertThat(claim()).isInstanceOf(Claim.Granted.class);
    }

    private static IdempotentMutation keyed(String key) {
      return new IdempotentMutation(MUTATION.operation(), key, MUTATION.arguments());
    }
  }

  @Nested
  class WithoutItsStore {

    private final Idempotency strict = idempotency(true, "secret");

    @Test
    void goesOnWhereItMay() {
      store.down = true;
      var lease = granted();
      assertThatCode(() -> {
        lease.sending(() -> "before");
        lease.settle(new Result("done"));
        lease.free();
        lease.close();
      }).doesNotThrowAnyException();
    }

    @Test
    void refusesWhereItMust() {
      store.down = true;
      assertThat(strict.claim(call(CALLER), MUTATION, new JsonFormat<>(Result.class))).isInstanceOf(
        Claim.Unavailable.class
      );
    }

    @Test
    void sendsWhereItMayWhatWasGrantedBefore() {
      var lease = granted();
      store.down = true;
      assertThatCode(() -> lease.sending(() -> "before")).doesNotThrowAnyException();
    }

    @Test
    void sendsNothingWhereItMustNot() {
      var lease = granted(strict);
      store.down = true;
      assertThatThrownBy(() -> lease.sending(() -> "before")).isInstanceOf(StoreRequired.class);
    }

    @Test
    void takesNothingOverWhereItMustNot() {
      granted(strict);
      now = LEASE_ENDS;
      assertThat(vanishing(true)).isInstanceOf(Claim.Unavailable.class);
    }

    @Test
    void goesOnWithoutWhatItCannotTakeOver() {
      granted();
      now = LEASE_ENDS;
      assertThat(vanishing(false)).isInstanceOf(Claim.Granted.class);
    }

    @Test
    void keepsWhatIsInDoubtInDoubt() {
      granted().sending(() -> "before");
      now = LEASE_ENDS;
      assertThat(vanishing(false)).isInstanceOfSatisfying(Claim.Doubtful.class, doubtful ->
        assertThat(doubtful.before()).isEqualTo("before")
      );
    }

    private Claim<Result> vanishing(boolean required) {
      var goneMeanwhile = new Idempotency(
        new Vanishing(),
        digests("secret"),
        UNKNOWN_KEYS,
        required,
        IN_DOUBT,
        () -> now
      );
      return goneMeanwhile.claim(call(CALLER), MUTATION, new JsonFormat<>(Result.class));
    }

    @Test
    void closesAllTheSame() {
      var lease = granted(strict);
      store.down = true;
      assertThatCode(lease::close).doesNotThrowAnyException();
    }

    /** There when it is asked first, and gone then. */
    private final class Vanishing implements IdempotencyStore {

      @Override
      public PutResult putIfAbsent(String key, String value, Instant neededSince) {
        return store.putIfAbsent(key, value, neededSince);
      }

      @Override
      public boolean replace(String key, String expected, String next) {
        throw new StoreUnavailable("down", new IllegalStateException());
      }

      @Override
      public boolean remove(String key, String expected) {
        throw new StoreUnavailable("down", new IllegalStateException());
      }
    }
  }

  private Idempotency idempotency(boolean required, String secret) {
    return new Idempotency(store, digests(secret), UNKNOWN_KEYS, required, IN_DOUBT, () -> now);
  }

  private static KeyedDigest digests(String secret) {
    return new KeyedDigest(secret.getBytes(StandardCharsets.UTF_8));
  }

  private Claim<Result> claim() {
    return claim(MUTATION);
  }

  private Claim<Result> claim(IdempotentMutation mutation) {
    return claim(call(CALLER), mutation, new JsonFormat<>(Result.class));
  }

  private <R> Claim<R> claim(RequestContext call, IdempotentMutation mutation, ResultFormat<R> results) {
    return idempotency.claim(call, mutation, results);
  }

  private Lease<Result> granted() {
    return granted(idempotency);
  }

  private static Lease<Result> granted(Idempotency by) {
    return ((Claim.Granted<Result>) by.claim(call(CALLER), MUTATION, new JsonFormat<>(Result.class))).lease();
  }

  private Claim.Doubtful<Result> doubtful() {
    return (Claim.Doubtful<Result>) claim(until(now.plusSeconds(15)), MUTATION, new JsonFormat<>(Result.class));
  }

  private static void settle(Lease<Result> lease) {
    lease.settle(new Result("done"));
    lease.close();
  }

  private static IdempotentMutation other(String number) {
    return new IdempotentMutation(MUTATION.operation(), MUTATION.key(), List.of("kim", "MOBILE", number));
  }

  private static RequestContext call(Caller caller) {
    return new RequestContext(caller, DEADLINE);
  }

  private static RequestContext until(Instant deadline) {
    return new RequestContext(CALLER, deadline);
  }

  private static Caller caller(String tenant, ObjectId user, @Nullable String client, String token) {
    return new Caller(user, tenant, null, List.of(), false, client, token, Instant.MAX);
  }
}
