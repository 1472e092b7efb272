package dev.authmethods.truth;

import dev.authmethods.gateway.fixtures.Reply;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What one mutation was answered, asked at one moment and answered at another. */
record Answer(Instant from, Instant to, int status, JsonNode payload) {
  private static final JsonNode NOTHING = new JsonMapper().missingNode();

  static Answer of(Instant from, Instant to, Reply reply, boolean ofMany) {
    var payload = reply.at("/errors").isMissingNode()
      ? reply.at(ofMany ? "/data/payload/results/0" : "/data/payload")
      : reply.json();
    return new Answer(from, to, reply.status(), payload);
  }

  /** Nothing, since the client has gone away before. */
  static Answer nothing(Instant from, Instant to) {
    return new Answer(from, to, 0, NOTHING);
  }

  /** Whether there is a payload at all. */
  boolean isPayload() {
    return status == 200 && (payload.has("confirmation") || payload.has("isComplete"));
  }

  boolean isSuccess() {
    return isPayload() && payload.path("errors").isEmpty();
  }

  /** Whether it was made as a whole. */
  boolean isKnownSuccess() {
    return isSuccess() && !isUnknown();
  }

  boolean isUnknown() {
    return isPayload() && (error().equals("OutcomeUnknownError") || isUnknownInPart());
  }

  /** Of a reset. */
  private boolean isUnknownInPart() {
    return (
      steps().anyMatch(step -> List.of("UNKNOWN", "NOT_TRIED").contains(step.path("outcome").asString(""))) ||
      List.of("OutcomeUnknownError", "IdempotencyKeyInFlightError").contains(sessionError())
    );
  }

  /** What a reset tells of each method. */
  Stream<JsonNode> steps() {
    return payload.path("steps").valueStream();
  }

  /** Why a reset did not end the sessions; empty when there is no reason. */
  String sessionError() {
    return payload.at("/sessionErrors/0/__typename").asString("");
  }

  boolean isInFlight() {
    return isPayload() && error().equals("IdempotencyKeyInFlightError");
  }

  /** Whether the input is called wrong, which it never is here. */
  boolean isCalledInvalid() {
    return isPayload() && error().startsWith("Invalid");
  }

  /** Whether the caller is to sign in again, which is said only of what was not written. */
  boolean isChallenge() {
    return status == 401;
  }

  boolean isReplayed() {
    return payload.path("replayed").asBoolean(false);
  }

  String confirmation() {
    return payload.path("confirmation").asString("");
  }

  /** What a mutation that sets a method says that it did; empty for any other. */
  String effect(MethodKind kind) {
    return property(kind.names().effect()).asString("");
  }

  /** A property of the payload. */
  JsonNode property(String name) {
    return payload.path(name);
  }

  /** The type of the first error; empty when there is none. */
  String error() {
    return detail("__typename").asString("");
  }

  /** A property of the first error. */
  JsonNode detail(String name) {
    return payload.path("errors").path(0).path(name);
  }

  List<String> errors() {
    return payload
      .path("errors")
      .valueStream()
      .map(error -> error.path("__typename").asString(""))
      .collect(Collectors.toList());
  }

  /** The same answer, to a question that was first asked earlier. */
  Answer since(Instant earlier) {
    return new Answer(earlier, to, status, payload);
  }

  @Override
  public String toString() {
    return "%s..%s %d %s".formatted(from, to, status, payload);
  }
}
