package dev.authmethods.training;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * One request.
 *
 * @param persona who asks
 * @param body the JSON to post
 */
record WarmUpRequest(String persona, String body) {
  private static final String ADMINISTRATOR = "privileged-auth-admin";
  private static final int MANY = 100;

  /** Changes that are made, each followed by a look at the user. */
  static final List<WarmUpRequest> SUCCESSES = List.of(
    change("addPhoneMethod", "adele", "phoneNumber: \"+1 2065550121\", phoneType: MOBILE"),
    change("updatePhoneMethod", "megan", "phoneNumber: \"+1 2065550122\", phoneType: MOBILE"),
    change("deletePhoneMethod", "grady", "phoneType: OFFICE"),
    change("enableSmsSignIn", "patti", "phoneType: MOBILE"),
    change("disableSmsSignIn", "lee", "phoneType: MOBILE")
  );

  static WarmUpRequest of(String persona, String document, Object variables) {
    return new WarmUpRequest(
      persona,
      new JsonMapper().writeValueAsString(Map.of("query", document, "variables", variables))
    );
  }

  private static WarmUpRequest change(String mutation, String user, String input) {
    return of(
      ADMINISTRATOR,
      """
      mutation {
        %s(input: { user: { userPrincipalName: "%s@contoso.com" }, %s }) {
          user { id displayName phoneMethods { id phoneNumber phoneType smsSignInState } }
          errors { __typename ... on ExpectedError { code message path retryable } }
        }
      }
      """.formatted(mutation, user, input),
      Map.of()
    );
  }

  /** Users by object id, as an administrator's list shows them. */
  static WarmUpRequest manyUsers() {
    var users = IntStream.rangeClosed(1, MANY).mapToObj(WarmUpRequest::generated).toList();
    var document = """
    query ($by: [UserRef!]!) {
      users(by: $by) { user { id displayName userPrincipalName phoneMethods { id phoneNumber phoneType } } }
    }
    """;
    return of(ADMINISTRATOR, document, Map.of("by", users));
  }

  private static Map<String, String> generated(int number) {
    return Map.of("objectId", "b0000000-0000-4000-8000-%012d".formatted(number));
  }
}
