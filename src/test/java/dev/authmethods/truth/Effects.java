package dev.authmethods.truth;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the ledger says about the mutations of a history: numbers and addresses tell them apart, since no two give the same.
 *
 * @param late whether something may have been done later than it was answered
 */
record Effects(Map<Slot, Method> before, List<Change> changes, boolean late) {
  /** What is wrong about what a key did; empty when nothing is. */
  Optional<String> objection(Calls calls) {
    if (!calls.request().deed().givesText()) {
      return Optional.empty();
    }
    var made = made(calls.request());
    if (made.isEmpty()) {
      return calls.successes().findAny().isPresent() ? Optional.of("not made: " + calls.request()) : Optional.empty();
    }
    if (!calls.mayHaveSent()) {
      return Optional.of("made, and not told: " + calls.request());
    }
    if (made.size() > 1 && (calls.request().deed() == MutationKind.REPLACE || !isMadeAgainWhereItWasGone(made))) {
      return Optional.of("made twice: " + calls.request());
    }
    if (calls.statements().anyMatch(refused -> isMadeBefore(refused, made)) && !isOvertaken(calls, made.getFirst())) {
      return Optional.of("made, and then told to be refused: " + calls.request());
    }
    return calls.successes().findAny().isPresent() || isOvertaken(calls, made.getLast())
      ? Optional.empty()
      : Optional.of("made, and told to be refused: " + calls.request());
  }

  private static boolean isMadeBefore(Answer refused, List<Change> made) {
    return made.getFirst().at().isBefore(refused.from());
  }

  /** The changes by a mutation that changed something. */
  private List<Change> made(Request request) {
    return changes.stream().filter(request::isMadeBy).filter(this::isDifferent).toList();
  }

  private boolean isDifferent(Change change) {
    return !text(change).equals(textBefore(change));
  }

  private static String text(Change change) {
    return change.after() == null ? "" : change.after().text();
  }

  private String textBefore(Change change) {
    return changes
      .stream()
      .takeWhile(earlier -> !earlier.equals(change))
      .filter(earlier -> earlier.slot() == change.slot())
      .reduce((earlier, later) -> later)
      .map(Effects::text)
      .orElseGet(() -> Optional.ofNullable(before.get(change.slot())).map(Method::text).orElse(""));
  }

  /**
   * Whether a method was added, deleted by somebody else before that was known, and added once more because nothing was there:
   * the one thing that a look cannot tell from never having been added.
   */
  private static boolean isMadeAgainWhereItWasGone(List<Change> made) {
    return made.stream().allMatch(change -> change.operation().equals("create"));
  }

  /** Those that were made once more. */
  List<Point> again(Calls calls) {
    var request = calls.request();
    return !request.deed().givesText()
      ? List.of()
      : made(request)
          .stream()
          .skip(1)
          .map(_ ->
            new Point("AGAIN " + request.text(), calls.from(), Instant.MAX, true, state ->
              Optional.of(Point.with(state, request.slot(), request.plainText()))
            )
          )
          .toList();
  }

  /** Whether somebody else has changed the method after it was changed, and before that was answered. */
  private boolean isOvertaken(Calls calls, Change made) {
    var answered = calls.statements().map(Answer::to).max(Instant::compareTo).orElse(Instant.MIN);
    return (
      calls.unknowns().findAny().isPresent() ||
      changes
        .stream()
        .dropWhile(change -> !change.equals(made))
        .skip(1)
        .anyMatch(change -> change.slot() == made.slot() && (late || !change.at().isAfter(answered)))
    );
  }
}
