package dev.authmethods.gateway.password;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.Payload;
import dev.authmethods.gateway.fixtures.PhoneMutation;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.util.HashMap;
import java.util.Map;

/** A reset of a password, sent with all that its payload tells. */
record PasswordMutation(Map<String, Object> input) {
  private static final String DOCUMENT = """
  mutation ($input: ResetPasswordInput!) {
    payload: resetPassword(input: $input) {
      operation { id status isFinished createdDateTime lastActionDateTime upstreamDetail pollAfterSeconds }
      generatedPassword passwordState confirmation replayed clientMutationId user { objectId }
      errors {
        __typename
        ... on ExpectedError { message code category path retryable }
        ... on InvalidInputError { constraint }
        ... on PasswordRefusedError { passwordRefusedReason }
        ... on PasswordResetFailedError { upstreamDetail }
        ... on PermissionDeniedError { requiredPermissions acceptedRoles isTargetProtected }
        ... on CloudNotSupportedError { cloud supportedClouds }
        ... on UpstreamRefusedError { upstreamCode }
      }
    }
  }
  """;

  /** With a password that Microsoft makes up. */
  static PasswordMutation reset(String user) {
    return new PasswordMutation(Map.of("user", PhoneMutation.ref(user)));
  }

  static PasswordMutation reset(String user, String password) {
    return reset(user).with("newPassword", password);
  }

  PasswordMutation keyed(String key) {
    return with("idempotencyKey", key);
  }

  PasswordMutation with(String name, Object value) {
    var changed = new HashMap<String, Object>(input);
    changed.put(name, value);
    return new PasswordMutation(changed);
  }

  Payload sendAs(String persona, Gateway gateway) {
    return new Payload(gateway.as(persona, DOCUMENT, Map.of("input", input)));
  }

  Payload send(String token, Gateway gateway) {
    return new Payload(gateway.execute(token, DOCUMENT, Map.of("input", input)));
  }

  /** Whether a user of the sandbox has a password now. */
  static boolean isPasswordOf(SandboxControl sandbox, String user, String password) {
    var path = "/users/" + user + "/signIn";
    return sandbox.call("POST", path, "{\"password\":\"" + password + "\"}").status() == 200;
  }

  /** Chooses what nobody documents about resets. */
  static void settings(SandboxControl sandbox, String passwordReset) {
    sandbox.call("POST", "/settings", "{\"passwordReset\":{" + passwordReset + "}}");
  }

  /** How often a reset was sent. */
  static long sendings(SandboxControl sandbox) {
    return sandbox
      .requests()
      .stream()
      .filter(request -> request.path("path").asString().endsWith("/resetPassword"))
      .count();
  }
}
