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
    return Map.of(
      "query",
      USERS,
      "variables",
      Map.of("by", IntStream.range(0, count).mapToObj(Documents::ref).toList())
    );
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

  private static Map<String, Object> ref(int number) {
    return Map.of("objectId", objectId(number));
  }

  private static String objectId(int number) {
    return "00000000-0000-0000-0000-%012d".formatted(number);
  }
}
