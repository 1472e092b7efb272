package dev.authmethods.gateway.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.method.ObjectId;
import dev.authmethods.gateway.method.User;
import dev.authmethods.gateway.method.UserPrincipalName;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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

  private static @Nullable ObjectId idFor(UserPrincipalName name, String json) {
    var user = read(json).as(name);
    return user == null ? null : user.objectId();
  }

  @Test
  void isReadFromWhatIsKnown() {
    var found = read(
      """
      { "@odata.type": "#microsoft.graph.user", "displayName": "Kim", "x": [{ "id": 1 }], "id": "%s",
        "userPrincipalName": "kim@contoso.com", "accountEnabled": true }
      """.formatted(ID)
    );
    assertThat(found.as(KIM)).isEqualTo(new User(KIM, "kim@contoso.com", "Kim"));
    assertThat(found.as(NAME)).isEqualTo(new User(KIM, "kim@contoso.com", "Kim"));
  }

  @Test
  void mayHaveItsIdInEitherCase() {
    assertThat(read("{\"id\": \"10000000-0000-4000-8000-00000000000A\"}").as(KIM)).isNotNull();
  }

  @Test
  void mayLackNames() {
    var user = Objects.requireNonNull(
      read("{\"id\": \"%s\", \"displayName\": null, \"userPrincipalName\": 7}".formatted(ID)).as(KIM)
    );
    assertThat(user.displayName()).isNull();
    assertThat(user.userPrincipalName()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
    strings = {
      "{}",
      "{\"id\": null}",
      "{\"id\": {\"id\": \"10000000-0000-4000-8000-00000000000a\"}}",
      "{\"id\": \"10000000-0000-4000-8000-00000000000b\"}",
      "{\"id\": \"10000000-0000-4000-8000-00000000000a\", \"@odata.type\": \"#microsoft.graph.group\"}",
    }
  )
  void isNobodyElse(String json) {
    assertThat(read(json).as(KIM)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = { "{}", "{\"id\": \"kim\"}", "{\"id\": 7}" })
  void isNobodyWithoutAnId(String json) {
    assertThat(idFor(NAME, json)).isNull();
  }
}
