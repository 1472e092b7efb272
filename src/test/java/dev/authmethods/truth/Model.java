package dev.authmethods.truth;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One phone of each type: what mutations do to it, and what answers say about it. */
final class Model {

  private final Request request;

  Model(Request request) {
    this.request = request;
  }

  /** What takes place when each key is good for one change. */
  static List<Point> points(Calls calls, boolean late) {
    var model = new Model(calls.request());
    var points = new ArrayList<Point>();
    if (calls.isUnchanged()) {
      points.add(Point.look(model.name(), calls.from(), calls.to(), state -> model.isAsked(state)));
    } else if (calls.mayHaveSent()) {
      points.add(model.change(calls, late));
    }
    calls
      .statements()
      .forEach(answer -> points.add(model.statement(answer.isReplayed() ? answer.since(calls.from()) : answer)));
    return points;
  }

  /** What takes place when keys can be forgotten: each call for itself. */
  static List<Point> pointsOfEach(Calls calls) {
    var model = new Model(calls.request());
    return calls
      .answers()
      .stream()
      .flatMap(answer -> model.points(answer))
      .toList();
  }

  /** What somebody else may do who acts beside the gateway. */
  static Point other(Request request, Instant from) {
    return new Point("OTHER " + request.number(), from, Instant.MAX, false, new Model(request)::changed);
  }

  private Stream<Point> points(Answer answer) {
    if (answer.isSuccess()) {
      return answer.isReplayed()
        ? Stream.of()
        : Stream.of(new Point(name(), answer.from(), answer.to(), true, this::ensured));
    }
    var hidden = new Point(name(), answer.from(), Instant.MAX, false, this::changed);
    if (Calls.isStatement(answer)) {
      return answer.isReplayed() ? Stream.of(hidden) : Stream.of(hidden, statement(answer));
    }
    return answer.isUnknown() ? Stream.of(hidden) : Stream.of();
  }

  /** It is certain when it was answered with success; what is only refused may have been overwritten. */
  private Point change(Calls calls, boolean late) {
    var made = calls.successes().findAny().isPresent();
    var open = late || calls.unknowns().findAny().isPresent();
    var to = made || open ? calls.to() : calls.statements().map(Answer::to).max(Instant::compareTo).orElse(Instant.MAX);
    var effect = calls
      .successes()
      .findFirst()
      .map(answer -> answer.payload().path("effect").asString(""))
      .orElse("");
    return new Point(name(), calls.from(), to, made, state ->
      (isSeen(calls) ? ensured(state) : changed(state)).filter(_ -> isOf(effect, state))
    );
  }

  /** What was seen to be as asked for may be the work of somebody else who asked for the same: that it is gone. */
  private boolean isSeen(Calls calls) {
    return (
      request.deed() == MutationKind.DELETE &&
      calls.successes().anyMatch(answer -> answer.confirmation().startsWith("READ_BACK"))
    );
  }

  private boolean isOf(String effect, Map<PhoneKind, String> before) {
    return switch (effect) {
      case "ADDED" -> !before.containsKey(request.kind());
      case "UPDATED" -> before.containsKey(request.kind());
      default -> true;
    };
  }

  private Optional<Map<PhoneKind, String>> ensured(Map<PhoneKind, String> state) {
    return isAsked(state) ? Optional.of(state) : changed(state);
  }

  private boolean isAsked(Map<PhoneKind, String> state) {
    return request.deed() == MutationKind.DELETE
      ? !state.containsKey(request.kind())
      : request.number().equals(state.getOrDefault(request.kind(), ""));
  }

  private Optional<Map<PhoneKind, String>> changed(Map<PhoneKind, String> state) {
    var held = state.containsKey(request.kind());
    return switch (request.deed()) {
      case ADD, ADD_ONE_OF_MANY -> held ? Optional.empty() : added(state);
      case UPDATE -> held ? numbered(state) : Optional.empty();
      case SET -> held ? numbered(state) : added(state);
      case DELETE -> held && !isNeeded(state) ? Optional.of(Point.without(state, request.kind())) : Optional.empty();
      case ENABLE, DISABLE -> throw new IllegalStateException("Not modelled");
    };
  }

  private Optional<Map<PhoneKind, String>> added(Map<PhoneKind, String> state) {
    var early = request.kind() == PhoneKind.ALTERNATE_MOBILE && !state.containsKey(PhoneKind.MOBILE);
    return early ? Optional.empty() : numbered(state);
  }

  private Optional<Map<PhoneKind, String>> numbered(Map<PhoneKind, String> state) {
    return Optional.of(Point.with(state, request.kind(), request.number()));
  }

  private boolean isNeeded(Map<PhoneKind, String> state) {
    return request.kind() == PhoneKind.MOBILE && state.containsKey(PhoneKind.ALTERNATE_MOBILE);
  }

  private Point statement(Answer answer) {
    return Point.look(name() + " " + answer.error(), answer.from(), answer.to(), state -> isSo(answer, state));
  }

  private boolean isSo(Answer answer, Map<PhoneKind, String> state) {
    var number = Optional.ofNullable(state.get(request.kind()));
    return switch (answer.error()) {
      case "PhoneTypeAlreadyRegisteredError" -> number.filter(held -> isExisting(answer, held)).isPresent();
      case "PhoneMethodNotFoundError" -> number.isEmpty();
      case "PhoneMethodChangedError" -> number.filter(held -> isCurrent(answer, held)).isPresent();
      case "MobilePhoneRequiredError" -> !state.containsKey(PhoneKind.MOBILE);
      default -> state.containsKey(PhoneKind.ALTERNATE_MOBILE);
    };
  }

  private boolean isExisting(Answer answer, String held) {
    var same = answer.detail("sameNumber");
    return (
      isShown(answer, "existing", held) && (same.isNull() || same.asBoolean(false) == held.equals(request.number()))
    );
  }

  private boolean isCurrent(Answer answer, String held) {
    return isShown(answer, "current", held) && !held.equals(request.number());
  }

  private static boolean isShown(Answer answer, String detail, String held) {
    return new Phone(held, "").isNumbered(answer.detail(detail).path("phoneNumber").asString(""));
  }

  private String name() {
    return request.deed() + " " + request.kind() + " " + request.number();
  }
}
