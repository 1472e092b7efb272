package dev.authmethods.gateway;

import static dev.authmethods.gateway.fixtures.PhoneMutation.add;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.Reply;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Lookups that wait for lookups, in every mixture: each query is answered, and soon. */
@GatewayTest("gateway.api.limits.mutations=2")
@Timeout(20)
class MixedQueriesTests {

  private static final String ADMIN = "auth-admin";
  private static final String PERSON = """
  { id displayName phoneMethods { id phoneType } phoneEligibility { canAdd blockedBy { ... on PhoneTypeAlreadyRegisteredError { existing { id } } } } }
  """;

  private String userId = "";
  private String phoneId = "";

  @BeforeEach
  void readIds(Gateway gateway) {
    var reply = gateway.as(
      ADMIN,
      "{ user(by: { userPrincipalName: \"alex@contoso.com\" }) { id phoneMethods { id } } }"
    );
    userId = reply.textAt("/data/user/id");
    phoneId = reply.textAt("/data/user/phoneMethods/0/id");
  }

  @Test
  void nodesAndUsersAndOneUserAtOnce(Gateway gateway) {
    var reply = query(
      gateway,
      """
      query ($user: ID!, $phone: ID!) {
        phone: node(id: $phone) { id ... on PhoneMethod { phoneType } }
        same: node(id: $user) { ... on User %1$s }
        user(by: { userPrincipalName: "megan@contoso.com" }) %1$s
        again: user(by: { id: $user }) %1$s
        users(by: [{ objectId: "10000000-0000-4000-8000-000000000013" }, { userPrincipalName: "nobody@contoso.com" }]) {
          user %1$s
          errors { __typename }
        }
        none: node(id: "none") { id }
        viewer { objectId }
      }
      """
    );
    assertThat(reply.at("/errors").isMissingNode()).isTrue();
    assertThat(reply.textAt("/data/phone/phoneType")).isEqualTo("MOBILE");
    assertThat(reply.listAt("/data/same/phoneMethods")).hasSize(2);
    assertThat(reply.listAt("/data/user/phoneMethods")).hasSize(1);
    assertThat(reply.json().at("/data/again")).isEqualTo(reply.json().at("/data/same"));
    assertThat(reply.listAt("/data/users/0/user/phoneMethods")).hasSize(3);
  }

  @Test
  void usersAndNodesBelowMutations(Gateway gateway) {
    var document = """
    mutation ($input: AddPhoneMethodInput!, $user: ID!, $phone: ID!) {
      addPhoneMethod(input: $input) {
        user %1$s
        query {
          user(by: { id: $user }) %1$s
          node(id: $phone) { id }
          users(by: [{ userPrincipalName: "kim@contoso.com" }]) { user %1$s }
        }
      }
      again: addPhoneMethod(input: $input) {
        errors { __typename ... on PhoneTypeAlreadyRegisteredError { existing { id } } }
        user %1$s
        query { node(id: $user) { ... on User %1$s } }
      }
    }
    """.formatted(PERSON);
    var input = add("kim@contoso.com", "MOBILE", "+1 2065550123").input();
    var reply = gateway.as(ADMIN, document, Map.of("input", input, "user", userId, "phone", phoneId));
    assertThat(reply.at("/errors").isMissingNode()).isTrue();
    assertThat(reply.listAt("/data/addPhoneMethod/user/phoneMethods")).hasSize(1);
    assertThat(reply.textAt("/data/addPhoneMethod/query/node/id")).isEqualTo(phoneId);
    assertThat(reply.listAt("/data/again/query/node/phoneMethods")).hasSize(2);
  }

  @Test
  void fragmentsAndAliasesOfTheSameField(Gateway gateway) {
    var reply = query(
      gateway,
      """
      query ($user: ID!, $phone: ID!) {
        a: node(id: $user) { ...Whole }
        b: node(id: $user) { ... on User { phoneMethods { id } more: phoneMethods { methodId } } }
        c: node(id: $phone) { ... on AuthenticationMethod { methodId } }
      }
      fragment Whole on User %1$s
      """
    );
    assertThat(reply.at("/errors").isMissingNode()).isTrue();
    assertThat(reply.listAt("/data/b/more")).hasSize(2);
    assertThat(reply.textAt("/data/c/methodId")).isNotEmpty();
  }

  private Reply query(Gateway gateway, String document) {
    return gateway.as(ADMIN, document.formatted(PERSON), Map.of("user", userId, "phone", phoneId));
  }
}
