package dev.authmethods.gateway.accesspass;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.Payload;
import dev.authmethods.gateway.fixtures.PhoneMutation;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** One of the mutations of a pass, sent with all that its payload tells. */
record AccessPassMutation(String field, Map<String, Object> input) {
  static final String PASS = "{ id methodId startDateTime endDateTime lifetimeInMinutes isUsableOnce usability }";
  static final String CREATED = "temporaryAccessPass " + PASS + " passCode passCodeState replaced { methodId }";
  static final String ERRORS = """
  errors {
    __typename
    ... on ExpectedError { message code category path retryable }
    ... on InvalidInputError { constraint }
    ... on AccessPassExistsError { existingTemporaryAccessPass { methodId } }
    ... on AccessPassLifetimeError { minimumLifetimeInMinutes maximumLifetimeInMinutes }
    ... on AccessPassStartError { earliest }
    ... on AccessPassChangedError { currentTemporaryAccessPass { methodId } }
    ... on MethodNotAllowedByPolicyError { kind policyRefusal }
  }
  """;
  private static final String ERRORS_OF_DELETION = """
  errors {
    __typename
    ... on ExpectedError { message code category path retryable }
    ... on AccessPassChangedError { currentTemporaryAccessPass { methodId } }
  }
  """;

  static AccessPassMutation createPass(String user) {
    return new AccessPassMutation("createTemporaryAccessPass", Map.of("user", PhoneMutation.ref(user)));
  }

  static AccessPassMutation deletePass(String user) {
    return new AccessPassMutation("deleteTemporaryAccessPass", Map.of("user", PhoneMutation.ref(user)));
  }

  AccessPassMutation with(String name, Object value) {
    var changed = new HashMap<String, Object>(input);
    changed.put(name, value);
    return new AccessPassMutation(field, changed);
  }

  AccessPassMutation keyed(String key) {
    return with("idempotencyKey", key);
  }

  Payload sendAs(String persona, Gateway gateway) {
    return new Payload(gateway.as(persona, document(), Map.of("input", input)));
  }

  private String document() {
    var isCreation = field.startsWith("create");
    return "mutation ($input: %s!) { payload: %s(input: $input) { %s confirmation replayed clientMutationId %s } }".formatted(
      field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1) + "Input",
      field,
      isCreation ? CREATED : "deletedTemporaryAccessPassId",
      isCreation ? ERRORS : ERRORS_OF_DELETION
    );
  }
}
