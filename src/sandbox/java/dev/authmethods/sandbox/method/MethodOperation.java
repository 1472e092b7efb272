package dev.authmethods.sandbox.method;

/** A change that a caller can make to a method. */
public enum MethodOperation {
  CREATE("create"),
  UPDATE("update"),
  DELETE("delete"),
  ENABLE("enable"),
  DISABLE("disable");

  private final String wireName;

  MethodOperation(String wireName) {
    this.wireName = wireName;
  }

  String wireName() {
    return wireName;
  }
}
