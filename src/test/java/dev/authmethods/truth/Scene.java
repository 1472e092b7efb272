package dev.authmethods.truth;

import dev.authmethods.gateway.fixtures.SandboxControl;
import tools.jackson.databind.json.JsonMapper;

/**
 * A mutation that something will befall.
 *
 * @param held whether the user has such a method
 * @param other the number or address that a second administrator gives
 */
record Scene(Request request, boolean held, String other) {
  private static final JsonMapper JSON = new JsonMapper();
  static final String PASSKEY = """
  {"@odata.type": "#microsoft.graph.fido2AuthenticationMethod", "id": "%s", "displayName": "Key",
   "createdDateTime": "2024-02-01T09:30:00Z"}""".formatted(Slot.PASSKEY.id());

  /** Gives the user what nobody can add through Microsoft Graph. */
  void prepare(SandboxControl sandbox) {
    if (request.slot() == Slot.PASSKEY || request.deed() == MutationKind.RESET) {
      sandbox.call("POST", "/users/" + request.user() + "/methods", PASSKEY);
    }
    if (request.slot() == Slot.PASS && held) {
      var path = "/users/" + request.user() + "/authentication/temporaryAccessPassMethods";
      sandbox.graph(sandbox.applicationToken(), "POST", path, "{\"lifetimeInMinutes\": 60}");
    }
  }

  /** What befalls the write. */
  String write(String fault) {
    return fault(method(), request.path(), fault);
  }

  /** What befalls the reading back. */
  String readBack(String fault) {
    return fault("GET", request.user(), "\"skip\": " + readsFirst() + ", " + fault);
  }

  /** What befalls all reading. */
  String read(String fault) {
    return fault("GET", request.user(), fault);
  }

  /** A reset reads the methods, and before it ends the sessions it reads these. */
  private int readsFirst() {
    var isEndOfReset = request.deed() == MutationKind.RESET && request.slot() == Slot.SESSIONS;
    return request.deed().readsFirst() + (isEndOfReset ? 1 : 0);
  }

  private static String fault(String method, String path, String fault) {
    return "{\"match\": {\"method\": \"%s\", \"path\": \"%s\"}, %s}".formatted(method, path, fault);
  }

  private String method() {
    return switch (request.deed()) {
      case ADD, ADD_ONE_OF_MANY, REPLACE, ENABLE, DISABLE -> "POST";
      case SET -> held ? "PATCH" : "POST";
      case UPDATE -> "PATCH";
      case DELETE, DELETE_ANY -> "DELETE";
      case REVOKE -> "POST";
      case RESET -> request.slot() == Slot.SESSIONS ? "POST" : "DELETE";
    };
  }

  boolean isCreate() {
    return switch (request.deed()) {
      case ADD, ADD_ONE_OF_MANY, REPLACE -> true;
      case SET -> !held;
      case UPDATE, DELETE, DELETE_ANY, ENABLE, DISABLE, REVOKE, RESET -> false;
    };
  }

  /** Whether what is there is given another text, by somebody who sees it whole. */
  boolean isSeenChange() {
    return held && request.deed().mayChange() && request.admin() == Admin.PRIVILEGED;
  }

  /**
   * Whether something is added where a method is: nothing is read before, and so an addition that was not answered may seem to be
   * overtaken by somebody else, and may come once that method is gone.
   */
  boolean isOfOccupiedPlace() {
    return held && (request.deed() == MutationKind.ADD || request.deed() == MutationKind.ADD_ONE_OF_MANY);
  }

  /** The status of an answer that says that it is done. */
  int success() {
    return isCreate() ? 201 : 200;
  }

  /** A second administrator changes it. */
  String patched(String when) {
    return isOfSessions() ? revoked(when) : meanwhile(when, "PATCH", below("/" + request.slot().id()), given());
  }

  /** A second administrator deletes it. */
  String deleted(String when) {
    return isOfSessions() ? revoked(when) : meanwhile(when, "DELETE", below("/" + request.slot().id()), "");
  }

  /** A second administrator adds one in the same place. */
  String added(String when) {
    return isOfSessions() ? revoked(when) : meanwhile(when, "POST", below(""), given());
  }

  /** A second administrator ends the sessions. */
  private String revoked(String when) {
    return meanwhile(when, "POST", "revokeSignInSessions", "");
  }

  private boolean isOfSessions() {
    return request.slot() == Slot.SESSIONS;
  }

  private String below(String rest) {
    return "authentication/" + request.slot().kind().collection() + rest;
  }

  private String given() {
    return ", \"body\": " + JSON.writeValueAsString(request.slot().body(other));
  }

  private String meanwhile(String when, String method, String path, String more) {
    return """
    "meanwhile": {"when": "%s", "method": "%s", "path": "/users/%s/%s"%s}""".formatted(
      when,
      method,
      request.user(),
      path,
      more
    );
  }
}
