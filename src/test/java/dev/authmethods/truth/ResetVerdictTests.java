package dev.authmethods.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The judge of resets: true answers stand, and each sort of untrue answer is found. */
class ResetVerdictTests {

  private static final String USER = MutationDraw.id(4);
  private static final String NOBODY = "";
  private static final Instant ASKED = Instant.parse("2026-11-27T12:00:00.400Z");
  private static final Instant ANSWERED = ASKED.plusSeconds(2);
  private static final String ENDED = "2026-11-27T12:00:01Z";
  private static final Method PHONE = new Method(MethodKind.PHONE, "+1 2065550100", "notSupported");
  private static final Method EMAIL = new Method(MethodKind.EMAIL, "kim@example.com", "");

  private static final Request RESET = new Request(
    Admin.PRIVILEGED,
    MutationKind.RESET,
    USER,
    Slot.SESSIONS,
    "",
    "a key"
  );

  private final Map<Slot, Method> before = Map.of(Slot.MOBILE, PHONE, Slot.EMAIL, EMAIL);
  private final List<Change> changes = new ArrayList<>();

  @Nested
  class AnAnswerThatIsTrue {

    @Test
    void stands() {
      deleted(Slot.MOBILE);
      deleted(Slot.EMAIL);
      ended();
      assertThat(objection(answer(true, ENDED, step("MOBILE", "DELETED"), step("EMAIL", "DELETED")))).isEmpty();
    }

    @Test
    void standsWhenSomethingFailed() {
      deleted(Slot.MOBILE);
      ended();
      assertThat(objection(answer(false, ENDED, step("MOBILE", "DELETED"), step("EMAIL", "FAILED")))).isEmpty();
    }

    @Test
    void standsWhenSomebodyElseWasFaster() {
      changed(Slot.MOBILE, null, Admin.AUTHENTICATION);
      deleted(Slot.EMAIL);
      ended();
      assertThat(objection(answer(true, ENDED, step("MOBILE", "WAS_GONE"), step("EMAIL", "DELETED")))).isEmpty();
    }
  }

  @Nested
  class AnAnswerThatIsUntrue {

    @Test
    void saysThatAMethodIsDeletedThatIsThere() {
      deleted(Slot.EMAIL);
      ended();
      assertThat(objection(answer(false, ENDED, step("MOBILE", "DELETED"), step("EMAIL", "DELETED")))).contains(
        "WRONG: MOBILE was not deleted"
      );
    }

    @Test
    void saysThatSomebodyElseDeletedWhatItDeleted() {
      deleted(Slot.MOBILE);
      deleted(Slot.EMAIL);
      ended();
      assertThat(objection(answer(true, ENDED, step("MOBILE", "WAS_GONE"), step("EMAIL", "DELETED")))).contains(
        "WRONG: nobody else deleted MOBILE"
      );
    }

    @Test
    void saysThatADeletionFailedThatWasMade() {
      deleted(Slot.MOBILE);
      deleted(Slot.EMAIL);
      ended();
      assertThat(objection(answer(false, ENDED, step("MOBILE", "FAILED"), step("EMAIL", "DELETED")))).contains(
        "LOST: it changed MOBILE"
      );
    }

    @Test
    void leavesAMethodOut() {
      deleted(Slot.EMAIL);
      ended();
      assertThat(objection(answer(true, ENDED, step("EMAIL", "DELETED")))).contains(
        "WRONG: there is not a step for each method"
      );
    }

    @Test
    void saysThatTheSessionsAreEndedThatGoOn() {
      deleted(Slot.MOBILE);
      deleted(Slot.EMAIL);
      assertThat(objection(answer(false, ENDED, step("MOBILE", "DELETED"), step("EMAIL", "DELETED")))).contains(
        "WRONG: the sessions were not ended"
      );
    }

