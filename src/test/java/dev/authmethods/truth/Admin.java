package dev.authmethods.truth;

/** Who asks the gateway. */
enum Admin {
  /** Sees numbers masked. */
  AUTHENTICATION("auth-admin", 1),
  /** Sees them whole. */
  PRIVILEGED("privileged-auth-admin", 2);

  private final String persona;
  private final int number;

  Admin(String persona, int number) {
    this.persona = persona;
    this.number = number;
  }

  String persona() {
    return persona;
  }

  String objectId() {
    return "a0000000-0000-4000-8000-%012d".formatted(number);
  }
}
