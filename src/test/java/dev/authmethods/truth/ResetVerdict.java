package dev.authmethods.truth;

import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Holds an answer to a reset against what really happened: each step for itself, the sessions, and whether it is complete. */
final class ResetVerdict {

  private final Request request;
  private final Answer answer;
  private final History history;

  ResetVerdict(Request request, Answer answer, History history) {
    this.request = request;
    this.answer = answer;
    this.history = history;
  }

  /** What is not true about it; empty when all is. */
  Optional<String> objection() {
    if (!answer.error().isEmpty()) {
      return answer.isUnknown() || changes().findAny().isEmpty() ? Optional.empty() : lost("something");
    }
    return steps().keySet().equals(history.before().keySet())
      ? steps()
          .entrySet()
          .stream()
          .flatMap(step -> untruth(step.getKey(), step.getValue()).stream())
          .findFirst()
          .or(this::untruthOfSessions)
          .or(this::untruthOfAll)
      : Optional.of("WRONG: there is not a step for each method");
  }

  /**
   * What a repetition has left undone though nothing went wrong any more; empty when it has done all. Only an alternate mobile phone that
   * somebody registered meanwhile can be in the way of the mobile phone.
   */
  Optional<String> unfinished() {
    var isDone = answer.property("isComplete").asBoolean(false) || isMobilePhoneNeeded();
    return isDone ? Optional.empty() : wrong("a repetition did not complete it");
  }

  private boolean isMobilePhoneNeeded() {
    var left = answer
      .steps()
      .filter(step -> text(step, "outcome").equals("FAILED"))
      .map(step -> text(step.path("errors").path(0), "__typename"))
      .toList();
    return (
      left.equals(List.of("MobilePhoneStillNeededError")) &&
      history.after().containsKey(Slot.ALTERNATE_MOBILE) &&
      others(Slot.ALTERNATE_MOBILE).findAny().isPresent()
    );
  }

  /**
   * What was deleted though it was registered after the gateway had last looked; empty when nothing was. Only what somebody registers
   * while the deletion is on its way can go with it.
   */
  static Optional<String> late(Request request, History history, Traffic traffic) {
    return history
      .changes()
      .stream()
      .filter(change -> isDeletion(request, change))
      .filter(change -> isOfLater(change, history, traffic))
      .map(change -> "WRONG: deleted what was registered since, " + change.slot())
      .findFirst();
  }

  private static boolean isOfLater(Change deletion, History history, Traffic traffic) {
    // All calls of one reset have its id: the deletion came of the last of them to this method.
    var sent = traffic
      .of(deletion.slot())
      .writes()
      .stream()
      .filter(write -> write.request().equals(deletion.request()) && !write.at().isAfter(deletion.at()))
      .reduce((earlier, later) -> later)
      .orElseThrow();
    var registered = history
      .changes()
      .stream()
      .takeWhile(change -> !change.equals(deletion))
      .filter(change -> change.slot() == deletion.slot())
      .reduce((earlier, later) -> later);
    return registered.filter(change -> change.at().isBefore(sent.at())).isPresent();
  }

  private Map<Slot, JsonNode> steps() {
    return ResetSteps.steps(answer);
  }

  private Optional<String> untruth(Slot slot, JsonNode step) {
    return switch (text(step, "outcome")) {
      case "DELETED" -> isDeleted(slot, step) ? Optional.empty() : wrong(slot + " was not deleted");
      case "WAS_GONE" -> was(methods -> isGone(slot, methods)) && others(slot).findAny().isPresent()
        ? Optional.empty()
        : wrong("nobody else deleted " + slot);
      case "FAILED" -> deletions(slot).findAny().isEmpty() ? Optional.empty() : lost(slot.name());
      case "UNKNOWN", "NOT_TRIED" -> Optional.empty();
      default -> wrong("no outcome of " + slot);
    };
  }

  private boolean isDeleted(Slot slot, JsonNode step) {
    return (
      was(methods -> isGone(slot, methods)) &&
      (text(step, "confirmation").startsWith("READ_BACK") || deletions(slot).findAny().isPresent())
    );
  }

  private Optional<String> untruthOfSessions() {
    var isEnded = !answer.property("sessionsValidFrom").isNull();
    if (isEnded) {
      return isRevoked() ? Optional.empty() : wrong("the sessions were not ended");
    }
    var isKnown = !answer.sessionError().isEmpty() && !answer.isUnknown();
    return isKnown && changes().anyMatch(change -> change.slot() == Slot.SESSIONS)
      ? lost("the sessions")
      : Optional.empty();
  }

  /** The date is in whole seconds. */
  private boolean isRevoked() {
    var from = answer.from().truncatedTo(ChronoUnit.SECONDS);
    return history
      .changes()
      .stream()
      .anyMatch(
        change -> change.slot() == Slot.SESSIONS && !change.at().isBefore(from) && !change.at().isAfter(answer.to())
      );
  }

  private Optional<String> untruthOfAll() {
    var isDone =
      history
        .before()
        .keySet()
        .stream()
        .allMatch(slot -> isGone(slot, history.after())) && isRevoked();
    return answer.property("isComplete").asBoolean() && !isDone ? wrong("it is not complete") : Optional.empty();
  }

  /** Whether what was there at first is not there any more; there can be another. */
  private boolean isGone(Slot slot, Map<Slot, Method> methods) {
    return !Objects.equals(text(history.before(), slot), text(methods, slot));
  }

  private static @Nullable String text(Map<Slot, Method> methods, Slot slot) {
    var method = new HashMap<>(methods).get(slot);
    return method == null ? null : method.text();
  }

  private static String text(JsonNode step, String property) {
    return step.path(property).asString("");
  }

  private boolean was(Predicate<Map<Slot, Method>> state) {
    return history.had(answer.from(), answer.to(), state);
  }

  private Stream<Change> changes() {
    return history
      .changes()
      .stream()
      .filter(change -> isBy(request, change));
  }

  private Stream<Change> deletions(Slot slot) {
    return changes().filter(change -> change.slot() == slot && isDeletion(request, change));
  }

  private Stream<Change> others(Slot slot) {
    return history
      .changes()
      .stream()
      .filter(change -> change.slot() == slot && !isBy(request, change));
  }

  private static boolean isBy(Request request, Change change) {
    return change.by().equals(request.admin().objectId());
  }

  private static boolean isDeletion(Request request, Change change) {
    return isBy(request, change) && change.after() == null;
  }

  private static Optional<String> wrong(String text) {
    return Optional.of("WRONG: " + text);
  }

  private static Optional<String> lost(String what) {
    return Optional.of("LOST: it changed " + what);
  }
}
