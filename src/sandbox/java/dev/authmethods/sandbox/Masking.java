package dev.authmethods.sandbox;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers in which every phone number shows only its last digits. */
final class Masking {

  private static final String NUMBER = "phoneNumber";

  private Masking() {}

  /** Masks what is JSON; anything else stays as it is. */
  static Reply mask(Reply reply) {
    try {
      var json = Json.read(reply.body());
      json.findParents(NUMBER).forEach(Masking::mask);
      return reply.withBody(json.toString());
    } catch (JacksonException _) {
      return reply;
    }
  }

  private static void mask(JsonNode phone) {
    var number = Json.text(phone, NUMBER).flatMap(PhoneNumber::parse);
    number.ifPresent(whole -> ((ObjectNode) phone).put(NUMBER, whole.masked()));
  }
}
