package dev.authmethods.gateway.phone;

import static dev.authmethods.gateway.fixtures.PhoneMutation.add;
import static dev.authmethods.gateway.fixtures.PhoneMutation.delete;
import static dev.authmethods.gateway.fixtures.PhoneMutation.enableSmsSignIn;
import static dev.authmethods.gateway.fixtures.PhoneMutation.set;
import static dev.authmethods.gateway.fixtures.PhoneMutation.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** A property that cannot be read costs itself, never the object that it belongs to, nor the truth of an answer. */
@GatewayTest
class UnreadablePropertiesTests {

  private static final String ADMIN = "privileged-auth-admin";
  private static final String KIM = "kim@contoso.com";
  private static final String MEGAN = "10000000-0000-4000-8000-000000000011";
  private static final String MOBILE = "3179e48a-750b-4051-897c-87b9720928f7";
  private static final String NUMBER = "+1 2065550123";
  private static final String WHOLE = """
  "id": "%s", "phoneType": "mobile", "phoneNumber": "+1 2065550101", "smsSignInState": "notEnabled",
  "createdDateTime": "2024-01-01T10:00:00Z"
  """.formatted(MOBILE);

  private final Gateway gateway;
  private final SandboxControl sandbox;

  UnreadablePropertiesTests(Gateway gateway, SandboxControl sandbox) {
    this.gateway = gateway;
    this.sandbox = sandbox;
  }

  /** What is answered, once or a few times, instead of the phones of any user. */
  private void phonesAre(int skip, int times, String... phones) {
    answer("/authentication/phoneMethods", skip, times, "{\"value\": [%s]}".formatted(String.join(",", phones)));
  }

  private void answer(String path, int skip, int times, String body) {
    sandbox.fault(
      "{\"match\": {\"method\": \"GET\", \"path\": \"%s\"}, \"skip\": %d, \"times\": %d, \"body\": %s}".formatted(
        path,
        skip,
        times,
        new JsonMapper().writeValueAsString(body)
      )
    );
  }

  @Nested
  class OfAPhone {

    private Reply phones() {
      return gateway.as(
        ADMIN,
        """
        { user(by: { objectId: "10000000-0000-4000-8000-000000000011" }) {
          phoneMethods { methodId phoneType phoneNumber smsSignInState createdDateTime } } }
        """
      );
    }

    @ParameterizedTest
    @CsvSource(
      delimiter = '|',
      textBlock = """
      createdDateTime | "2024-01-01T10:00:00" | 2024-01-01T10:00:00.000Z
      createdDateTime | "2024-01-01T10:00:00.1234567" | 2024-01-01T10:00:00.123Z
      createdDateTime | "2024-01-01T12:00:00+02:00" | 2024-01-01T12:00:00.000+02:00
      createdDateTime | "yesterday" |
      createdDateTime | "2024-02-30T10:00:00Z" |
      createdDateTime | 1704103200 |
      createdDateTime | {"dateTime": "2024-01-01T10:00:00Z"} |
      phoneNumber | 12065550101 |
      phoneNumber | {"number": "+1 2065550101"} |
      phoneNumber | ["+1 2065550101"] |
      phoneNumber | null |
      phoneType | "satellite" | MOBILE
      phoneType | 0 | MOBILE
      phoneType | null | MOBILE
      smsSignInState | "telepathic" | UNKNOWN
      smsSignInState | 4 | UNKNOWN
      smsSignInState | {"value": "ready"} | UNKNOWN
      id | null | 3179e48a-750b-4051-897c-87b9720928f7
      id | {"id": 7} | 3179e48a-750b-4051-897c-87b9720928f7
      """
    )
    void costsItself(String property, String value, String read) {
      phonesAre(0, 1, "{ %s, \"%s\": %s }".formatted(WHOLE, property, value));
      var reply = phones();
      assertThat(reply.at("/errors").isMissingNode()).as(reply.text()).isTrue();
      var shown = property.equals("id") ? "methodId" : property;
      assertThat(reply.at("/data/user/phoneMethods/0/" + shown).asString(null)).isEqualTo(read);
      for (var other : new String[] { "methodId", "phoneType", "phoneNumber", "smsSignInState", "createdDateTime" }) {
        assertThat(other.equals(shown) || !reply.textAt("/data/user/phoneMethods/0/" + other).isEmpty()).isTrue();
      }
    }

