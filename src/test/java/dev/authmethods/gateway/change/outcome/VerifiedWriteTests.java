package dev.authmethods.gateway.change.outcome;

import static dev.authmethods.gateway.change.outcome.Observation.AS_BEFORE;
import static dev.authmethods.gateway.change.outcome.Observation.AS_BEFORE_WHERE_SHOWN;
import static dev.authmethods.gateway.change.outcome.Observation.AS_REQUESTED;
import static dev.authmethods.gateway.change.outcome.Observation.AS_REQUESTED_WHERE_SHOWN;
import static dev.authmethods.gateway.change.outcome.Observation.CHANGED_BY_OTHERS;
import static dev.authmethods.gateway.change.outcome.Observation.HIDDEN;
import static dev.authmethods.gateway.entra.Failing.challenge;
import static dev.authmethods.gateway.entra.Failing.heldBack;
import static dev.authmethods.gateway.entra.Failing.refused;
import static dev.authmethods.gateway.entra.Failing.throttled;
import static dev.authmethods.gateway.entra.Failing.unclear;
import static dev.authmethods.gateway.entra.Failing.unreachable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.fixtures.Calls;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every branch of the engine: what is answered and seen, and what is told and done then. */
class VerifiedWriteTests {

  private static final Duration AT_ONCE = Duration.ZERO;
  private static final Duration TOO_LATE = Duration.ofHours(1);

  private final ScriptedWrite write = new ScriptedWrite();
  private final RequestContext call = Calls.unhurried();
  private final EntraFailure unreadable = unreachable(Duration.ofSeconds(99));

  @Nested
  class Answered {

    @Test
    void withSuccessItIsApplied() {
      write.answered("done");
      assertThat(outcome()).isEqualTo(confirmed());
      assertThat(write.steps()).containsExactly("send");
      assertThat(write.notCarriedOut).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = { 400, 401, 403, 404, 408, 410, 412, 422 })
    void withARefusalItIsRefusedAndNothingIsRead(int status) {
      var why = refused(status, "code");
      write.answered(why);
      assertThat(outcome()).isEqualTo(new Outcome.Refused<>(why, null));
      assertThat(write.steps()).containsExactly("send");
      assertThat(write.notCarriedOut).isOne();
    }

    @Test
    void withAChallengeThatIsPassedOn() {
      var why = challenge();
      write.answered(why);
      assertThatThrownBy(VerifiedWriteTests.this::outcome).isSameAs(why);
      assertThat(write.steps()).containsExactly("send");
      assertThat(write.notCarriedOut).isOne();
    }
  }

  @Nested
  class NotSent {

    static Stream<EntraFailure> failures() {
      return Stream.of(heldBack(AT_ONCE), heldBack(null), unreachable(AT_ONCE), unreachable(null));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void isNotAppliedAndNotLookedFor(EntraFailure why) {
      write.answered(why);
      assertThat(outcome()).isEqualTo(new Outcome.NotApplied<>(why));
      assertThat(write.steps()).containsExactly("send");
      assertThat(write.notCarriedOut).isOne();
    }
  }

  /** A part may have been done all the same. */
  @Nested
  class InConflict {

    private final EntraFailure.Refused why = refused(409, "conflict");

    @Test
    void isAppliedWhereItIsSeen() {
      write.answered(why).seen(AS_REQUESTED);
      assertThat(outcome()).isEqualTo(new Outcome.ReadBack<>(AS_REQUESTED, false));
    }

    @Test
    void isAppliedWhereItIsSeenMasked() {
      write.answered(why).seen(AS_REQUESTED_WHERE_SHOWN);
      assertThat(outcome()).isEqualTo(new Outcome.ReadBack<>(AS_REQUESTED_WHERE_SHOWN, true));
    }

    @Test
    void isRefusedWhereItIsNotSeen() {
      write.answered(why).seen(AS_BEFORE);
      assertThat(outcome()).isEqualTo(new Outcome.Refused<>(why, AS_BEFORE));
      assertThat(write.steps()).containsExactly("send", "read");
      assertThat(write.notCarriedOut).isZero();
    }

    @Test
    void isOvertakenWhereSomethingElseIsSeen() {
      write.answered(why).seen(CHANGED_BY_OTHERS);
      assertThat(outcome()).isEqualTo(settledBy(CHANGED_BY_OTHERS));
    }

    @Test
    void isUnknownWhereNothingIsShown() {
      write.answered(why).seen(HIDDEN);
      assertThat(outcome()).isEqualTo(unknown(null));
    }

