package dev.authmethods.truth;

import tools.jackson.databind.JsonNode;

/**
 * A method as it really is.
 *
 * @param text   its number or address
 * @param signIn whether it can be signed in with, as Microsoft Graph says it; empty for other methods than phones
 */
record Method(MethodKind kind, String text, String signIn) {
  static Method of(JsonNode json) {
    var kind = Slot.of(json).kind();
    var text = json.path(kind.names().text()).asString("");
    return new Method(kind, MethodKind.plain(text), json.path("smsSignInState").asString(""));
  }

  /** Whether an answer shows this one, as far as it shows anything. */
  boolean isShownAs(JsonNode shown) {
    var state = MethodKind.plain(shown.path("smsSignInState").asString("").replace("_", ""));
    return (
      kind.shows(shown.path(kind.names().text()).asString(""), text) &&
      (state.isEmpty() || state.equals(MethodKind.plain(signIn)))
    );
  }

  boolean isReady() {
    return signIn.equals("ready");
  }
}