    @ParameterizedTest
    @ValueSource(
      strings = {
        "\"@odata.type\": 7, \"phoneNumber@odata.type\": {}, \"@odata.etag\": [[]]",
        "\"id2\": null, \"more\": {\"id\": \"another\", \"phoneNumber\": \"+1 2\"}, \"list\": [{\"phoneType\": \"office\"}]",
      }
    )
    void isIgnoredWhenNobodyKnowsIt(String more) {
      phonesAre(0, 1, "{ " + WHOLE + ", " + more + " }");
      assertThat(phones().textAt("/data/user/phoneMethods/0/phoneNumber")).isEqualTo("+1 2065550101");
    }

    @ParameterizedTest
    @ValueSource(strings = { "{ \"phoneNumber\": \"+1 2065550199\" }", "null", "7", "[]", "\"mobile\"" })
    void leavesAPhoneOutThatNobodyCanIdentify(String unidentified) {
      phonesAre(0, 1, unidentified, "{ " + WHOLE + " }");
      var reply = phones();
      assertThat(reply.listAt("/data/user/phoneMethods")).hasSize(1);
      assertThat(reply.textAt("/data/user/phoneMethods/0/methodId")).isEqualTo(MOBILE);
    }
  }

  /** What cannot be read says nothing about what became of a write. */
  @Nested
  class OfAPhoneThatIsReadBack {

    private static final String WITHOUT_NUMBER = "{ \"id\": \"%s\", \"phoneNumber\": 7 }".formatted(MOBILE);

    private void isLost(String method) {
      isMade(method, 504);
    }

    /** A change that others seem to have made would be told: this answer says that nothing comes late. */
    private void isMadeInConflict(String method) {
      isMade(method, 409);
    }

    private void isMade(String method, int status) {
      sandbox.fault(
        "{\"match\": {\"method\": \"%s\", \"path\": \"/phoneMethods\"}, \"status\": %d, \"apply\": true}".formatted(
          method,
          status
        )
      );
    }

    @Test
    void confirmsAndDeniesNoAddition() {
      isLost("POST");
      phonesAre(0, 9, WITHOUT_NUMBER);
      var adding = add(KIM, "MOBILE", NUMBER).keyed("unread");
      assertThat(gateway.as(ADMIN, adding).types()).containsExactly("OutcomeUnknownError");
      sandbox.call("DELETE", "/faults", "");
      assertThat(gateway.as(ADMIN, adding).text("confirmation")).isEqualTo("READ_BACK");
      assertThat(sandbox.ledger()).hasSize(1);
    }

    @Test
    void isNoChangeByOthers() {
      isMadeInConflict("PATCH");
      phonesAre(1, 9, WITHOUT_NUMBER);
      assertThat(gateway.as(ADMIN, update(MEGAN, "MOBILE", NUMBER)).types()).containsExactly("OutcomeUnknownError");
    }

    @Test
    void isNoReasonToDoubtASuccess() {
      phonesAre(1, 9, WITHOUT_NUMBER);
      var payload = gateway.as(ADMIN, update(MEGAN, "MOBILE", NUMBER));
      assertThat(payload.types()).isEmpty();
      assertThat(payload.text("confirmation")).isEqualTo("UPSTREAM");
      assertThat(payload.phone("phoneNumber")).isEmpty();
    }

    @Test
    void isWrittenOverAllTheSame() {
      phonesAre(0, 1, WITHOUT_NUMBER);
      var payload = gateway.as(ADMIN, set(MEGAN, "MOBILE", NUMBER));
      assertThat(payload.text("effect")).isEqualTo("UPDATED");
      assertThat(payload.phone("phoneNumber")).isEqualTo(NUMBER);
    }

    @Test
    void isNotTakenForDeletedWhenOnlyItsTypeCannotBeRead() {
      sandbox.fault("{\"match\": {\"method\": \"DELETE\"}, \"status\": 504, \"times\": 9}");
      phonesAre(1, 9, "{ %s, \"phoneType\": \"satellite\" }".formatted(WHOLE));
      assertThat(gateway.as(ADMIN, delete(MEGAN, "MOBILE")).types()).containsExactly("OutcomeUnknownError");
    }

