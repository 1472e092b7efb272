package dev.authmethods.gateway.removal;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.Payload;
import dev.authmethods.gateway.fixtures.PhoneMutation;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** One of the mutations that take something away, sent with all that its payload tells. */
record RemovalMutation(String field, Map<String, Object> input) {
  private static final String SHARED = """
  __typename
  ... on ExpectedError { message code category path retryable }
  ... on InvalidInputError { constraint }
  ... on PermissionDeniedError { requiredPermissions acceptedRoles isTargetProtected }
  """;
  private static final String OF_DELETION = """
  ... on MethodNotDeletableError { kind notDeletableReason }
  ... on MobilePhoneStillNeededError { dependent { phoneType } }
  ... on MethodChangedError { currentMethod { methodId } }
  ... on CloudNotSupportedError { cloud supportedClouds }
  """;

  static RemovalMutation delete(String user, String kind, String methodId) {
    var method = Map.of("user", PhoneMutation.ref(user), "kind", kind, "methodId", methodId);
    return new RemovalMutation("deleteAuthenticationMethod", Map.of("method", Map.of("ofUser", method)));
  }

  static RemovalMutation deleteById(String id) {
    return new RemovalMutation("deleteAuthenticationMethod", Map.of("method", Map.of("id", id)));
  }

  static RemovalMutation revoke(String user) {
    return new RemovalMutation("revokeSignInSessions", Map.of("user", PhoneMutation.ref(user)));
  }

  RemovalMutation with(String name, Object value) {
    var changed = new HashMap<>(input);
    changed.put(name, value);
    return new RemovalMutation(field, changed);
  }

  Payload sendAs(String persona, Gateway gateway) {
    return new Payload(gateway.as(persona, document(), Map.of("input", input)));
  }

  Payload sendWith(String token, Gateway gateway) {
    return new Payload(gateway.execute(token, document(), Map.of("input", input)));
  }

  private String document() {
    var ofDeletion = field.startsWith("delete");
    return "mutation ($input: %s!) { payload: %s(input: $input) { %s confirmation replayed clientMutationId errors { %s %s } } }".formatted(
      field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1) + "Input",
      field,
      ofDeletion ? "deletedMethodId kind" : "sessionsValidFrom",
      SHARED,
      ofDeletion ? OF_DELETION : ""
    );
  }
}