    @Test
    void isUnknownWhereAMaskMayHideIt() {
      write.answered(why).seen(AS_BEFORE_WHERE_SHOWN);
      assertThat(outcome()).isEqualTo(unknown(null));
    }

    @Test
    void isUnknownWhenItCannotBeRead() {
      write.answered(why).unseen(unreadable);
      assertThat(outcome()).isEqualTo(unknown(null));
    }
  }

  /** A part may have been done all the same, and take a while to be seen. */
  @Nested
  class RefusedInPart {

    private final EntraFailure.Refused why = refused(409, ScriptedWrite.IN_PART);

    @Test
    void isAppliedAsSoonAsItIsSeen() {
      write.answered(why).seen(AS_BEFORE).seen(AS_REQUESTED);
      assertThat(outcome()).isEqualTo(new Outcome.ReadBack<>(AS_REQUESTED, false));
      assertThat(write.steps()).containsExactly("send", "read", "read");
      assertThat(write.notCarriedOut).isZero();
    }

    @Test
    void isRefusedAndNotSentAgainOnceItWouldHaveToBeSeen() {
      write.answered(why).seen(AS_BEFORE).seen(AS_BEFORE).seen(AS_BEFORE);
      long start = System.nanoTime();
      assertThat(outcome()).isEqualTo(new Outcome.Refused<>(why, AS_BEFORE));
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(ScriptedWrite.WAIT);
      assertThat(write.steps()).containsExactly("send", "read", "read", "read");
      assertThat(write.notCarriedOut).isOne();
    }

    @Test
    void isOvertakenWhereSomethingElseIsSeen() {
      write.answered(why).seen(AS_BEFORE).seen(CHANGED_BY_OTHERS);
      assertThat(outcome()).isEqualTo(settledBy(CHANGED_BY_OTHERS));
    }

    @Test
    void isUnknownWhereAMaskMayHideIt() {
      write.answered(why).seen(AS_BEFORE_WHERE_SHOWN).seen(AS_BEFORE_WHERE_SHOWN).seen(AS_BEFORE_WHERE_SHOWN);
      assertThat(outcome()).isEqualTo(unknown(null));
      assertThat(write.notCarriedOut).isZero();
    }

    @Test
    void isUnknownWhenItCannotBeRead() {
      write.answered(why).seen(AS_BEFORE).unseen(unreadable);
      assertThat(outcome()).isEqualTo(unknown(null));
    }

    @Test
    void isUnknownWhenThereIsNoTimeToWaitUntilItWouldHaveToBeSeen() {
      write.answered(why).seen(AS_BEFORE).seen(AS_BEFORE);
      assertThat(VerifiedWrite.send(Calls.within(ScriptedWrite.WAIT.dividedBy(2)), write)).isEqualTo(unknown(null));
      assertThat(write.steps()).containsExactly("send", "read", "read");
    }

    @Test
    void staysUnknownWhereAnEarlierOneMayYetLand() {
      write.answered(why).seen(AS_BEFORE).seen(AS_BEFORE).seen(AS_BEFORE);
      assertThat(VerifiedWrite.resume(call, write, AS_BEFORE, true)).isEqualTo(unknown(null));
    }

    @Test
    void isRefusedWhereNoEarlierOneCanLandAnyMore() {
      write.answered(why).seen(AS_BEFORE).seen(AS_BEFORE).seen(AS_BEFORE);
      assertThat(VerifiedWrite.resume(call, write, AS_BEFORE, false)).isEqualTo(new Outcome.Refused<>(why, AS_BEFORE));
    }
  }

  /** Answered with 429: almost surely not carried out. */
  @Nested
  class Throttled {

    @Test
    void isUnknownWhereAMaskMayHideItAndThereIsNoTimeToSendItOnceMore() {
      write.answered(throttled(TOO_LATE)).seen(AS_BEFORE_WHERE_SHOWN);
      assertThat(outcome()).isEqualTo(unknown(TOO_LATE));
    }

    @ParameterizedTest
    @EnumSource(names = { "AS_REQUESTED", "AS_REQUESTED_WHERE_SHOWN", "CHANGED_BY_OTHERS" })
    void isLookedForAllTheSame(Observation state) {
      write.answered(throttled(AT_ONCE)).seen(state);
      assertThat(outcome()).isEqualTo(settledBy(state));
      assertThat(write.steps()).containsExactly("send", "read");
    }

