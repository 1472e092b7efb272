package dev.authmethods.sandbox;

/** A change that a caller can make to a method. */
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
