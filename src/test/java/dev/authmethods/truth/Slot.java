package dev.authmethods.truth;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.authmethods.gateway.fixtures.SandboxControl;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What a user has at most one of, as Microsoft Graph calls it: a phone of a type, or the email address, which has no type. */
enum Slot {
  MOBILE(MethodKind.PHONE, "mobile", "3179e48a-750b-4051-897c-87b9720928f7"),
  ALTERNATE_MOBILE(MethodKind.PHONE, "alternateMobile", "b6332ec1-7057-4abe-9331-3d72feddfe41"),
  OFFICE(MethodKind.PHONE, "office", "e37fc753-ff3b-4958-9484-eaa9425c82bc"),
  EMAIL(MethodKind.EMAIL, "", "3ddfcfc8-9383-446f-83cc-3ab9be4be18f"),
  /** One that the sandbox is given. */
  PASSKEY(MethodKind.PASSKEY, "", "dHJ1dGggb2YgYSBrZXk2"),
  /** The pass, of which each has another id. */
  PASS(MethodKind.PASS, "", ""),
  /** No method: the moment from which the sessions are valid, once it was moved. */
  SESSIONS(MethodKind.SESSIONS, "", "");

  private static final String PASS_TYPE = "TemporaryAccessPassMethod/";

  private final MethodKind kind;
  private final String phoneType;
  private final String id;

  Slot(MethodKind kind, String phoneType, String id) {
    this.kind = kind;
    this.phoneType = phoneType;
    this.id = id;
  }

  static Slot of(JsonNode json) {
    var type = json.path("phoneType").asString("");
    return Stream.of(values())
      .filter(slot -> slot.phoneType.equals(type) && slot.kind.isOf(json))
      .findFirst()
      .orElseThrow(() -> new IllegalArgumentException(json.toString()));
  }

  /** As the gateway shows it. */
  static Slot ofAnswer(JsonNode json) {
    if (json.has("phoneType")) {
      return valueOf(json.path("phoneType").stringValue());
    }
    return json.has(MethodKind.PASS.names().text()) ? PASS : EMAIL;
  }

  /** The one whose id is in a global id. */
  static Slot ofGlobalId(String id) {
    var text = new String(Base64.getUrlDecoder().decode(id), UTF_8);
    return Stream.of(values())
      .filter(slot -> slot == PASS ? text.startsWith(PASS_TYPE) : text.contains("/" + slot.id + "/"))
      .findFirst()
      .orElseThrow();
  }

  /** Those of one kind. */
  static <T> Map<Slot, T> ofKind(MethodKind kind, Map<Slot, T> all) {
    return all
      .entrySet()
      .stream()
      .filter(each -> each.getKey().kind == kind)
      .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** What a user really has. */
  static Map<Slot, Method> methods(SandboxControl sandbox, String user) {
    return MethodKind.METHODS.stream()
      .flatMap(kind -> sandbox.methods(user, kind.collection()).stream())
      .collect(Collectors.toMap(Slot::of, Method::of));
  }

  MethodKind kind() {
    return kind;
  }

  String id() {
    return id;
  }

  /** What the gateway needs to be told beside the user. */
  Map<String, Object> input() {
    return isTyped() ? Map.of("phoneType", name()) : Map.of();
  }

  /** What Microsoft Graph is told. */
  Map<String, Object> body(String text) {
    var value = this == PASS ? Integer.valueOf(text) : text;
    var body = new HashMap<String, Object>(Map.of(kind.names().text(), value));
    if (isTyped()) {
      body.put("phoneType", phoneType);
    }
    return body;
  }

  private boolean isTyped() {
    return !phoneType.isEmpty();
  }
}