    @Test
    void isUnknownWhenItCannotBeRead() {
      write.answered(throttled(TOO_LATE)).unseen(unreadable);
      assertThat(outcome()).isEqualTo(unknown(TOO_LATE));
    }

    @Test
    void isSentOnceMoreWhenItIsNotSeenTwice() {
      write.answered(throttled(AT_ONCE)).seen(AS_BEFORE).seen(AS_BEFORE).answered("done");
      assertThat(outcome()).isEqualTo(confirmed());
      assertThat(write.steps()).containsExactly("send", "read", "read", "send");
    }

    @Test
    void isNotAppliedWhenItWasThrottledTwice() {
      var second = throttled(AT_ONCE);
      write.answered(throttled(AT_ONCE)).seen(AS_BEFORE).seen(AS_BEFORE).answered(second).seen(AS_BEFORE);
      assertThat(outcome()).isEqualTo(new Outcome.NotApplied<>(second));
      assertThat(write.steps()).containsExactly("send", "read", "read", "send", "read");
    }

    @Test
    void isNotAppliedWhenTheWaitIsTooLong() {
      var why = throttled(TOO_LATE);
      write.answered(why).seen(AS_BEFORE);
      assertThat(outcome()).isEqualTo(new Outcome.NotApplied<>(why));
      assertThat(write.steps()).containsExactly("send", "read");
    }

    @Test
    void isRefusedWhenTheSecondSendingIs() {
      var second = refused(400, "badRequest");
      write.answered(throttled(AT_ONCE)).seen(AS_BEFORE).seen(AS_BEFORE).answered(second);
      assertThat(outcome()).isEqualTo(new Outcome.Refused<>(second, null));
    }

    @Test
    void isUnknownWhenTheSecondSendingIsUnclear() {
      write.answered(throttled(AT_ONCE)).seen(AS_BEFORE).seen(AS_BEFORE).answered(unclear(TOO_LATE)).seen(AS_BEFORE);
      assertThat(outcome()).isEqualTo(unknown(TOO_LATE));
    }

    @Test
    void isAChallengeWhenTheSecondSendingIs() {
      var second = challenge();
      write.answered(throttled(AT_ONCE)).seen(AS_BEFORE).seen(AS_BEFORE).answered(second);
      assertThatThrownBy(VerifiedWriteTests.this::outcome).isSameAs(second);
    }
  }

  /** It may have been carried out, or may yet be. */
  @Nested
  class Unclear {

    @ParameterizedTest
    @EnumSource(names = { "AS_REQUESTED", "AS_REQUESTED_WHERE_SHOWN" })
    void isSettledByWhatIsSeen(Observation state) {
      write.answered(unclear(AT_ONCE)).seen(state);
      assertThat(outcome()).isEqualTo(settledBy(state));
      assertThat(write.steps()).containsExactly("send", "read");
    }

    @Test
    void isUnknownWhereSomethingElseIsSeenWhichItMayStillOverwrite() {
      write.answered(unclear(AT_ONCE)).seen(CHANGED_BY_OTHERS);
      assertThat(outcome()).isEqualTo(unknown(null));
      assertThat(write.steps()).containsExactly("send", "read");
    }

    @Test
    void countsAsAWriteOfTheRequestOnceItIsLookedFor() {
      write.answered(unclear(AT_ONCE)).seen(AS_REQUESTED);
      outcome();
      assertThat(call.wrote()).isTrue();
    }

    @Test
    void isUnknownWhenItCannotBeRead() {
      write.answered(unclear(TOO_LATE)).unseen(unreadable);
      assertThat(outcome()).isEqualTo(unknown(TOO_LATE));
      assertThat(write.steps()).containsExactly("send", "read");
    }

    @Test
    void isUnknownWhenTheWaitIsTooLong() {
      write.answered(unclear(TOO_LATE)).seen(AS_BEFORE);
      assertThat(outcome()).isEqualTo(unknown(TOO_LATE));
      assertThat(write.steps()).containsExactly("send", "read");
    }

    @ParameterizedTest
    @EnumSource(names = { "AS_REQUESTED", "AS_REQUESTED_WHERE_SHOWN" })
    void isNotSentAgainWhenItComesLate(Observation state) {
      write.answered(unclear(AT_ONCE)).seen(AS_BEFORE).seen(state);
      assertThat(outcome()).isEqualTo(settledBy(state));
      assertThat(write.steps()).containsExactly("send", "read", "read");
    }

