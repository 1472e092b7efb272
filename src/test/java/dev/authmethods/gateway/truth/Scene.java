package dev.authmethods.gateway.truth;

/**
 * A mutation that something will befall.
 *
 * @param held whether the user has a phone of the type
 * @param other the number that a second administrator gives
 */
record Scene(Asked asked, boolean held, String other) {
  /** What befalls the write. */
  String write(String fault) {
    return fault(method(), fault);
  }

  /** What befalls the reading back. */
  String readBack(String fault) {
    return fault("GET", "\"skip\": " + asked.deed().readsFirst() + ", " + fault);
  }

  /** What befalls all reading. */
  String read(String fault) {
    return fault("GET", fault);
  }

  private String fault(String method, String fault) {
    return "{\"match\": {\"method\": \"%s\", \"path\": \"%s\"}, %s}".formatted(method, asked.user(), fault);
  }

  private String method() {
    return switch (asked.deed()) {
      case ADD, ADD_ONE_OF_MANY, ENABLE, DISABLE -> "POST";
      case SET -> held ? "PATCH" : "POST";
      case UPDATE -> "PATCH";
      case DELETE -> "DELETE";
    };
  }

  boolean isCreate() {
    return switch (asked.deed()) {
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
    return meanwhile(when, "PATCH", "/" + asked.kind().id(), numbered());
  }

  /** A second administrator deletes the phone. */
  String deleted(String when) {
    return meanwhile(when, "DELETE", "/" + asked.kind().id(), "");
  }

  /** A second administrator adds a phone of the same type. */
  String added(String when) {
    return meanwhile(when, "POST", "", numbered());
  }

  private String numbered() {
    return ", \"body\": {\"phoneType\": \"%s\", \"phoneNumber\": \"%s\"}".formatted(asked.kind().wireName(), other);
  }

  private String meanwhile(String when, String method, String below, String more) {
    return """
    "meanwhile": {"when": "%s", "method": "%s", "path": "/users/%s/authentication/phoneMethods%s"%s}""".formatted(
      when,
      method,
      asked.user(),
      below,
      more
    );
  }
}
