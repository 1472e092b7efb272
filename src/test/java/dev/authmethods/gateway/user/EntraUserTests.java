package dev.authmethods.gateway.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.method.ObjectId;
import dev.authmethods.gateway.method.User;
import dev.authmethods.gateway.method.UserPrincipalName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class EntraUserTests {

  private static final String ID = "10000000-0000-4000-8000-00000000000a";
  private static final ObjectId KIM = new ObjectId(ID);
  private static final UserPrincipalName NAME = new UserPrincipalName("kim@contoso.com");

  private static EntraUser read(String json) {
    try (var in = new JsonMapper().createParser(json)) {
      in.nextToken();
      return EntraUser.read(in);
    }
  }

  @Test
  void isReadFromWhatIsKnown() {
    var found = read(
      """
      { "@odata.type": "#microsoft.graph.user", "displayName": "Kim", "x": [{ "id": 1 }], "id": "%s",
        "userPrincipalName": "kim@contoso.com", "accountEnabled": true }
      """.formatted(ID)
    );
    assertThat(found.as(KIM)).isEqualTo(new LookupResult.Found<>(new User(KIM, "kim@contoso.com", "Kim")));
    assertThat(found.as(NAME)).isEqualTo(new LookupResult.Found<>(new User(KIM, "kim@contoso.com", "Kim")));
  }

  @Test
  void mayHaveItsIdAndNameInEitherCase() {
    var found = read("{\"id\": \"10000000-0000-4000-8000-00000000000A\", \"userPrincipalName\": \"Kim@Contoso.com\"}");
    assertThat(found.as(KIM)).isInstanceOf(LookupResult.Found.class);
    assertThat(found.as(NAME)).isInstanceOf(LookupResult.Found.class);
  }

  @ParameterizedTest
  @ValueSource(strings = { "null", "7", "{\"value\": \"Kim\"}", "[]", "false" })
  void mayLackNames(String name) {
    var found = read("{\"displayName\": %1$s, \"userPrincipalName\": %1$s, \"id\": \"%2$s\"}".formatted(name, ID));
    assertThat(found.as(KIM)).isEqualTo(new LookupResult.Found<>(new User(KIM, null, null)));
  }

  @ParameterizedTest
  @ValueSource(
    strings = {
      "{}",
      "{\"id\": null}",
      "{\"id\": 7}",
      "{\"id\": \"kim\"}",
      "{\"id\": {\"id\": \"10000000-0000-4000-8000-00000000000a\"}}",
      "{\"id\": \"10000000-0000-4000-8000-00000000000b\", \"userPrincipalName\": \"kim@contoso.com\"}",
    }
  )
  void doesNotAnswerForAnIdThatItDoesNotHave(String json) {
    assertUnclear(read(json).as(KIM));
  }

  @ParameterizedTest
  @ValueSource(
    strings = {
      "{\"userPrincipalName\": \"kim@contoso.com\"}",
      "{\"userPrincipalName\": \"kim@contoso.com\", \"id\": \"kim\"}",
      "{\"id\": \"10000000-0000-4000-8000-00000000000a\"}",
      "{\"id\": \"10000000-0000-4000-8000-00000000000a\", \"userPrincipalName\": 7}",
      "{\"id\": \"10000000-0000-4000-8000-00000000000a\", \"userPrincipalName\": \"kim@contoso.com.example\"}",
      "{\"id\": \"10000000-0000-4000-8000-00000000000a\", \"userPrincipalName\": \"adele@contoso.com\"}",
      "{\"id\": \"10000000-0000-4000-8000-00000000000a\", \"userPrincipalName\": \"Kim@contoso.com\"}",
      "{\"id\": \"10000000-0000-4000-8000-00000000000a\", \"userPrincipalName\": \"kım@contoso.com\"}",
    }
  )
  void doesNotAnswerForANameThatItDoesNotHave(String json) {
    assertUnclear(read(json).as(NAME));
  }

  private static void assertUnclear(LookupResult<User> answer) {
    assertThat(answer).isInstanceOfSatisfying(LookupResult.Failed.class, missing ->
      assertThat(missing.failure()).isInstanceOf(EntraFailure.Unavailable.class)
    );
  }

  @Test
  void isNoUserWhenItIsAGroup() {
    var found = read("{\"id\": \"%s\", \"@odata.type\": \"#microsoft.graph.group\"}".formatted(ID));
    assertThat(found.as(KIM)).isInstanceOfSatisfying(LookupResult.Failed.class, missing ->
      assertThat(missing.failure()).isInstanceOf(EntraFailure.Refused.class)
    );
  }
}
