package dev.authmethods.sandbox.fault;

import dev.authmethods.sandbox.email.StoredEmailAddress;
import dev.authmethods.sandbox.http.HttpReply;
import dev.authmethods.sandbox.http.JsonTree;
import dev.authmethods.sandbox.phone.StoredPhoneNumber;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Masks every phone number and every email address of a method in an answer. */
public final class Masking {

  private static final Map<String, Function<String, Optional<String>>> MASKS = Map.of(
    "phoneNumber",
    text -> StoredPhoneNumber.parse(text).map(StoredPhoneNumber::masked),
    "emailAddress",
    text -> StoredEmailAddress.parse(text).map(StoredEmailAddress::masked)
  );

  private Masking() {}

  /** Masks what is JSON; anything else stays as it is. */
  static HttpReply mask(HttpReply reply) {
    try {
      var json = JsonTree.read(reply.body());
      MASKS.forEach((property, mask) -> json.findParents(property).forEach(parent -> mask(parent, property, mask)));
      return reply.withBody(json.toString());
    } catch (JacksonException _) {
      return reply;
    }
  }

  private static void mask(JsonNode parent, String property, Function<String, Optional<String>> mask) {
    var masked = JsonTree.text(parent, property).flatMap(mask);
    masked.ifPresent(text -> ((ObjectNode) parent).put(property, text));
  }
}
