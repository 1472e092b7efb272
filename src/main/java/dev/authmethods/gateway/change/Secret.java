package dev.authmethods.gateway.change;

/** A text that is shown once, such as a pass code. No key keeps it, and no log can show it. */
public record Secret(String value) {
  @Override
  public String toString() {
    return "Secret";
  }
}
