package dev.authmethods.truth;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One method in each slot: what mutations do to it, and what answers say about it. */
final class Model {

  private final Request request;

  /** The texts of which the method that is to go had one; empty when it is to go whatever it has. */
  private final Set<String> meant;

  private Model(Request request, Set<String> meant) {
    this.request = request;
    this.meant = meant;
  }

  /** What takes place when each key is good for one change. */
  static List<Point> points(Calls calls, boolean late) {
    return points(calls, late, Set.of());
  }

  /**
   * The same for a deletion of the method that was there at a certain time.
   *
   * @param meant the texts of which it had one then
   */
  static List<Point> points(Calls calls, boolean late, Set<String> meant) {
    var model = new Model(calls.request(), meant);
    var points = new ArrayList<Point>();
    if (calls.isUnchanged()) {
      points.add(Point.look(model.name(), calls.from(), calls.to(), state -> model.isAsked(state)));
    } else if (model.isOfMeant() && model.isSeen(calls)) {
      points.addAll(model.gone(calls.from(), calls.to()));
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
    return pointsOfEach(calls, Set.of());
  }

  /** The same for a deletion of the method that was there at a certain time. */
  static List<Point> pointsOfEach(Calls calls, Set<String> meant) {
    var model = new Model(calls.request(), meant);
    return calls
      .answers()
      .stream()
      .flatMap(answer -> model.points(answer))
      .toList();
  }

  /** What somebody else may do who acts beside the gateway. */
  static Point other(Request request, Instant from) {
    return new Point("OTHER " + request.text(), from, Instant.MAX, false, new Model(request, Set.of())::changed);
  }

  private Stream<Point> points(Answer answer) {
    if (answer.isSuccess() && isOfMeant()) {
      return gone(answer.from(), answer.to()).stream();
    }
    if (answer.isSuccess()) {
      return answer.isReplayed()
        ? Stream.of()
        : Stream.of(new Point(name(), answer.from(), answer.to(), true, this::ensured));
    }
    var hidden = new Point(name(), answer.from(), Instant.MAX, false, this::changed);
    if (Statement.of(answer).isPresent()) {
      return answer.isReplayed() ? Stream.of(hidden) : Stream.of(hidden, statement(answer));
    }
    return answer.isUnknown() ? Stream.of(hidden) : Stream.of();
  }

  /** It is certain when it was answered with success; what is only refused may have been overwritten. */
  private Point change(Calls calls, boolean late) {
    var made = calls.successes().findAny().isPresent();
    var open = late || calls.unknowns().findAny().isPresent();
    var to = made || open ? calls.to() : calls.statements().map(Answer::to).max(Instant::compareTo).orElse(Instant.MAX);
    var effect = calls.effects().findFirst().orElse("");
    return new Point(name(), calls.from(), to, made, state ->
      (isSeen(calls) ? ensured(state) : changed(state)).filter(_ -> isOf(effect, state))
    );
  }

  /** What was seen to be as asked for may be the work of somebody else who asked for the same: that it is gone. */
  private boolean isSeen(Calls calls) {
    return (
      request.deed().isDeletion() && calls.successes().anyMatch(answer -> answer.confirmation().startsWith("READ_BACK"))
    );
  }

  private boolean isOfMeant() {
    return !meant.isEmpty();
  }

  /** It was seen to be gone, whether it was deleted for that or not: what is there then can be another one. */
  private List<Point> gone(Instant from, Instant to) {
    return List.of(
      new Point(name(), from, Instant.MAX, false, this::changed),
      Point.look(name() + " GONE", from, to, this::isAsked)
    );
  }

  private boolean isOf(String effect, Map<Slot, String> before) {
    return switch (effect) {
      case "ADDED" -> !before.containsKey(request.slot());
      case "UPDATED" -> before.containsKey(request.slot());
      default -> true;
    };
  }

  private Optional<Map<Slot, String>> ensured(Map<Slot, String> state) {
    return isAsked(state) ? Optional.of(state) : changed(state);
  }

  private boolean isAsked(Map<Slot, String> state) {
    return request.deed().isDeletion()
      ? isGone(Optional.ofNullable(state.get(request.slot())))
      : request.plainText().equals(state.getOrDefault(request.slot(), ""));
  }

  /** Whether the method is not there, or another one is in its place. */
  private boolean isGone(Optional<String> text) {
    return text.isEmpty() || meant.stream().anyMatch(one -> !one.equals(text.get()));
  }

  private Optional<Map<Slot, String>> changed(Map<Slot, String> state) {
    var held = state.containsKey(request.slot());
    return switch (request.deed()) {
      case ADD, ADD_ONE_OF_MANY -> held ? Optional.empty() : added(state);
      case UPDATE -> held ? given(state) : Optional.empty();
      case SET, REPLACE -> held ? given(state) : added(state);
      case DELETE, DELETE_ANY -> held && !isNeeded(state)
        ? Optional.of(Point.without(state, request.slot()))
        : Optional.empty();
      case ENABLE, DISABLE, REVOKE, RESET -> throw new IllegalStateException("Not modelled");
    };
  }

  private Optional<Map<Slot, String>> added(Map<Slot, String> state) {
    var early = request.slot() == Slot.ALTERNATE_MOBILE && !state.containsKey(Slot.MOBILE);
    return early ? Optional.empty() : given(state);
  }

  private Optional<Map<Slot, String>> given(Map<Slot, String> state) {
    return Optional.of(Point.with(state, request.slot(), request.plainText()));
  }

  private boolean isNeeded(Map<Slot, String> state) {
    return request.slot() == Slot.MOBILE && state.containsKey(Slot.ALTERNATE_MOBILE);
  }

  private Point statement(Answer answer) {
    return Point.look(name() + " " + answer.error(), answer.from(), answer.to(), state -> isSo(answer, state));
  }

  private boolean isSo(Answer answer, Map<Slot, String> state) {
    var text = Optional.ofNullable(state.get(request.slot()));
    return switch (Statement.of(answer).orElseThrow()) {
      case REGISTERED -> text.filter(held -> isExisting(answer, held)).isPresent();
      case NOT_FOUND -> isGone(text);
      case CHANGED -> text.isEmpty()
        ? answer.detail(request.current()).isNull()
        : text.filter(held -> isCurrent(answer, held)).isPresent();
      case MOBILE_PHONE_REQUIRED -> !state.containsKey(Slot.MOBILE);
      case MOBILE_PHONE_NEEDED -> state.containsKey(Slot.ALTERNATE_MOBILE);
    };
  }

  private boolean isExisting(Answer answer, String held) {
    var same = answer.detail(names().same());
    return (
      isShown(answer, names().existing(), held) &&
      (same.isNull() || same.asBoolean(false) == held.equals(request.plainText()))
    );
  }

  private boolean isCurrent(Answer answer, String held) {
    return isShown(answer, request.current(), held) && !held.equals(request.plainText());
  }

  private boolean isShown(Answer answer, String detail, String held) {
    return request.slot().kind().shows(answer.detail(detail).path(names().text()).asString(""), held);
  }

  private MethodKind.Names names() {
    return request.slot().kind().names();
  }

  private String name() {
    return request.deed() + " " + request.slot() + " " + request.text();
  }
}
