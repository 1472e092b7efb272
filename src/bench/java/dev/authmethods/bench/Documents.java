package dev.authmethods.bench;

import java.util.Map;
import java.util.stream.IntStream;

/** What the gateway is asked, each as the members of a GraphQL request. */
public final class Documents {

  private static final String ADD = """
  mutation ($input: AddPhoneMethodInput!) {
    addPhoneMethod(input: $input) {
      phoneMethod { id phoneNumber phoneType smsSignInState }
      errors { __typename }
    }
  }
  """;
  private static final String USERS = """
  query ($by: [UserRef!]!) {
    users(by: $by) {
      user { id displayName userPrincipalName phoneMethods { id phoneNumber phoneType } }
      errors { __typename }
    }
  }
  """;
  private static final String USER = """
  query ($by: UserRef!) {
    user(by: $by) { id displayName userPrincipalName phoneMethods { id phoneNumber phoneType } }
  }
  """;

  private static final String METHODS = """
  query ($by: [UserRef!]!) {
    users(by: $by) {
      user {
        id displayName userPrincipalName
        authenticationMethods {
          __typename id kind uses createdDateTime
          ... on PhoneMethod { phoneNumber phoneType }
          ... on EmailMethod { emailAddress }
          ... on PasskeyMethod { displayName model aaguid }
          ... on MicrosoftAuthenticatorMethod { displayName phoneAppVersion }
        }
      }
      errors { __typename }
    }
  }
  """;
  private static final String RESET = """
  mutation ($input: ResetMfaInput!) {
    resetMfa(input: $input) {
      steps { methodId kind outcome errors { __typename } }
      isComplete
      sessionErrors { __typename }
      errors { __typename }
    }
  }
  """;

  private Documents() {}

  /** A number without its plus sign, which is refused before anything is asked of Microsoft Graph. */
  public static Map<String, Object> refusedNumber() {
    return add("2065555555");
  }

  /** A number that is shorter than the schema allows. */
  public static Map<String, Object> shortNumber() {
    return add("+1");
  }

  /** A mobile phone for one user. */
  public static Map<String, Object> addPhone() {
    return add(GraphStub.NUMBER);
  }

  /** So many users, by object id, with their phones. */
  public static Map<String, Object> users(int count) {
    return Map.of("query", USERS, "variables", by(count));
  }

  /** So many users, by object id, with their methods of every kind. */
  public static Map<String, Object> methods(int count) {
    return Map.of("query", METHODS, "variables", by(count));
  }

  /** The reset of one user who has methods of five kinds: they are deleted one by one, then the sessions are ended. */
  public static Map<String, Object> reset() {
    return Map.of("query", RESET, "variables", Map.of("input", Map.of("user", ref(1))));
  }

  /** One user, by object id, with their phones. */
  public static Map<String, Object> user() {
    return Map.of("query", USER, "variables", Map.of("by", ref(1)));
  }

  /** The caller: nothing is asked of Microsoft Graph. */
  public static Map<String, Object> viewer() {
    return Map.of("query", "{ viewer { objectId } }");
  }

  private static Map<String, Object> add(String number) {
    var input = Map.of("user", ref(1), "phoneNumber", number, "phoneType", "MOBILE");
    return Map.of("query", ADD, "variables", Map.of("input", input));
  }

  private static Map<String, Object> by(int count) {
    return Map.of("by", IntStream.range(0, count).mapToObj(Documents::ref).toList());
  }

  private static Map<String, Object> ref(int number) {
    return Map.of("objectId", objectId(number));
  }

  private static String objectId(int number) {
    return "00000000-0000-0000-0000-%012d".formatted(number);
  }
}
