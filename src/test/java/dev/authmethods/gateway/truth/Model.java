package dev.authmethods.gateway.truth;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One phone of each type: what mutations do to it, and what answers say about it. */
final class Model {

  private final Asked asked;

  Model(Asked asked) {
    this.asked = asked;
  }

  /** What takes place when each key is good for one change. */
  static List<Point> points(Calls calls, boolean late) {
    var model = new Model(calls.asked());
    var points = new ArrayList<Point>();
    if (calls.isUnchanged()) {
      points.add(Point.look(model.name(), calls.from(), calls.to(), state -> model.isAsked(state)));
    } else if (calls.mayHaveSent()) {
      points.add(model.change(calls, late));
    }
    calls
      .statements()
      .forEach(told -> points.add(model.statement(told.isReplayed() ? told.since(calls.from()) : told)));
    return points;
  }

  /** What takes place when keys can be forgotten: each call for itself. */
  static List<Point> pointsOfEach(Calls calls) {
    var model = new Model(calls.asked());
    return calls
      .told()
      .stream()
      .flatMap(told -> model.points(told))
      .toList();
  }

  /** What somebody else may do who acts beside the gateway. */
  static Point other(Asked asked, Instant from) {
    return new Point("OTHER " + asked.number(), from, Instant.MAX, false, new Model(asked)::changed);
  }

  private Stream<Point> points(Told told) {
    if (told.isSuccess()) {
      return told.isReplayed()
        ? Stream.of()
        : Stream.of(new Point(name(), told.from(), told.to(), true, this::ensured));
    }
    var hidden = new Point(name(), told.from(), Instant.MAX, false, this::changed);
    if (Calls.isStatement(told)) {
      return told.isReplayed() ? Stream.of(hidden) : Stream.of(hidden, statement(told));
    }
    return told.isUnknown() ? Stream.of(hidden) : Stream.of();
  }

  /** It is certain when it was answered with success; what is only refused may have been overwritten. */
  private Point change(Calls calls, boolean late) {
    var made = calls.successes().findAny().isPresent();
    var open = late || calls.unknowns().findAny().isPresent();
    var to = made || open ? calls.to() : calls.statements().map(Told::to).max(Instant::compareTo).orElse(Instant.MAX);
    var effect = calls
      .successes()
      .findFirst()
      .map(told -> told.payload().path("effect").asString(""))
      .orElse("");
    return new Point(name(), calls.from(), to, made, state ->
      (isSeen(calls) ? ensured(state) : changed(state)).filter(_ -> isOf(effect, state))
    );
  }

  /** What was seen to be as asked for may be the work of somebody else who asked for the same: that it is gone. */
  private boolean isSeen(Calls calls) {
    return (
      asked.deed() == Deed.DELETE && calls.successes().anyMatch(told -> told.confirmation().startsWith("READ_BACK"))
    );
  }

  private boolean isOf(String effect, Map<PhoneKind, String> before) {
    return switch (effect) {
      case "ADDED" -> !before.containsKey(asked.kind());
      case "UPDATED" -> before.containsKey(asked.kind());
      default -> true;
    };
  }

  private Optional<Map<PhoneKind, String>> ensured(Map<PhoneKind, String> state) {
    return isAsked(state) ? Optional.of(state) : changed(state);
  }

  private boolean isAsked(Map<PhoneKind, String> state) {
    return asked.deed() == Deed.DELETE
      ? !state.containsKey(asked.kind())
      : asked.number().equals(state.getOrDefault(asked.kind(), ""));
  }

  private Optional<Map<PhoneKind, String>> changed(Map<PhoneKind, String> state) {
    var held = state.containsKey(asked.kind());
    return switch (asked.deed()) {
      case ADD, ADD_ONE_OF_MANY -> held ? Optional.empty() : added(state);
      case UPDATE -> held ? numbered(state) : Optional.empty();
      case SET -> held ? numbered(state) : added(state);
      case DELETE -> held && !isNeeded(state) ? Optional.of(Point.without(state, asked.kind())) : Optional.empty();
      case ENABLE, DISABLE -> throw new IllegalStateException("Not modelled");
    };
  }

  private Optional<Map<PhoneKind, String>> added(Map<PhoneKind, String> state) {
    var early = asked.kind() == PhoneKind.ALTERNATE_MOBILE && !state.containsKey(PhoneKind.MOBILE);
    return early ? Optional.empty() : numbered(state);
  }

  private Optional<Map<PhoneKind, String>> numbered(Map<PhoneKind, String> state) {
    return Optional.of(Point.with(state, asked.kind(), asked.number()));
  }

  private boolean isNeeded(Map<PhoneKind, String> state) {
    return asked.kind() == PhoneKind.MOBILE && state.containsKey(PhoneKind.ALTERNATE_MOBILE);
  }

  private Point statement(Told told) {
    return Point.look(name() + " " + told.error(), told.from(), told.to(), state -> isSo(told, state));
  }

  private boolean isSo(Told told, Map<PhoneKind, String> state) {
    var number = Optional.ofNullable(state.get(asked.kind()));
    return switch (told.error()) {
      case "PhoneTypeAlreadyRegisteredError" -> number.filter(held -> isExisting(told, held)).isPresent();
      case "PhoneMethodNotFoundError" -> number.isEmpty();
      case "PhoneMethodChangedError" -> number.filter(held -> isCurrent(told, held)).isPresent();
      case "MobilePhoneRequiredError" -> !state.containsKey(PhoneKind.MOBILE);
      default -> state.containsKey(PhoneKind.ALTERNATE_MOBILE);
    };
  }

  private boolean isExisting(Told told, String held) {
    var same = told.detail("sameNumber");
    return isShown(told, "existing", held) && (same.isNull() || same.asBoolean(false) == held.equals(asked.number()));
  }

  private boolean isCurrent(Told told, String held) {
    return isShown(told, "current", held) && !held.equals(asked.number());
  }

  private static boolean isShown(Told told, String detail, String held) {
    return new Phone(held, "").isNumbered(told.detail(detail).path("phoneNumber").asString(""));
  }

  private String name() {
    return asked.deed() + " " + asked.kind() + " " + asked.number();
  }
}