    @Test
    void isUnknownAndNotSentAgainWhenOthersActMeanwhile() {
      write.answered(unclear(AT_ONCE)).seen(AS_BEFORE).seen(CHANGED_BY_OTHERS);
      assertThat(outcome()).isEqualTo(unknown(null));
      assertThat(write.steps()).containsExactly("send", "read", "read");
    }

    @Test
    void isNotSentAgainWithoutHavingLooked() {
      write.answered(unclear(AT_ONCE)).seen(AS_BEFORE).unseen(unreadable);
      assertThat(outcome()).isEqualTo(unknown(AT_ONCE));
      assertThat(write.steps()).containsExactly("send", "read", "read");
    }
  }

  /** After an unclear answer and two looks that did not find it. */
  @Nested
  class SentOnceMore {

    @Test
    void isAppliedWhenItSucceeds() {
      again().answered("done");
      assertThat(outcome()).isEqualTo(confirmedInDoubt());
      assertThat(write.steps()).containsExactly("send", "read", "read", "send");
    }

    @Test
    void isAppliedWhenARefusalAnswersTheSecondAndTheFirstIsSeen() {
      again().answered(refused(400, "badRequest")).seen(AS_REQUESTED);
      assertThat(outcome()).isEqualTo(new Outcome.ReadBack<>(AS_REQUESTED, false));
    }

    @Test
    void staysUnknownWhenItIsNotSeen() {
      var why = refused(400, "badRequest");
      again().answered(why).seen(AS_BEFORE);
      assertThat(outcome()).isEqualTo(unknown(null));
    }

    static Stream<EntraFailure> clearAnswers() {
      return Stream.of(
        refused(400, "badRequest"),
        refused(409, "conflict"),
        refused(409, ScriptedWrite.IN_PART),
        throttled(AT_ONCE)
      );
    }

    @ParameterizedTest
    @MethodSource("clearAnswers")
    void staysUnknownWhereSomethingElseIsSeenWhichTheFirstMayStillOverwrite(EntraFailure second) {
      again().answered(second).seen(CHANGED_BY_OTHERS);
      assertThat(outcome()).isEqualTo(unknown(null));
      assertThat(write.steps()).containsExactly("send", "read", "read", "send", "read");
    }

    @Test
    void staysUnknownWhenSomethingElseIsSeenAfterAPartialRefusal() {
      again().answered(refused(409, ScriptedWrite.IN_PART)).seen(AS_BEFORE).seen(CHANGED_BY_OTHERS);
      assertThat(outcome()).isEqualTo(unknown(null));
    }

    @Test
    void isUnknownWhenARefusalCannotBeLookedInto() {
      again().answered(refused(400, "badRequest")).unseen(unreadable);
      assertThat(outcome()).isEqualTo(unknown(null));
    }

    @Test
    void isNotSentAThirdTime() {
      again().answered(unclear(AT_ONCE)).seen(AS_BEFORE);
      assertThat(outcome()).isEqualTo(unknown(AT_ONCE));
      assertThat(write.steps()).containsExactly("send", "read", "read", "send", "read");
    }

    @Test
    void isUnknownWhenItIsThrottledAsTheFirstMayStillCome() {
      again().answered(throttled(TOO_LATE)).seen(AS_BEFORE);
      assertThat(outcome()).isEqualTo(unknown(TOO_LATE));
    }

    @Test
    void isUnknownWhenItIsHeldBackAsTheFirstMayStillCome() {
      again().answered(heldBack(TOO_LATE));
      assertThat(outcome()).isEqualTo(unknown(TOO_LATE));
    }

    @Test
    void isUnknownWhenTheCallerIsChallengedAsTheFirstMayStillCome() {
      again().answered(challenge());
      assertThat(outcome()).isEqualTo(unknown(null));
    }

    private ScriptedWrite again() {
      return write.answered(unclear(AT_ONCE)).seen(AS_BEFORE).seen(AS_BEFORE);
    }
  }

  /** By a later request, in view of the state since. */
  @Nested
  class Resumed {

    @ParameterizedTest
    @EnumSource(names = { "AS_REQUESTED", "AS_REQUESTED_WHERE_SHOWN" })
    void isSettledByTheState(Observation state) {
      assertThat(VerifiedWrite.resume(call, write, state, true)).isEqualTo(settledBy(state));
      assertThat(write.steps()).isEmpty();
    }

