package dev.authmethods.truth;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Holds an answer against what really happened. */
final class Verdict {

  private final Request request;
  private final Answer answer;
  private final History history;

  Verdict(Request request, Answer answer, History history) {
    this.request = request;
    this.answer = answer;
    this.history = history;
  }

  /** What is not true about it; empty when all is. */
  Optional<String> objection() {
    if (request.deed() == MutationKind.RESET) {
      return answer.isPayload() && !answer.isCalledInvalid()
        ? new ResetVerdict(request, answer, history).objection()
        : untruth();
    }
    return isMadeTwice() ? Optional.of("WRONG: made twice") : untruth();
  }

  /** Where nobody else has acted, a key changes something once. Sessions that are ended once more are ended. */
  private boolean isMadeTwice() {
    return (
      request.deed() != MutationKind.REVOKE &&
      history.changes().stream().allMatch(request::isOf) &&
      history.effects(request::isOf) > 1
    );
  }

  private Optional<String> untruth() {
    if (answer.isSuccess()) {
      return success();
    }
    if (answer.isUnknown()) {
      return Optional.empty();
    }
    if (!answer.isPayload() && !answer.isChallenge()) {
      return Optional.of("WRONG: no answer");
    }
    if (answer.isCalledInvalid()) {
      return Optional.of("WRONG: the input was called invalid");
    }
    return Statement.of(answer).map(this::statement).orElseGet(this::nothing);
  }

  private Optional<String> success() {
    if (!isMade() && !(answer.confirmation().startsWith("READ_BACK") && was(request::isAsked))) {
      return Optional.of("WRONG: it was not made");
    }
    var shown = request.deed().isDeletion() || request.deed() == MutationKind.REVOKE || was(this::isShown);
    return shown ? Optional.empty() : Optional.of("WRONG: the method was never so");
  }

  private boolean isMade() {
    return history.changes().stream().anyMatch(request::isMadeBy);
  }

  private boolean isShown(Map<Slot, Method> methods) {
    var method = method(methods);
    var shown = answer.property(request.slot().kind().field());
    return method != null && request.isAsked(method) && method.isShownAs(shown);
  }

  private Optional<String> nothing() {
    return history.changes().stream().anyMatch(request::isOf)
      ? Optional.of("LOST: it was made, or changed something")
      : Optional.empty();
  }

  private Optional<String> statement(Statement statement) {
    if (!was(methods -> isSo(statement, methods))) {
      return Optional.of("WRONG: it was never so");
    }
    return history.changes().stream().anyMatch(request::isOf) && !isOvertaken()
      ? Optional.of("LOST: it was made, and by nobody undone")
      : Optional.empty();
  }

  /** Whether somebody else has changed the method after it was changed as asked, and before that was answered. */
  private boolean isOvertaken() {
    var last = history
      .changes()
      .stream()
      .filter(change -> change.slot() == request.slot() && !change.at().isAfter(answer.to()))
      .reduce((earlier, later) -> later);
    return (
      last.filter(change -> !request.isOf(change)).isPresent() && history.changes().stream().noneMatch(this::isLate)
    );
  }

  private boolean isLate(Change change) {
    return request.isOf(change) && change.at().isAfter(answer.to());
  }

  private boolean isSo(Statement statement, Map<Slot, Method> methods) {
    var method = method(methods);
    return switch (statement) {
      case REGISTERED -> method != null && isExisting(method);
      case NOT_FOUND -> method == null;
      case CHANGED -> method != null && !request.isAsked(method) && method.isShownAs(answer.detail(request.current()));
      case MOBILE_PHONE_REQUIRED -> !methods.containsKey(Slot.MOBILE);
      case MOBILE_PHONE_NEEDED -> methods.containsKey(Slot.ALTERNATE_MOBILE);
    };
  }

  private boolean isExisting(Method method) {
    return (
      method.isShownAs(answer.detail(names().existing())) && isRightlyCalledSame(method, answer.detail(names().same()))
    );
  }

  private boolean isRightlyCalledSame(Method method, JsonNode same) {
    return same.isNull() || same.asBoolean() == method.text().equals(request.plainText());
  }

  private MethodKind.Names names() {
    return request.slot().kind().names();
  }

  private boolean was(Predicate<Map<Slot, Method>> state) {
    return history.had(answer.from(), answer.to(), state);
  }

  private @Nullable Method method(Map<Slot, Method> methods) {
    return new HashMap<>(methods).get(request.slot());
  }
}
