package dev.authmethods.bench;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** One mutation: a user of the sandbox gets a mobile phone, or another number on it. Each user is in one mutation only. */
record PhoneChange(int user) {
  private static final String PHONES = """
  query ($by: UserRef!) { user(by: $by) { phoneMethods { phoneNumber phoneType } } }
  """;

  String userId() {
    return "b0000000-0000-4000-8000-%012d".formatted(user);
  }

  /** With other last digits than the number before: the administrator sees the rest of both masked. */
  String number() {
    return "+1 425555%04d".formatted(user + 5_037);
  }

  /** Users with even numbers have a mobile phone. */
  private String field() {
    if (user % 2 == 1) {
      return "addPhoneMethod";
    }
    return user % 4 == 0 ? "setPhoneMethod" : "updatePhoneMethod";
  }

  /** The members of its request. */
  Map<String, Object> document(String key) {
    var type = field().substring(0, 1).toUpperCase(Locale.ROOT) + field().substring(1) + "Input";
    var input = Map.of(
      "user",
      Map.of("objectId", userId()),
      "phoneNumber",
      number(),
      "phoneType",
      "MOBILE",
      "idempotencyKey",
      key
    );
    var document = """
    mutation ($input: %s!) {
      change: %s(input: $input) { replayed errors { __typename ... on ExpectedError { message } } }
    }
    """.formatted(type, field());
    return Map.of("query", document, "variables", Map.of("input", input));
  }

  /** What the administrator sees of the number. */
  String end() {
    return number().substring(number().length() - 2);
  }

  /** Asks which phones the user has. */
  Map<String, Object> look() {
    return Map.of("query", PHONES, "variables", Map.of("by", Map.of("objectId", userId())));
  }

  /** A key that says when it was made, as clients should make them (RFC 9562, version 7). */
  static String newKey() {
    var random = UUID.randomUUID();
    var high = (Instant.now().toEpochMilli() << 16) | 0x7000 | (random.getMostSignificantBits() & 0x0FFF);
    return new UUID(high, random.getLeastSignificantBits()).toString();
  }
}