    @Test
    void saysThatTheSessionsGoOnThatAreEnded() {
      deleted(Slot.MOBILE);
      deleted(Slot.EMAIL);
      ended();
      var answer = answer(false, null, step("MOBILE", "DELETED"), step("EMAIL", "DELETED"));
      assertThat(objection(answer)).contains("LOST: it changed the sessions");
    }

    @Test
    void isCompleteThoughAMethodIsThere() {
      deleted(Slot.MOBILE);
      ended();
      assertThat(objection(answer(true, ENDED, step("MOBILE", "DELETED"), step("EMAIL", "FAILED")))).contains(
        "WRONG: it is not complete"
      );
    }

    @Test
    void saysThatNothingWasChanged() {
      deleted(Slot.MOBILE);
      var refused = payload(
        "{\"isComplete\": false, \"errors\": [{\"__typename\": \"UpstreamThrottledError\"}], \"steps\": []}"
      );
      assertThat(objection(refused)).contains("LOST: it changed something");
    }
  }

  @Nested
  class ARepetition {

    @Test
    void thatIsCompleteStands() {
      assertThat(unfinished(answer(true, ENDED, step("MOBILE", "DELETED"), step("EMAIL", "DELETED")))).isEmpty();
    }

    @Test
    void hasToBeComplete() {
      assertThat(unfinished(answer(false, ENDED, step("MOBILE", "DELETED"), step("EMAIL", "UNKNOWN")))).isPresent();
    }

    @Test
    void hasToDeleteAPhoneWhenNothingIsInTheWay() {
      assertThat(unfinished(answer(false, ENDED, phoneInTheWay(), step("EMAIL", "DELETED")))).isPresent();
    }

    @Test
    void leavesAPhoneThatAnotherPhoneNeedsWhichWasRegisteredSince() {
      changed(Slot.ALTERNATE_MOBILE, PHONE, Admin.AUTHENTICATION);
      assertThat(unfinished(answer(false, ENDED, phoneInTheWay(), step("EMAIL", "DELETED")))).isEmpty();
    }

    private String phoneInTheWay() {
      return step("MOBILE", "FAILED").replace("[]", "[{\"__typename\": \"MobilePhoneStillNeededError\"}]");
    }
  }

  @Nested
  class AHistoryOfRepetitions {

    @Test
    void hasOnePlan() {
      var first = answer(false, ENDED, step("MOBILE", "DELETED"), step("EMAIL", "UNKNOWN"));
      var second = answer(true, ENDED, step("MOBILE", "DELETED"));
      assertThat(steps(first).objection()).isEmpty();
      assertThat(steps(first, second).objection()).isPresent();
    }

    @Test
    void hasAPlaceForEachStepInTheOrderOfAllChanges() {
      deleted(Slot.MOBILE);
      deleted(Slot.EMAIL);
      var points = steps(answer(true, ENDED, step("MOBILE", "DELETED"), step("EMAIL", "DELETED"))).points(false, false);
      var texts = Map.of(Slot.MOBILE, PHONE.text(), Slot.EMAIL, EMAIL.text());
      assertThat(Linearization.exists(with(points, Map.of()), texts)).isTrue();
      assertThat(Linearization.exists(with(points, Map.of(Slot.EMAIL, EMAIL.text())), texts)).isFalse();
    }

    @Test
    void hasNoPlaceForAPlanThatLeavesAMethodOut() {
      var points = steps(answer(true, ENDED, step("MOBILE", "DELETED"))).points(false, false);
      var texts = Map.of(Slot.MOBILE, PHONE.text(), Slot.EMAIL, EMAIL.text());
      assertThat(Linearization.exists(points, texts)).isFalse();
    }

    @Test
    void endsTheSessionsWhenItSaysSo() {
      var calls = calls(answer(true, ENDED, step("MOBILE", "DELETED"), step("EMAIL", "DELETED")));
      assertThat(new SessionEnds(changes).objection(List.of(calls))).isPresent();
      ended();
      assertThat(new SessionEnds(changes).objection(List.of(calls))).isEmpty();
    }

