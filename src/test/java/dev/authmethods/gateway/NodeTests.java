package dev.authmethods.gateway;

import static dev.authmethods.gateway.fixtures.PhoneMutation.add;
import static dev.authmethods.gateway.fixtures.PhoneMutation.delete;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class NodeTests {

  private static final String ADMIN = "auth-admin";
  private static final String MEGAN = """
  { user(by: { userPrincipalName: "megan@contoso.com" }) { id phoneMethods { id phoneNumber } } }
  """;
  private static final String NODE = """
  query ($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on User { userPrincipalName phoneMethods { id } }
      ... on PhoneMethod { methodId phoneNumber }
    }
  }
  """;

  @Nested
  class LeadsBack {

    @Test
    void toAUser(Gateway gateway) {
      var id = gateway.as(ADMIN, MEGAN).textAt("/data/user/id");
      var reply = node(gateway, id);
      assertThat(reply.textAt("/data/node/__typename")).isEqualTo("User");
      assertThat(reply.textAt("/data/node/id")).isEqualTo(id);
      assertThat(reply.textAt("/data/node/userPrincipalName")).isEqualTo("megan@contoso.com");
    }

    @Test
    void toAPhone(Gateway gateway) {
      var id = gateway.as(ADMIN, MEGAN).textAt("/data/user/phoneMethods/0/id");
      var reply = node(gateway, id);
      assertThat(reply.textAt("/data/node/__typename")).isEqualTo("PhoneMethod");
      assertThat(reply.textAt("/data/node/id")).isEqualTo(id);
      assertThat(reply.textAt("/data/node/phoneNumber")).endsWith("01");
    }

    @ParameterizedTest
    @ValueSource(strings = { "kim@contoso.com", "10000000-0000-4000-8000-000000000001" })
    void toAPhoneThatWasJustAdded(String kim, Gateway gateway) {
      var id = gateway.as(ADMIN, add(kim, "MOBILE", "+1 2065550123")).phone("id");
      assertThat(node(gateway, id).textAt("/data/node/id")).isEqualTo(id);
      assertThat(node(gateway, id).textAt("/data/node/phoneNumber")).endsWith("23");
    }

    @Test
    void toTheUserInAnInput(Gateway gateway) {
      var id = gateway.as(ADMIN, MEGAN).textAt("/data/user/id");
      assertThat(gateway.as(ADMIN, add(id, "OFFICE", "+1 2065550123")).errors()).isEmpty();
      assertThat(gateway.phonesOf("megan@contoso.com")).containsKey("OFFICE");
    }
  }

  @Nested
  class IsNull {

    @Test
    void whenThePhoneIsGone(Gateway gateway) {
      var id = gateway.as(ADMIN, MEGAN).textAt("/data/user/phoneMethods/0/id");
      gateway.as(ADMIN, delete("megan@contoso.com", "MOBILE"));
      assertIsNull(node(gateway, id));
    }

    @Test
    void whenThereIsNoSuchUser(Gateway gateway) {
      assertIsNull(node(gateway, encoded("User//10000000-0000-4000-8000-999999999999")));
    }

    @Test
    void whenTheCallerMayNotReadIt(Gateway gateway) {
      var id = gateway.as(ADMIN, MEGAN).textAt("/data/user/phoneMethods/0/id");
      assertIsNull(gateway.as("user", NODE, Map.of("id", id)));
    }

    @ParameterizedTest
    @ValueSource(
      strings = {
        "",
        "x",
        "User//../users/10000000-0000-4000-8000-000000000001",
        "Group//10000000-0000-4000-8000-000000000001",
        "phoneMethods//10000000-0000-4000-8000-000000000001",
        "users//10000000-0000-4000-8000-000000000001",
        "PhoneMethod/../10000000-0000-4000-8000-000000000001",
      }
    )
    void forWhatIsNoIdOfOurs(String decoded, Gateway gateway, SandboxControl sandbox) {
      assertIsNull(node(gateway, encoded(decoded)));
      assertIsNull(node(gateway, decoded));
      assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void forTheLongestTextThatIsLetIn(Gateway gateway, SandboxControl sandbox) {
      assertIsNull(node(gateway, encoded("User//" + "k".repeat(100_000) + "@contoso.com")));
      assertThat(sandbox.requests()).isEmpty();
    }
  }

  @Test
  void batchesManyOfThem(Gateway gateway, SandboxControl sandbox) {
    var fields = new StringBuilder();
    for (int number = 1; number <= 25; number++) {
      var user = encoded("User//b0000000-0000-4000-8000-%012d".formatted(number));
      fields.append("n%d: node(id: \"%s\") { ... on User { userPrincipalName } } ".formatted(number, user));
    }
    var reply = gateway.as(ADMIN, "{ " + fields + " }");
    assertThat(reply.textAt("/data/n25/userPrincipalName")).isEqualTo("user0025@contoso.com");
    assertThat(sandbox.asked()).hasSize(1);
  }

  private static Reply node(Gateway gateway, String id) {
    return gateway.as(ADMIN, NODE, Map.of("id", id));
  }

  private static void assertIsNull(Reply reply) {
    assertThat(reply.json().toString()).isEqualTo("{\"data\":{\"node\":null}}");
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
