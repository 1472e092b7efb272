package dev.authmethods.truth;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One mutation, and what it was answered each time it was sent with its key. */
record Calls(Request request, List<Answer> answers) {
  /** In the order in which they were sent. */
  List<Answer> inOrder() {
    return answers
      .stream()
      .sorted((one, other) -> one.from().compareTo(other.from()))
      .toList();
  }

  Stream<Answer> successes() {
    return answers.stream().filter(Answer::isSuccess);
  }

  Stream<Answer> unknowns() {
    return answers.stream().filter(Answer::isUnknown);
  }

  Stream<Answer> statements() {
    return answers.stream().filter(answer -> Statement.of(answer).isPresent());
  }

  /** Whether one of them may have sent the write. */
  boolean mayHaveSent() {
    return successes().findAny().isPresent() || unknowns().findAny().isPresent() || statements().findAny().isPresent();
  }

  /** When the first of those began that may have sent the write. */
  Instant from() {
    return Stream.concat(Stream.concat(successes(), unknowns()), statements())
      .map(Answer::from)
      .min(Instant::compareTo)
      .orElse(Instant.MAX);
  }

  /** When the first of those ended that say that it was made. */
  Instant to() {
    return successes().map(Answer::to).min(Instant::compareTo).orElse(Instant.MAX);
  }

  boolean isUnchanged() {
    return effects().anyMatch("UNCHANGED"::equals);
  }

  /** What those that say that it was made say that was done. */
  Stream<String> effects() {
    return successes().map(answer -> answer.effect(request.slot().kind()));
  }

  /**
   * What is wrong with the answers themselves; empty when nothing is.
   *
   * @param lost whether keys were lost meanwhile: whoever had one and had sent nothing is told that somebody else has it
   */
  Optional<String> contradiction(boolean lost) {
    var objections = new ArrayList<String>();
    if (successes().anyMatch(made -> statements().anyMatch(refused -> !mayPrecede(refused, made)))) {
      objections.add("both made and refused");
    }
    if (effects().distinct().count() > 1) {
      objections.add("made in two ways");
    }
    if (!lost && answers.stream().anyMatch(answer -> answer.isInFlight() && !isBeside(answer))) {
      objections.add("in flight, and it was not");
    }
    if (answers.stream().anyMatch(answer -> !answer.isPayload())) {
      objections.add("not answered");
    }
    if (answers.stream().anyMatch(Answer::isCalledInvalid)) {
      objections.add("called invalid");
    }
    return objections.stream().findFirst();
  }

  /** What others did leaves the key open: another call with it may find that their work is gone, and make the change. */
  private static boolean mayPrecede(Answer refused, Answer made) {
    return (
      Statement.of(refused).filter(Statement::isOfOthers).isPresent() &&
      !refused.isReplayed() &&
      (made.isReplayed() || refused.to().isBefore(made.from()))
    );
  }

  private boolean isBeside(Answer answer) {
    return answers
      .stream()
      .anyMatch(
        other -> !other.equals(answer) && !other.from().isAfter(answer.to()) && !other.to().isBefore(answer.from())
      );
  }
}
