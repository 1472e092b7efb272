package dev.authmethods.truth;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.PhoneMutation;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The numbers of a user, read through a gateway between two moments. */
record PhoneRead(Instant from, Instant to, Map<PhoneKind, String> numbers) {
  private static final String DOCUMENT =
    "query ($by: UserRef!) { user(by: $by) { phoneMethods { phoneType phoneNumber } } }";

  /** Empty when they could not be read, or not whole. */
  static Optional<PhoneRead> at(Gateway gateway, String token, String user) {
    var from = Instant.now();
    var reply = gateway.execute(token, DOCUMENT, Map.of("by", PhoneMutation.ref(user)));
    var phones = reply.at("/data/user/phoneMethods");
    if (!phones.isArray() || reply.text().contains("XX")) {
      return Optional.empty();
    }
    return Optional.of(new PhoneRead(from, Instant.now(), numbers(phones)));
  }

  private static Map<PhoneKind, String> numbers(JsonNode phones) {
    return phones
      .valueStream()
      .collect(
        Collectors.toMap(
          phone -> PhoneKind.valueOf(phone.path("phoneType").stringValue()),
          phone -> phone.path("phoneNumber").stringValue()
        )
      );
  }

  Point point() {
    return Point.look("LOOK " + numbers, from, to, numbers::equals);
  }
}
