package dev.authmethods.truth;

import tools.jackson.databind.json.JsonMapper;

/**
 * A mutation that something will befall.
 *
 * @param held whether the user has such a method
 * @param other the number or address that a second administrator gives
 */
record Scene(Request request, boolean held, String other) {
  private static final JsonMapper JSON = new JsonMapper();

  /** What befalls the write. */
  String write(String fault) {
    return fault(method(), fault);
  }

  /** What befalls the reading back. */
  String readBack(String fault) {
    return fault("GET", "\"skip\": " + request.deed().readsFirst() + ", " + fault);
  }

  /** What befalls all reading. */
  String read(String fault) {
    return fault("GET", fault);
  }

  private String fault(String method, String fault) {
    return "{\"match\": {\"method\": \"%s\", \"path\": \"%s\"}, %s}".formatted(method, request.user(), fault);
  }

  private String method() {
    return switch (request.deed()) {
      case ADD, ADD_ONE_OF_MANY, ENABLE, DISABLE -> "POST";
      case SET -> held ? "PATCH" : "POST";
      case UPDATE -> "PATCH";
      case DELETE -> "DELETE";
    };
  }

  boolean isCreate() {
    return switch (request.deed()) {
      case ADD, ADD_ONE_OF_MANY -> true;
      case SET -> !held;
      case UPDATE, DELETE, ENABLE, DISABLE -> false;
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
    return meanwhile(when, "PATCH", "/" + request.slot().id(), given());
  }

  /** A second administrator deletes it. */
  String deleted(String when) {
    return meanwhile(when, "DELETE", "/" + request.slot().id(), "");
  }

  /** A second administrator adds one in the same place. */
  String added(String when) {
    return meanwhile(when, "POST", "", given());
  }

  private String given() {
    return ", \"body\": " + JSON.writeValueAsString(request.slot().body(other));
  }

  private String meanwhile(String when, String method, String below, String more) {
    return """
    "meanwhile": {"when": "%s", "method": "%s", "path": "/users/%s/authentication/%s%s"%s}""".formatted(
      when,
      method,
      request.user(),
      request.slot().kind().collection(),
      below,
      more
    );
  }
}
