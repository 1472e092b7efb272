package dev.authmethods.sandbox.login;

import dev.authmethods.sandbox.http.HttpCall;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The parameters of the authorization endpoint, from an address or from the form of the sign-in page. */
record AuthorizeRequest(Map<String, String> fields) {
  /** The field of the form that says who signs in. */
  static final String PERSONA = "persona";

  private static final List<String> NAMES = List.of(
    "client_id",
    "response_type",
    "redirect_uri",
    "scope",
    "response_mode",
    "state",
    "nonce",
    "code_challenge",
    "code_challenge_method",
    "prompt",
    "login_hint",
    "claims",
    "post_logout_redirect_uri"
  );

  static AuthorizeRequest of(HttpCall call) {
    var form = HttpCall.form(call.body());
    var fields = new TreeMap<String, String>();
    for (var name : NAMES) {
      fields.put(name, call.method().equals("POST") ? form.getOrDefault(name, "") : call.options().other(name));
    }
    fields.put(PERSONA, form.getOrDefault(PERSONA, ""));
    fields.values().removeIf(String::isBlank);
    return new AuthorizeRequest(fields);
  }

  Optional<String> find(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  String require(String name) {
    return find(name).orElseThrow(() ->
      LoginError.invalidRequest(900144, "The request body must contain the following parameter: '" + name + "'.")
    );
  }
}
