package dev.authmethods.gateway.phone;

import static dev.authmethods.gateway.fixtures.PhoneMutation.add;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.PhoneMutation;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest("gateway.api.limits.mutations=2")
class PhonePayloadTests {

  private static final String ADMIN = "auth-admin";
  private static final String KIM_ID = "10000000-0000-4000-8000-000000000001";

  @Nested
  class User {

    private static final String DOCUMENT = """
    mutation ($input: AddPhoneMethodInput!) {
      addPhoneMethod(input: $input) {
        user { objectId userPrincipalName displayName phoneMethods { phoneType } }
        errors { __typename }
      }
    }
    """;

    @ParameterizedTest
    @ValueSource(strings = { "kim@contoso.com", KIM_ID })
    void isReadAfterTheChange(String kim, Gateway gateway) {
      var reply = send(gateway, add(kim, "MOBILE", "+1 2065550123"));
      assertThat(reply.textAt("/data/addPhoneMethod/user/objectId")).isEqualTo(KIM_ID);
      assertThat(reply.textAt("/data/addPhoneMethod/user/displayName")).isEqualTo("Kim Akers");
      assertThat(reply.textAt("/data/addPhoneMethod/user/phoneMethods/0/phoneType")).isEqualTo("MOBILE");
    }

    @Test
    void isReadAfterEveryChangeOfARequest(Gateway gateway) {
      var both = """
      mutation ($mobile: AddPhoneMethodInput!, $office: AddPhoneMethodInput!) {
        first: addPhoneMethod(input: $mobile) { user { phoneMethods { phoneType } } }
        second: addPhoneMethod(input: $office) { user { phoneMethods { phoneType } } query { users(by: [{ objectId: "%s" }]) { user { phoneMethods { phoneType } } } } }
      }
      """.formatted(KIM_ID);
      var mobile = add(KIM_ID, "MOBILE", "+1 2065550123").input();
      var office = add(KIM_ID, "OFFICE", "+1 2065550124").input();
      var reply = gateway.as(ADMIN, both, Map.of("mobile", mobile, "office", office));
      assertThat(reply.listAt("/data/first/user/phoneMethods")).hasSize(1);
      assertThat(reply.listAt("/data/second/user/phoneMethods")).hasSize(2);
      assertThat(reply.listAt("/data/second/query/users/0/user/phoneMethods")).hasSize(2);
    }

    @Test
    void isThereWhenTheStateForbidsTheChange(Gateway gateway) {
      var reply = send(gateway, add("megan@contoso.com", "MOBILE", "+1 2065550123"));
      assertThat(reply.typesAt("/data/addPhoneMethod/errors")).containsExactly("PhoneTypeAlreadyRegisteredError");
      assertThat(reply.textAt("/data/addPhoneMethod/user/userPrincipalName")).isEqualTo("megan@contoso.com");
    }

    @Test
    void isThereWhenNothingWasToBeWritten(Gateway gateway) {
      var reply = send(gateway, add("kim@contoso.com", "MOBILE", "+1 2065550123").validateOnly());
      assertThat(reply.textAt("/data/addPhoneMethod/user/objectId")).isEqualTo(KIM_ID);
    }

    @Test
    void isNullWhenTheInputWasRefused(Gateway gateway, SandboxControl sandbox) {
      var reply = send(gateway, add("kim@contoso.com", "MOBILE", "+12065550123"));
      assertThat(reply.at("/data/addPhoneMethod/user").isNull()).isTrue();
      assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void isNullWhenThereIsNone(Gateway gateway) {
      var reply = send(gateway, add("nobody@contoso.com", "MOBILE", "+1 2065550123"));
      assertThat(reply.at("/data/addPhoneMethod/user").isNull()).isTrue();
      assertThat(reply.at("/errors").isMissingNode()).isTrue();
    }

    private static Reply send(Gateway gateway, PhoneMutation mutation) {
      return gateway.as(ADMIN, DOCUMENT, Map.of("input", mutation.input()));
    }
  }

  @Nested
  class Query {

    @Test
    void readsMoreInTheSameRequest(Gateway gateway) {
      var document = """
      mutation ($input: AddPhoneMethodInput!) {
        addPhoneMethod(input: $input) { query { viewer { username } user(by: { objectId: "%s" }) { displayName } } }
      }
      """.formatted(KIM_ID);
      var input = add("kim@contoso.com", "MOBILE", "+1 2065550123").input();
      var reply = gateway.as(ADMIN, document, Map.of("input", input));
      assertThat(reply.textAt("/data/addPhoneMethod/query/viewer/username")).isEqualTo("avery@contoso.com");
      assertThat(reply.textAt("/data/addPhoneMethod/query/user/displayName")).isEqualTo("Kim Akers");
    }
  }

  @Nested
  class ClientMutationId {

    @Test
    void comesBackAsItWasSent(Gateway gateway) {
      var sent = "<\u00e4\u4e2d\uD83D\uDE00>".repeat(8);
      var right = add("kim@contoso.com", "MOBILE", "+1 2065550123").with("clientMutationId", sent);
      assertThat(gateway.as(ADMIN, right).text("clientMutationId")).isEqualTo(sent);
    }

    @Test
    void comesBackWithARefusalToo(Gateway gateway) {
      var wrong = add("kim@contoso.com", "MOBILE", "206").with("clientMutationId", "form 1");
      assertThat(gateway.as(ADMIN, wrong).text("clientMutationId")).isEqualTo("form 1");
    }

    @Test
    void mayHave128Characters(Gateway gateway, SandboxControl sandbox) {
      var adding = add("kim@contoso.com", "MOBILE", "+1 2065550123").validateOnly();
      assertThat(gateway.as(ADMIN, adding.with("clientMutationId", "a".repeat(128))).errors()).isEmpty();
      var refused = gateway.as(ADMIN, adding.with("clientMutationId", "a".repeat(129)));
      assertThat(refused.error("__typename")).isEqualTo("InvalidInputError");
      assertThat(refused.error("constraint")).isEqualTo("Size");
      assertThat(refused.error("path")).isEqualTo("input,clientMutationId");
    }
  }
}