    @Test
    void staysUnknownWhereSomethingElseIsSeenAndItMayYetLand() {
      assertThat(VerifiedWrite.resume(call, write, CHANGED_BY_OTHERS, true)).isEqualTo(unknown(null));
      assertThat(write.steps()).isEmpty();
    }

    @Test
    void isOvertakenWhereSomethingElseIsSeenAndItCannotLandAnyMore() {
      assertThat(VerifiedWrite.resume(call, write, CHANGED_BY_OTHERS, false)).isEqualTo(settledBy(CHANGED_BY_OTHERS));
      assertThat(write.steps()).isEmpty();
    }

    @Test
    void isConfirmedWithoutDoubtWhenTheEarlierOneCannotLandAnyMore() {
      write.answered("done");
      assertThat(VerifiedWrite.resume(call, write, AS_BEFORE, false)).isEqualTo(confirmed());
    }

    @Test
    void isSentWhenItIsNotSeen() {
      write.answered("done");
      assertThat(VerifiedWrite.resume(call, write, AS_BEFORE, true)).isEqualTo(confirmedInDoubt());
    }

    @Test
    void isAppliedWhenItComesLate() {
      write.answered(refused(400, "badRequest")).seen(AS_REQUESTED);
      assertThat(VerifiedWrite.resume(call, write, AS_BEFORE, true)).isEqualTo(
        new Outcome.ReadBack<>(AS_REQUESTED, false)
      );
    }

    @Test
    void staysUnknownWhenItIsRefusedAndMayYetLand() {
      write.answered(refused(400, "badRequest")).seen(AS_BEFORE);
      assertThat(VerifiedWrite.resume(call, write, AS_BEFORE, true)).isEqualTo(unknown(null));
    }

    @Test
    void isRefusedWhenItCannotLandAnyMore() {
      var why = refused(400, "badRequest");
      write.answered(why);
      assertThat(VerifiedWrite.resume(call, write, AS_BEFORE, false)).isEqualTo(new Outcome.Refused<>(why, null));
    }

    @ParameterizedTest
    @MethodSource("dev.authmethods.gateway.change.outcome.VerifiedWriteTests$NotSent#failures")
    void staysUnknownWhenItIsNotSent(EntraFailure why) {
      write.answered(why);
      assertThat(VerifiedWrite.resume(call, write, AS_BEFORE, true)).isEqualTo(unknown(why.retryAfter()));
    }

    @Test
    void staysUnknownWhenTheCallerIsChallenged() {
      write.answered(challenge());
      assertThat(VerifiedWrite.resume(call, write, AS_BEFORE, true)).isEqualTo(unknown(null));
    }

    @Test
    void isSentTwiceAtMost() {
      write.answered(unclear(AT_ONCE)).seen(AS_BEFORE).seen(AS_BEFORE).answered(unclear(AT_ONCE)).seen(AS_BEFORE);
      assertThat(VerifiedWrite.resume(call, write, AS_BEFORE, true)).isEqualTo(unknown(AT_ONCE));
    }
  }

  @Nested
  class WaitsBeforeItLooksAgain {

    @Test
    void asLongAsMicrosoftSays() {
      write
        .answered(unclear(Duration.ofMillis(40)))
        .seen(AS_BEFORE)
        .seen(AS_REQUESTED);
      assertThat(time()).isBetween(Duration.ofMillis(40), Duration.ofSeconds(10));
    }

    @Test
    void aMomentWhenMicrosoftSaysNothing() {
      write.answered(unclear(null)).seen(AS_BEFORE).seen(AS_REQUESTED);
      assertThat(time()).isBetween(Duration.ofMillis(100), Duration.ofSeconds(10));
    }

    @Test
    void notWhenTheMomentWouldEndAfterTheDeadline() {
      write.answered(unclear(null)).seen(AS_BEFORE);
      var hurried = Calls.within(Duration.ofMillis(50));
      assertThat(VerifiedWrite.send(hurried, write)).isEqualTo(unknown(null));
    }

    @Test
    void untilItIsInterrupted() {
      write.answered(unclear(AT_ONCE)).seen(Thread.currentThread()::interrupt, AS_BEFORE);
      assertThat(outcome()).isEqualTo(unknown(AT_ONCE));
      assertThat(Thread.interrupted()).isTrue();
      assertThat(write.steps()).containsExactly("send", "read");
    }

    private Duration time() {
      long start = System.nanoTime();
      assertThat(outcome()).isEqualTo(new Outcome.ReadBack<>(AS_REQUESTED, false));
      return Duration.ofNanos(System.nanoTime() - start);
    }
  }

