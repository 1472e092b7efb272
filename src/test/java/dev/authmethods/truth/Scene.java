package dev.authmethods.truth;

/**
 * A mutation that something will befall.
 *
 * @param held whether the user has a phone of the type
 * @param other the number that a second administrator gives
 */
record Scene(Request request, boolean held, String other) {
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

  /** The status of an answer that says that it is done. */
  int success() {
    return isCreate() ? 201 : 200;
  }

  /** A second administrator changes the phone. */
  String patched(String when) {
    return meanwhile(when, "PATCH", "/" + request.kind().id(), numbered());
  }

  /** A second administrator deletes the phone. */
  String deleted(String when) {
    return meanwhile(when, "DELETE", "/" + request.kind().id(), "");
  }

  /** A second administrator adds a phone of the same type. */
  String added(String when) {
    return meanwhile(when, "POST", "", numbered());
  }

  private String numbered() {
    return ", \"body\": {\"phoneType\": \"%s\", \"phoneNumber\": \"%s\"}".formatted(request.kind().wireName(), other);
  }

  private String meanwhile(String when, String method, String below, String more) {
    return """
    "meanwhile": {"when": "%s", "method": "%s", "path": "/users/%s/authentication/phoneMethods%s"%s}""".formatted(
      when,
      method,
      request.user(),
      below,
      more
    );
  }
}
