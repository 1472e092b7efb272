package dev.authmethods.gateway.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.PhoneMutation;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Nobody becomes somebody else because Microsoft Graph answers about another than the one who was asked for. */
@GatewayTest
class AnswersAboutOthersTests {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String ADMIN = "auth-admin";
  private static final String KIM = "10000000-0000-4000-8000-000000000001";
  private static final String ADELE = "10000000-0000-4000-8000-000000000002";
  private static final String MEGAN = "10000000-0000-4000-8000-000000000011";
  private static final String USERS =
    "query ($by: [UserRef!]!) { users(by: $by) { user { objectId displayName } errors { __typename } } }";

  private final Gateway gateway;
  private final SandboxControl sandbox;

  AnswersAboutOthersTests(Gateway gateway, SandboxControl sandbox) {
    this.gateway = gateway;
    this.sandbox = sandbox;
  }

  private Reply users(String... by) {
    return gateway.as(ADMIN, USERS, Map.of("by", Stream.of(by).map(PhoneMutation::ref).toList()));
  }

  private void answer(String path, String body) {
    sandbox.fault(
      "{\"match\": {\"path\": \"%s\"}, \"times\": 9, \"body\": %s}".formatted(path, JSON.writeValueAsString(body))
    );
  }

  private static String user(String id, String name) {
    return "{\"id\": \"%s\", \"userPrincipalName\": \"%s\", \"displayName\": \"%s\"}".formatted(id, name, name);
  }

  @ParameterizedTest
  @ValueSource(
    strings = { "adele@contoso.com", "kim@contoso.com.example", "kim@contoso.co", "kim", "", "\u212aim@contoso.com" }
  )
  void aNameIsNotAnswered(String other) {
    answer("/users/kim", user(ADELE, other));
    var reply = users("kim@contoso.com", "megan@contoso.com");
    assertThat(reply.typesAt("/data/users/0/errors")).containsExactly("UpstreamUnavailableError");
    assertThat(reply.textAt("/data/users/1/user/objectId")).isEqualTo(MEGAN);
  }

  @Test
  void aNameIsAnsweredInAnyCase() {
    answer("/users/kim", user(KIM, "Kim@CONTOSO.com"));
    assertThat(users("kim@contoso.com").textAt("/data/users/0/user/objectId")).isEqualTo(KIM);
  }

  @Nested
  class AnObjectId {

    @Test
    void isNotAnsweredByWhatWasNotAskedFor() {
      answer(
        "getByIds",
        "{\"value\": [%s, %s]}".formatted(user(ADELE, "adele@contoso.com"), user(MEGAN, "megan@contoso.com"))
      );
      var reply = users(KIM, MEGAN);
      assertThat(reply.typesAt("/data/users/0/errors")).containsExactly("UserNotFoundError");
      assertThat(reply.textAt("/data/users/1/user/displayName")).isEqualTo("megan@contoso.com");
      assertThat(reply.text()).doesNotContain("adele");
    }

    @Test
    void isAnsweredByTheFirstThatHasIt() {
      answer(
        "getByIds",
        "{\"value\": [%s, %s]}".formatted(user(KIM, "first@contoso.com"), user(KIM, "second@contoso.com"))
      );
      assertThat(users(KIM).textAt("/data/users/0/user/displayName")).isEqualTo("first@contoso.com");
    }
  }

  /** The object id that a change is made with is looked up by the name. */
  @Test
  void aChangeIsNotMadeOnSomebodyElse() {
    answer("/users/patti", user("10000000-0000-4000-8000-000000000031", "lee@contoso.com"));
    var payload = gateway.as(ADMIN, PhoneMutation.disableSmsSignIn("patti@contoso.com"));
    assertThat(payload.types()).containsExactly("UpstreamUnavailableError");
    assertThat(sandbox.writes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
    strings = {
      "{\"responses\": [{\"id\": \"7\", \"status\": 200, \"body\": %s}]}",
      "{\"responses\": [{\"status\": 200, \"body\": %s}]}",
      "{\"responses\": [{\"id\": {\"id\": \"0\"}, \"status\": 200, \"body\": %s}]}",
      "{\"responses\": [{\"id\": \"00\", \"status\": 200, \"body\": %s}]}",
    }
  )
  void anItemOfABatchIsNotAnsweredByWhatHasAnotherId(String batch) {
    answer("$batch", batch.formatted(user(KIM, "kim@contoso.com")));
    assertThat(users("kim@contoso.com").typesAt("/data/users/0/errors")).containsExactly("UpstreamUnavailableError");
  }

  @Test
  void aPhoneThatWasAddedIsNotAnotherOne() {
    sandbox.fault(
      "{\"match\": {\"method\": \"POST\", \"path\": \"/phoneMethods\"}, \"body\": %s}".formatted(
        JSON.writeValueAsString(
          "{\"id\": \"e37fc753-ff3b-4958-9484-eaa9425c82bc\", \"phoneType\": \"mobile\", \"phoneNumber\": \"+1 2065550123\"}"
        )
      )
    );
    var payload = gateway.as(ADMIN, PhoneMutation.add("kim@contoso.com", "MOBILE", "+1 2065550123"));
    assertThat(payload.text("confirmation")).startsWith("READ_BACK");
    assertThat(payload.phone("methodId")).isEqualTo("3179e48a-750b-4051-897c-87b9720928f7");
  }
}
