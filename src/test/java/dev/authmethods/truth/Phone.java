package dev.authmethods.truth;

import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A phone as it really is. */
record Phone(String number, String signIn) {
  private static final Pattern MASK = Pattern.compile("X{2,}");

  static Phone of(JsonNode json) {
    return new Phone(json.path("phoneNumber").asString(""), json.path("smsSignInState").asString(""));
  }

  /** Whether an answer shows this one, as far as it shows anything. */
  boolean isShownAs(JsonNode shown) {
    var state = shown.path("smsSignInState").asString("").replace("_", "").toLowerCase(Locale.ROOT);
    return isNumbered(shown.path("phoneNumber").asString("")) && (state.isEmpty() || state.equals(plainSignIn()));
  }

  private String plainSignIn() {
    return signIn.toLowerCase(Locale.ROOT);
  }

  /** Whether a number, whole or masked or left out, can be the one of this phone. */
  boolean isNumbered(String shown) {
    var visible = MASK.split(shown, -1);
    return (
      shown.isEmpty() ||
      (visible.length == 1 ? number.equals(shown) : number.startsWith(visible[0]) && number.endsWith(visible[1]))
    );
  }

  boolean isReady() {
    return signIn.equals("ready");
  }
}
