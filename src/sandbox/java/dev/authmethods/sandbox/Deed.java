package dev.authmethods.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * Who does what to which method of a user.
 *
 * @param by the caller's object id
 * @param clientRequestId the id of the call; null when it has none
 */
record Deed(Operation operation, String methodId, String by, @Nullable String clientRequestId) {
  /** What can be done to a method. */
  enum Operation {
    CREATE("create"),
    UPDATE("update"),
    DELETE("delete"),
    ENABLE("enable"),
    DISABLE("disable");

    private final String wireName;

    Operation(String wireName) {
      this.wireName = wireName;
    }

    String wireName() {
      return wireName;
    }
  }

  static Deed of(Operation operation, String methodId, MethodTarget target, Call call) {
    return new Deed(operation, methodId, target.caller().id(), call.header(RequestIds.CLIENT).orElse(null));
  }
}
