package dev.authmethods.gateway.email;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.Payload;
import dev.authmethods.gateway.fixtures.PhoneMutation;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** One of the mutations of email addresses, sent with all that its payload tells. */
record EmailMutation(String field, Map<String, Object> input) {
  private static final String SHARED = """
  __typename
  ... on ExpectedError { message code category path retryable }
  ... on InvalidInputError { constraint }
  ... on PermissionDeniedError { requiredPermissions acceptedRoles }
  ... on CloudNotSupportedError { cloud supportedClouds }
  """;
  private static final String INVALID = " ... on InvalidEmailAddressError { emailAddressReason } ";
  private static final String REGISTERED =
    " ... on EmailMethodAlreadyRegisteredError { sameAddress existingEmailMethod { emailAddress } } ";
  private static final String CHANGED = " ... on EmailMethodChangedError { currentEmailMethod { emailAddress } } ";

  static EmailMutation add(String user, String address) {
    return new EmailMutation("addEmailMethod", Map.of("user", PhoneMutation.ref(user), "emailAddress", address));
  }

  static EmailMutation set(String user, String address) {
    return new EmailMutation("setEmailMethod", add(user, address).input);
  }

  static EmailMutation update(String user, String address) {
    return new EmailMutation("updateEmailMethod", add(user, address).input);
  }

  static EmailMutation delete(String user) {
    return new EmailMutation("deleteEmailMethod", Map.of("user", PhoneMutation.ref(user)));
  }

  EmailMutation with(String name, Object value) {
    var changed = new HashMap<String, Object>(input);
    changed.put(name, value);
    return new EmailMutation(field, changed);
  }

  Payload sendAs(String persona, Gateway gateway) {
    return new Payload(gateway.as(persona, document(), Map.of("input", input)));
  }

  private String document() {
    return "mutation ($input: %s!) { payload: %s(input: $input) { %s confirmation replayed clientMutationId errors { %s %s } } }".formatted(
      field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1) + "Input",
      field,
      shown(),
      SHARED,
      details()
    );
  }

  private String shown() {
    return switch (field) {
      case "deleteEmailMethod" -> "deletedEmailMethodId";
      case "setEmailMethod" -> "emailEffect emailMethod { id methodId emailAddress }";
      default -> "emailMethod { id methodId emailAddress }";
    };
  }

  private String details() {
    return switch (field) {
      case "addEmailMethod" -> INVALID + REGISTERED;
      case "setEmailMethod" -> INVALID + REGISTERED + CHANGED;
      case "updateEmailMethod" -> INVALID + CHANGED;
      default -> CHANGED;
    };
  }

  /** The address that the payload shows; empty when it shows none. */
  static String address(Payload payload) {
    return payload.reply().textAt("/data/payload/emailMethod/emailAddress");
  }
}
