package dev.authmethods.truth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A reset in a history: a look at what there is, and then each step as a deletion by itself. */
final class ResetSteps {

  private final Calls calls;
  private final History history;

  /** The answers that have steps, in their order. */
  private final List<Answer> planned;

  ResetSteps(Calls calls, History history) {
    this.calls = calls;
    this.history = history;
    this.planned =
      calls.request().deed() == MutationKind.RESET
        ? calls.inOrder().stream().filter(Answer::isSuccess).toList()
        : List.of();
  }

  /** What is wrong about the plan; empty when nothing is: a key has one. */
  Optional<String> objection() {
    return planned.stream().map(ResetSteps::steps).map(Map::keySet).distinct().count() > 1
      ? Optional.of("planned twice: " + calls.request())
      : Optional.empty();
  }

  /**
   * What takes place.
   *
   * @param forgotten whether keys can be forgotten: then each answer may have a plan of its own
   */
  List<Point> points(boolean forgotten, boolean late) {
    var points = new ArrayList<Point>();
    planned
      .stream()
      .limit(forgotten ? planned.size() : 1)
      .map(this::plan)
      .forEach(points::add);
    for (var slot : slots()) {
      var step = deletion(slot);
      points.addAll(forgotten ? Model.pointsOfEach(step, meant(slot)) : Model.points(step, late, meant(slot)));
    }
    return points;
  }

  private Set<Slot> slots() {
    return planned
      .stream()
      .flatMap(answer -> steps(answer).keySet().stream())
      .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The plan has a step for each method that was there when it was made. */
  private Point plan(Answer answer) {
    var slots = steps(answer).keySet();
    return Point.look("PLAN " + slots, calls.inOrder().getFirst().from(), answer.to(), state ->
      state.keySet().equals(slots)
    );
  }

  /** The texts that a method had while the plan was made: one of them is that of the method that is to go. */
  private Set<String> meant(Slot slot) {
    var texts = new HashSet<String>();
    var from = calls.inOrder().getFirst().from();
    for (var state : history.states(from, planned.getFirst().to())) {
      Optional.ofNullable(new HashMap<>(state).get(slot)).map(Method::text).ifPresent(texts::add);
    }
    return texts;
  }

  private Calls deletion(Slot slot) {
    var whole = calls.request();
    var request = new Request(whole.admin(), MutationKind.DELETE_ANY, whole.user(), slot, "", whole.key() + " " + slot);
    return new Calls(
      request,
      planned
        .stream()
        .flatMap(answer -> told(answer, slot))
        .toList()
    );
  }

  /** What an answer tells of one step, as a deletion by itself would tell it; what an earlier request did may have been so then. */
  private Stream<Answer> told(Answer answer, Slot slot) {
    var step = steps(answer).get(slot);
    return step == null || outcome(step).equals("NOT_TRIED")
      ? Stream.of()
      : Stream.of(new Answer(calls.inOrder().getFirst().from(), answer.to(), answer.status(), payload(step)));
  }

  private static ObjectNode payload(JsonNode step) {
    var payload = JsonNodeFactory.instance.objectNode();
    payload.set("confirmation", step.path("confirmation"));
    var errors = payload.putArray("errors");
    switch (outcome(step)) {
      case "DELETED" -> {
      }
      case "WAS_GONE" -> errors.addObject().put("__typename", "AuthenticationMethodNotFoundError");
      case "UNKNOWN" -> errors.addObject().put("__typename", "OutcomeUnknownError");
      default -> step.path("errors").forEach(errors::add);
    }
    return payload;
  }

  private static String outcome(JsonNode step) {
    return step.path("outcome").asString("");
  }

  /** The steps by their methods; nobody deletes a password. */
  static Map<Slot, JsonNode> steps(Answer answer) {
    return answer
      .steps()
      .filter(step -> !step.path("kind").asString("").equals("PASSWORD"))
      .collect(Collectors.toMap(step -> Slot.ofGlobalId(step.path("methodId").asString("")), step -> step));
  }
}
