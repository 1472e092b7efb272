package dev.authmethods.truth;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What answers say of the end of a user's sessions, held against the changes. Whoever ends them moves one moment, so that no order has to
 * be found: sessions that somebody else has ended are ended.
 */
record SessionEnds(List<Change> changes) {
  private static final Set<MutationKind> ENDS = EnumSet.of(MutationKind.REVOKE, MutationKind.RESET);

  /** What cannot have been so; empty when all can. */
  Optional<String> objection(List<Calls> all) {
    var ends = all
      .stream()
      .filter(calls -> ENDS.contains(calls.request().deed()))
      .toList();
    return ends
      .stream()
      .flatMap(calls ->
        calls
          .answers()
          .stream()
          .flatMap(answer -> untruth(calls, answer).stream())
      )
      .findFirst()
      .or(() -> untold(ends));
  }

  private Optional<String> untruth(Calls calls, Answer answer) {
    var isEnd = calls.request().deed() == MutationKind.REVOKE ? answer.isSuccess() : isShown(answer);
    return isEnd && moves(calls, answer).findAny().isEmpty()
      ? Optional.of("the sessions were not ended: " + answer)
      : Optional.empty();
  }

  /** The changes that the answer can speak of, in whole seconds. */
  private Stream<Change> moves(Calls calls, Answer answer) {
    var from = calls.inOrder().getFirst().from().truncatedTo(ChronoUnit.SECONDS);
    return moves()
      .filter(change -> !change.at().isBefore(from) && !change.at().isAfter(answer.to()))
      .filter(change -> !isShown(answer) || moment(answer).equals(moment(change)));
  }

  private Stream<Change> moves() {
    return changes.stream().filter(change -> change.slot() == Slot.SESSIONS || isDeletionOfPass(change));
  }

  /** It ends the sessions too. */
  private static boolean isDeletionOfPass(Change change) {
    return change.slot() == Slot.PASS && change.after() == null;
  }

  private static boolean isShown(Answer answer) {
    return answer.property("sessionsValidFrom").isString();
  }

  private static Instant moment(Answer answer) {
    return Instant.parse(answer.property("sessionsValidFrom").stringValue());
  }

  private static Instant moment(Change change) {
    var after = change.after();
    return after == null
      ? change.at().truncatedTo(ChronoUnit.SECONDS)
      : Instant.parse(after.text().toUpperCase(Locale.ROOT));
  }

  /** Nobody ended the sessions whose answers all say that nothing was done. */
  private Optional<String> untold(List<Calls> ends) {
    return moves()
      .filter(change -> !isDeletionOfPass(change))
      .filter(change ->
        ends
          .stream()
          .filter(calls -> calls.request().admin().objectId().equals(change.by()))
          .noneMatch(Calls::mayHaveSent)
      )
      .map(change -> "the sessions were ended, and nobody was told: " + change)
      .findFirst();
  }
}
