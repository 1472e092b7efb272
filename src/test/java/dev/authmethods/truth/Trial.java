package dev.authmethods.truth;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One mutation under one kind of fault, and what it was answered each time it was sent. */
final class Trial {

  /** Within one request; the second only after a look. */
  private static final int SENDS = 2;

  private final FaultKind kind;
  private final Scene scene;
  private final Instant prepared;
  private final Map<Slot, Method> before;
  private final List<Answer> answers = new ArrayList<>();
  private Instant gone = Instant.MAX;

  Trial(FaultKind kind, Scene scene, SandboxControl sandbox) {
    this.kind = kind;
    this.scene = scene;
    scene.prepare(sandbox);
    this.prepared = Instant.now();
    this.before = Slot.methods(sandbox, request().user());
  }

  FaultKind kind() {
    return kind;
  }

  Request request() {
    return scene.request();
  }

  /** Whether the outcome can be found out within the request. */
  boolean isFindable() {
    return kind.findable() && !scene.isOfOccupiedPlace();
  }

  /** Sends it for the first time, with what befalls it. */
  Trial begin(Gateway gateway, SandboxControl sandbox, Tokens tokens) {
    kind.faults().apply(scene).forEach(sandbox::fault);
    return repeat(gateway, tokens);
  }

  /** Sends it, with the same key as before. */
  Trial repeat(Gateway gateway, Tokens tokens) {
    answers.add(request().tell(gateway, tokens.of(request().admin())));
    return this;
  }

  /** Sends it for the first time, with what befalls it, and does not wait. */
  Trial abandon(Gateway gateway, SandboxControl sandbox, Tokens tokens, Hangup hangup) {
    kind.faults().apply(scene).forEach(sandbox::fault);
    var from = Instant.now();
    gone = request().tell(gateway, tokens.of(request().admin()), hangup);
    answers.add(Answer.nothing(from, gone));
    return this;
  }

  /** Until then nothing of it was heard but what the first request did. */
  Trial resume(Gateway gateway, Tokens tokens) {
    answers.set(0, Answer.nothing(first().from(), Instant.now()));
    return repeat(gateway, tokens);
  }

  /** Whether it is not known yet what became of it. */
  boolean isOpen() {
    return last().isUnknown() || last().isInFlight();
  }

  /** The looks that the first request began after its client had gone, though it had sent nothing; with a while to notice. */
  long idleLooks(List<JsonNode> requests, Duration toNotice) {
    var traffic = traffic(requests);
    var noticed = gone.plus(toNotice);
    return traffic
      .all()
      .stream()
      .filter(sent -> !sent.at().isAfter(first().to()))
      .takeWhile(Traffic.Sent::isRead)
      .filter(sent -> sent.at().isAfter(noticed))
      .count();
  }

  /** Whether the first request did something. */
  boolean wasDoneAtFirst(List<JsonNode> ledger) {
    return history(ledger)
      .changes()
      .stream()
      .anyMatch(change -> request().isOf(change) && !change.at().isAfter(first().to()));
  }

  /** How long the last answer took. */
  Duration time() {
    return Duration.between(last().from(), last().to());
  }

  boolean isReplayed() {
    return last().isReplayed();
  }

  boolean isUnknown() {
    return last().isUnknown();
  }

  /** Whether it is a reset that has not done all of it. */
  boolean isUnfinished() {
    return request().deed() == MutationKind.RESET && !last().property("isComplete").asBoolean(false);
  }

  private Answer last() {
    return answers.getLast();
  }

  private Answer first() {
    return answers.getFirst();
  }

  /** What is not true about the last answer, or was not right about the way to it; empty when all is well. */
  Optional<String> objection(List<JsonNode> ledger, List<JsonNode> requests) {
    var traffic = traffic(requests);
    return new Verdict(request(), last().since(first().from()), history(ledger))
      .objection()
      .or(() -> blindAnywhere(history(ledger), traffic))
      .or(() -> replay(history(ledger), traffic))
      .or(() -> unfinished(history(ledger)))
      .map(text ->
        "%s [%s] %s%n  %s%n  %s%n  %s".formatted(text, kind.name(), request(), answers, history(ledger), traffic)
      );
  }

  /** Faults befall the first request only. */
  private Optional<String> unfinished(History history) {
    return request().deed() == MutationKind.RESET && answers.size() > 1
      ? new ResetVerdict(request(), last(), history).unfinished()
      : Optional.empty();
  }

  private Traffic traffic(List<JsonNode> requests) {
    return Traffic.of(request(), requests).since(prepared);
  }

  private History history(List<JsonNode> ledger) {
    var changes = ledger
      .stream()
      .map(Change::of)
      .filter(change -> change.user().equals(request().user()) && !change.at().isBefore(prepared));
    return new History(before, changes.toList());
  }

  /** A reset looks at each method for itself. */
  private Optional<String> blindAnywhere(History history, Traffic traffic) {
    return request().deed() == MutationKind.RESET
      ? Stream.concat(before.keySet().stream(), Stream.of(Slot.SESSIONS))
          .flatMap(slot -> blind(traffic.of(slot)).stream())
          .findFirst()
          .or(() -> ResetVerdict.late(request(), history, traffic))
      : blind(traffic);
  }

  private Optional<String> blind(Traffic traffic) {
    if (traffic.isBlind()) {
      return Optional.of("BLIND: sent again without a look");
    }
    var outside = traffic.writes().size();
    for (var answer : answers) {
      var sends = traffic.writes(answer.from(), answer.to());
      outside -= sends.size();
      if (
        sends
          .stream()
          .filter(sent -> !sent.isTokenRefused())
          .count() > SENDS ||
        sends.size() > SENDS + 1
      ) {
        return Optional.of("BLIND: sent too often");
      }
    }
    return outside > 0 ? Optional.of("BLIND: sent when it was answered") : Optional.empty();
  }

  /** It is said to be replayed where an earlier request made it, and not where the last one did; a write may have come twice. */
  private Optional<String> replay(History history, Traffic traffic) {
    if (
      request().deed() == MutationKind.RESET ||
      !last().isSuccess() ||
      history.changes().stream().noneMatch(request()::isMadeBy)
    ) {
      return Optional.empty();
    }
    var earlier = isMade(history, traffic.writes(Instant.MIN, last().from()));
    var now = isMade(history, traffic.writes(last().from(), last().to()));
    if (last().isReplayed() && last().property("passCodeState").asString("").equals("SHOWN")) {
      return Optional.of("WRONG: the code of an earlier request is shown");
    }
    return (last().isReplayed() ? earlier : now) ? Optional.empty() : Optional.of("WRONG: replayed");
  }

  private boolean isMade(History history, List<Traffic.Sent> writes) {
    var made = history.changes().stream().filter(request()::isMadeBy).map(Change::request).toList();
    return writes.stream().map(Traffic.Sent::request).anyMatch(made::contains);
  }
}