    @Test
    void tellsOfTheEndOfTheSessions() {
      ended();
      assertThat(new SessionEnds(changes).objection(List.of())).isPresent();
    }

    private ResetSteps steps(Answer... answers) {
      return new ResetSteps(calls(answers), new History(before, changes));
    }

    private Calls calls(Answer... answers) {
      return new Calls(RESET, List.of(answers));
    }

    private List<Point> with(List<Point> points, Map<Slot, String> end) {
      var all = new ArrayList<>(points);
      all.add(Point.look("END", ANSWERED.plusSeconds(1), ANSWERED.plusSeconds(1), end::equals));
      return all;
    }
  }

  @Nested
  class ADeletion {

    /** The writes of one reset have one id: one that was sent to another method before tells nothing. */
    @Test
    void isOfWhatWasRegisteredSinceWhenItWasSentAfterThat() {
      changedAt(1, Slot.MOBILE, PHONE);
      changedAt(3, Slot.MOBILE, null);
      assertThat(late(sent(0, Slot.EMAIL), sent(2, Slot.MOBILE))).contains(
        "WRONG: deleted what was registered since, MOBILE"
      );
    }

    @Test
    void isNotWhenItWasSentBefore() {
      changedAt(1, Slot.MOBILE, PHONE);
      changedAt(3, Slot.MOBILE, null);
      assertThat(late(sent(0, Slot.MOBILE), sent(2, Slot.EMAIL))).isEmpty();
    }

    private Optional<String> late(Traffic.Sent... sent) {
      return ResetVerdict.late(RESET, new History(before, changes), new Traffic(List.of(sent)));
    }

    private void changedAt(int seconds, Slot slot, @Nullable Method after) {
      var by = (after == null ? Admin.PRIVILEGED : Admin.AUTHENTICATION).objectId();
      changes.add(new Change(ASKED.plusSeconds(seconds), USER, "change", slot, after, by, "an id"));
    }

    private static Traffic.Sent sent(int seconds, Slot slot) {
      var path = "/users/" + USER + "/authentication/" + slot.kind().collection() + "/" + slot.id();
      return new Traffic.Sent(ASKED.plusSeconds(seconds), "DELETE", path, 204, "an id");
    }
  }

  private Optional<String> objection(Answer answer) {
    return new ResetVerdict(RESET, answer, new History(before, changes)).objection();
  }

  private Optional<String> unfinished(Answer answer) {
    return new ResetVerdict(RESET, answer, new History(before, changes)).unfinished();
  }

  private void deleted(Slot slot) {
    changed(slot, null, Admin.PRIVILEGED);
  }

  private void ended() {
    changed(Slot.SESSIONS, new Method(MethodKind.SESSIONS, MethodKind.plain(ENDED), ""), Admin.PRIVILEGED);
  }

  private void changed(Slot slot, @Nullable Method after, Admin admin) {
    changes.add(new Change(ASKED.plusSeconds(1), USER, "change", slot, after, admin.objectId(), NOBODY));
  }

  private static Answer answer(boolean isComplete, @Nullable String ended, String... steps) {
    return payload(
      """
      {"isComplete": %s, "sessionsValidFrom": %s, "sessionErrors": [%s], "errors": [], "steps": [%s]}
      """.formatted(
        isComplete,
        ended == null ? null : "\"" + ended + "\"",
        ended == null ? "{\"__typename\": \"UpstreamRefusedError\"}" : "",
        String.join(", ", steps)
      )
    );
  }

  private static Answer payload(String json) {
    return new Answer(ASKED, ANSWERED, 200, new JsonMapper().readTree(json));
  }

  private static String step(String slot, String outcome) {
    var id = "Any/" + Slot.valueOf(slot).id() + "/" + USER;
    return """
    {"methodId": "%s", "kind": "ANY", "outcome": "%s", "confirmation": "UPSTREAM", "errors": []}""".formatted(
      Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(StandardCharsets.UTF_8)),
      outcome
    );
  }
}
