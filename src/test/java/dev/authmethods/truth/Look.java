package dev.authmethods.truth;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.PhoneMutation;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The methods of one kind that a user has, read through a gateway between two moments. */
record Look(Instant from, Instant to, MethodKind kind, Map<Slot, String> texts) {
  private static final String DOCUMENT = MethodKind.CHANGEABLE.stream()
    .map(MethodKind::selection)
    .collect(Collectors.joining(" ", "query ($by: UserRef!) { user(by: $by) { ", " } }"));

  /** One at each kind, since the gateway reads each for itself; none at what could not be read, or not whole. */
  static Stream<Look> at(Gateway gateway, String token, String user) {
    var from = Instant.now();
    var reply = gateway.execute(token, DOCUMENT, Map.of("by", PhoneMutation.ref(user)));
    var to = Instant.now();
    var isComplete = reply.at("/errors").isMissingNode();
    return MethodKind.CHANGEABLE.stream()
      .filter(kind -> isComplete || !read(reply.at("/data/user"), kind).isNull())
      .map(kind -> new Look(from, to, kind, texts(read(reply.at("/data/user"), kind), kind)))
      .filter(Look::isWhole);
  }

  /** A list, the only one, or null. */
  private static JsonNode read(JsonNode user, MethodKind kind) {
    return user.path(kind.selection().replaceFirst(" .*", ""));
  }

  private static Map<Slot, String> texts(JsonNode methods, MethodKind kind) {
    var all = methods.isObject() ? Stream.of(methods) : methods.valueStream();
    return all.collect(
      Collectors.toMap(Slot::ofAnswer, method -> MethodKind.plain(method.path(kind.names().text()).asString("")))
    );
  }

  private boolean isWhole() {
    return texts.values().stream().noneMatch(kind::isMasked);
  }

  Point point() {
    return Point.look("LOOK " + kind + " " + texts, from, to, state -> texts.equals(Slot.ofKind(kind, state)));
  }
}