  @Nested
  class WhenTheClientHasGoneAway {

    @Test
    void onlyTheFirstSendingEndsWithIt() {
      write.answered(unclear(AT_ONCE)).seen(AS_BEFORE).seen(AS_BEFORE).answered("done");
      outcome();
      assertThat(write.steps()).containsExactly("send", "read", "read", "send");
      assertThat(write.stepsForTheClient()).containsExactly("send");
    }

    @Test
    void soDoesASecondAfterAFirstThatWasCertainlyNotCarriedOut() {
      write.answered(throttled(AT_ONCE)).seen(AS_BEFORE).seen(AS_BEFORE).answered("done");
      outcome();
      assertThat(write.stepsForTheClient()).containsExactly("send", "send");
    }

    @Test
    void soDoesThatOfAResumedOne() {
      write.answered("done");
      VerifiedWrite.resume(call, write, AS_BEFORE, true);
      assertThat(write.stepsForTheClient()).containsExactly("send");
    }
  }

  /** A write that replaces a state each time, such as a new password. */
  @Nested
  class ThatMustNotBeRepeated {

    @BeforeEach
    void makeItSo() {
      write.repeatable = false;
    }

    @Test
    void isUnknownAfterAnUnclearAnswerAndNotSentAgain() {
      write.answered(unclear(AT_ONCE)).seen(AS_BEFORE);
      assertThat(outcome()).isEqualTo(unknown(AT_ONCE));
      assertThat(write.steps()).containsExactly("send", "read");
    }

    @Test
    void isLookedForSeveralTimesIfItIsMadeSomeTimeAfterItWasAccepted() {
      write.lateChangeDelays = List.of(ScriptedWrite.WAIT, ScriptedWrite.WAIT, ScriptedWrite.WAIT);
      write.answered(unclear(AT_ONCE)).seen(AS_BEFORE).seen(AS_BEFORE).seen(AS_REQUESTED);
      assertThat(outcome()).isEqualTo(new Outcome.ReadBack<>(AS_REQUESTED, false));
      assertThat(write.steps()).containsExactly("send", "read", "read", "read");
    }

    @Test
    void isUnknownIfItIsNeverSeen() {
      write.lateChangeDelays = List.of(ScriptedWrite.WAIT);
      write.answered(unclear(AT_ONCE)).seen(AS_BEFORE).seen(AS_BEFORE);
      assertThat(outcome()).isEqualTo(unknown(AT_ONCE));
      assertThat(write.steps()).containsExactly("send", "read", "read");
    }

    @Test
    void isSentAgainAfterItWasThrottled() {
      write.answered(throttled(AT_ONCE)).seen(AS_BEFORE).seen(AS_BEFORE).answered("done");
      assertThat(outcome()).isEqualTo(confirmed());
    }

    @Test
    void isNotResumedWhileTheFirstSendingMayStillBeCarriedOut() {
      assertThat(VerifiedWrite.resume(call, write, AS_BEFORE, true)).isEqualTo(unknown(null));
      assertThat(write.steps()).isEmpty();
    }

    @Test
    void isResumedOnceTheFirstSendingCannotBeCarriedOutAnyMore() {
      write.answered("done");
      assertThat(VerifiedWrite.resume(call, write, AS_BEFORE, false)).isEqualTo(confirmed());
    }
  }

  private static Outcome<Observation, String> confirmed() {
    return new Outcome.Confirmed<>("done", false);
  }

  /** While an earlier sending may still be carried out. */
  private static Outcome<Observation, String> confirmedInDoubt() {
    return new Outcome.Confirmed<>("done", true);
  }

  private Outcome<Observation, String> outcome() {
    return VerifiedWrite.send(call, write);
  }

  private static Outcome<Observation, String> settledBy(Observation state) {
    return switch (state) {
      case AS_REQUESTED -> new Outcome.ReadBack<>(state, false);
      case AS_REQUESTED_WHERE_SHOWN -> new Outcome.ReadBack<>(state, true);
      case CHANGED_BY_OTHERS -> new Outcome.Conflicted<>(state);
      case AS_BEFORE, AS_BEFORE_WHERE_SHOWN, HIDDEN -> throw new IllegalArgumentException("settles nothing");
    };
  }

  private static Outcome<Observation, String> unknown(@Nullable Duration retryAfter) {
    return new Outcome.Unknown<>(retryAfter);
  }
}