    @Test
    void isNotTakenForDeletedWhereAPhoneCannotBeIdentified() {
      sandbox.fault("{\"match\": {\"method\": \"DELETE\"}, \"status\": 504}");
      phonesAre(1, 9, "{ \"phoneNumber\": \"+1 2065550101\" }");
      assertThat(gateway.as(ADMIN, delete(MEGAN, "MOBILE")).types()).containsExactly("OutcomeUnknownError");
    }

    @Test
    void doesNotTellThatSigningInWasChangedByOthers() {
      isMadeInConflict("POST");
      phonesAre(
        1,
        9,
        "{ \"id\": \"%s\", \"phoneNumber\": \"+1 2065550103\", \"smsSignInState\": 4 }".formatted(MOBILE)
      );
      assertThat(gateway.as(ADMIN, enableSmsSignIn("patti@contoso.com")).types()).containsExactly(
        "OutcomeUnknownError"
      );
    }

    @Test
    void leavesASuccessWithoutAnIdOneOfThePhoneThatWasAsked() {
      sandbox.fault(
        "{\"match\": {\"method\": \"POST\", \"path\": \"/phoneMethods\"}, \"body\": %s}".formatted(
          new JsonMapper().writeValueAsString("{\"id\": 7, \"phoneType\": \"mobile\", \"phoneNumber\": 7}")
        )
      );
      var payload = gateway.as(ADMIN, add(KIM, "MOBILE", NUMBER));
      assertThat(payload.types()).isEmpty();
      assertThat(payload.phone("methodId")).isEqualTo(MOBILE);
    }
  }

  @Nested
  class OfAUser {

    @ParameterizedTest
    @ValueSource(strings = { "null", "7", "{\"text\": \"Megan\"}", "[]" })
    void costsItself(String name) {
      var user = "{\"id\": \"%s\", \"displayName\": %s, \"userPrincipalName\": \"megan@contoso.com\"}".formatted(
        MEGAN,
        name
      );
      answer("/users/megan", 0, 1, user);
      var reply = users("{ userPrincipalName: \"megan@contoso.com\" }");
      assertThat(reply.typesAt("/data/users/0/errors")).isEmpty();
      assertThat(reply.at("/data/users/0/user/displayName").isNull()).isTrue();
      assertThat(reply.textAt("/data/users/0/user/objectId")).isEqualTo(MEGAN);
    }

    @ParameterizedTest
    @ValueSource(strings = { "{ \"displayName\": \"Megan\" }", "{ \"id\": 7 }", "null", "7" })
    void leavesOthersReadableAndSaysOfNobodyThatTheyAreNotThere(String unidentified) {
      sandbox.fault(
        "{\"match\": {\"path\": \"getByIds\"}, \"body\": %s}".formatted(
          new JsonMapper().writeValueAsString(
            "{\"value\": [%s, {\"id\": \"%s\", \"displayName\": \"Megan\"}]}".formatted(unidentified, MEGAN)
          )
        )
      );
      var reply = users(
        "{ objectId: \"10000000-0000-4000-8000-000000000001\" }, { objectId: \"%s\" }".formatted(MEGAN)
      );
      assertThat(reply.typesAt("/data/users/0/errors")).containsExactly("UpstreamUnavailableError");
      assertThat(reply.textAt("/data/users/1/user/displayName")).isEqualTo("Megan");
    }

    private Reply users(String by) {
      return gateway.as(
        ADMIN,
        "{ users(by: [%s]) { user { objectId displayName } errors { __typename } } }".formatted(by),
        Map.of()
      );
    }
  }

  @Nested
  class OfAnError {

    @ParameterizedTest
    @ValueSource(
      strings = {
        "{\"error\": \"badRequest\"}",
        "{\"error\": {\"code\": 7, \"message\": []}}",
        "{\"error\": {\"code\": {\"value\": \"badRequest\"}}}",
        "{\"error\": null}",
        "{}",
        "[]",
        "",
      }
    )
    void leavesTheStatusToSpeak(String body) {
      sandbox.fault(
        "{\"match\": {\"method\": \"POST\", \"path\": \"/phoneMethods\"}, \"status\": 422, \"body\": %s}".formatted(
          new JsonMapper().writeValueAsString(body)
        )
      );
      var payload = gateway.as(ADMIN, add(KIM, "MOBILE", NUMBER));
      assertThat(payload.types()).containsExactly("UpstreamRefusedError");
      assertThat(payload.error("upstreamCode")).isEqualTo("unknown");
    }
  }
}
