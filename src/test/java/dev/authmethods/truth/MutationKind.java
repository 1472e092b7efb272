package dev.authmethods.truth;

import java.util.List;

/** The mutations, and what each does first. */
enum MutationKind {
  ADD("add%s", 0),
  /** An item of {@code addPhoneMethods}. */
  ADD_ONE_OF_MANY("add%s", 1),
  SET("set%s", 1),
  UPDATE("update%s", 1),
  DELETE("delete%s", 1),
  /** Creates a pass in place of any other. */
  REPLACE("create%s", 1),
  /** The one mutation that deletes methods of every kind. */
  DELETE_ANY("deleteAuthenticationMethod", 1),
  ENABLE("enableSmsSignIn", 1),
  DISABLE("disableSmsSignIn", 1),
  /** Ends the sessions. */
  REVOKE("revokeSignInSessions", 1),
  /** Deletes every method, then ends the sessions. */
  RESET("resetMfa", 1);

  /** Those that every kind of methods has. */
  static final List<MutationKind> COMMON = List.of(ADD, SET, UPDATE, DELETE, DELETE_ANY);

  /** Those that take something away, of whatever kind. */
  static final List<MutationKind> REMOVALS = List.of(DELETE_ANY, REVOKE, RESET);

  private final String name;
  private final int readsFirst;

  MutationKind(String name, int readsFirst) {
    this.name = name;
    this.readsFirst = readsFirst;
  }

  /** The field of the schema; for one of many that of one. */
  String field(MethodKind kind) {
    return name.formatted(kind.typeName());
  }

  /** How often it reads the methods before it writes. */
  int readsFirst() {
    return readsFirst;
  }

  /** Whether it gives a number or an address. */
  boolean givesText() {
    return mayAdd() || mayChange();
  }

  /** Whether it deletes the one method that it names. */
  boolean isDeletion() {
    return this == DELETE || this == DELETE_ANY;
  }

  /** Whether it can add something. */
  boolean mayAdd() {
    return this == ADD || this == ADD_ONE_OF_MANY || this == SET || this == REPLACE;
  }

  /** Whether it can give another number or address to what is there. */
  boolean mayChange() {
    return this == SET || this == UPDATE;
  }
}
