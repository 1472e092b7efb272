package dev.authmethods.truth;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What the gateways asked Microsoft Graph about the methods of one kind of one user, in the order of arrival. */
record Traffic(List<Sent> all) {
  /** One call, or one item of a batch. */
  record Sent(Instant at, String method, String path, int status, String request) {
    boolean isRead() {
      return method.equals("GET");
    }

    boolean isTokenRefused() {
      return status == 401;
    }
  }

  static Traffic of(Request request, List<JsonNode> requests) {
    var sent = requests
      .stream()
      .flatMap(Traffic::calls)
      .filter(call -> call.path().contains(request.user()) && isAbout(request, call))
      .sorted(Comparator.comparing(Sent::at));
    return new Traffic(sent.toList());
  }

  /** A reset is about everything. */
  private static boolean isAbout(Request request, Sent call) {
    return request.deed() == MutationKind.RESET || isOf(request.slot().kind(), call);
  }

  /** The sessions are a property of the user. */
  private static boolean isOf(MethodKind kind, Sent call) {
    return kind == MethodKind.SESSIONS
      ? !call.path().contains("/authentication")
      : call.path().contains("/" + kind.collection());
  }

  /** Those about one method: the readings of the methods of its kind, and of all methods, and its own writes. */
  Traffic of(Slot slot) {
    var ofSlot = all
      .stream()
      .filter(
        call -> (isOf(slot.kind(), call) && (call.isRead() || call.path().endsWith(slot.id()))) || isOfAll(slot, call)
      );
    return new Traffic(ofSlot.toList());
  }

  private static boolean isOfAll(Slot slot, Sent call) {
    return slot != Slot.SESSIONS && call.path().endsWith("/authentication/methods");
  }

  private static Stream<Sent> calls(JsonNode request) {
    var at = Instant.parse(request.path("at").stringValue());
    return Stream.concat(Stream.of(request), request.path("items").valueStream()).map(call -> sent(at, call));
  }

  private static Sent sent(Instant at, JsonNode call) {
    return new Sent(
      at,
      call.path("method").stringValue(),
      call.path("path").stringValue(),
      call.path("status").asInt(0),
      call.path("clientRequestId").asString("")
    );
  }

  /** What was asked from a moment on. */
  Traffic since(Instant moment) {
    return new Traffic(
      all
        .stream()
        .filter(sent -> !sent.at().isBefore(moment))
        .toList()
    );
  }

  List<Sent> writes() {
    return all
      .stream()
      .filter(sent -> !sent.isRead())
      .toList();
  }

  /** The writes between two moments. */
  List<Sent> writes(Instant from, Instant to) {
    return writes()
      .stream()
      .filter(sent -> !sent.at().isBefore(from) && !sent.at().isAfter(to))
      .toList();
  }

  /** Whether a write followed another without a look at the methods in between. What was refused for its token may be sent at once. */
  boolean isBlind() {
    for (int i = 1; i < all.size(); i++) {
      if (!all.get(i).isRead() && !all.get(i - 1).isRead() && !all.get(i - 1).isTokenRefused()) {
        return true;
      }
    }
    return false;
  }
}
