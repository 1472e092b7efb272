package dev.authmethods.truth;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A type of phone, as the gateway and as Microsoft Graph call it. */
enum PhoneKind {
  MOBILE("mobile", "3179e48a-750b-4051-897c-87b9720928f7"),
  ALTERNATE_MOBILE("alternateMobile", "b6332ec1-7057-4abe-9331-3d72feddfe41"),
  OFFICE("office", "e37fc753-ff3b-4958-9484-eaa9425c82bc");

  private final String wireName;
  private final String id;

  PhoneKind(String wireName, String id) {
    this.wireName = wireName;
    this.id = id;
  }

  static PhoneKind of(JsonNode json) {
    var name = json.path("phoneType").asString("");
    return Stream.of(values())
      .filter(kind -> kind.wireName.equals(name))
      .findFirst()
      .orElseThrow();
  }

  /** The phones of a user by their types. */
  static Map<PhoneKind, Phone> phones(Stream<JsonNode> json) {
    return json.collect(Collectors.toMap(PhoneKind::of, Phone::of));
  }

  String wireName() {
    return wireName;
  }

  String id() {
    return id;
  }
}
