package dev.authmethods.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.PhoneWrite;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An answer of more bytes than allowed is not sent; the client is told so, and that a mutation was carried out. */
@GatewayTest("gateway.api.limits.answer=1000B")
class AnswerTooLargeTests {

  private static final int LIMIT = 1_000;

  private final Gateway gateway;
  private final SandboxControl sandbox;
  private final String token;

  AnswerTooLargeTests(Gateway gateway, SandboxControl sandbox) {
    this.gateway = gateway;
    this.sandbox = sandbox;
    this.token = sandbox.token("auth-admin");
  }

  private Reply ask(String document) {
    return gateway.execute(token, document, Map.of());
  }

  /** The names of fields are in the answer: it has as many bytes more as these have characters. */
  private static String named(int characters) {
    var document = new StringBuilder("{ viewer { ");
    for (int left = characters, number = 10; left > 0; number++) {
      var length = Math.min(left, 100);
      document
        .append("a".repeat(length - 2))
        .append(number)
        .append(": objectId ");
      left -= length;
    }
    return document.append("} }").toString();
  }

  private static void assertTooLarge(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(500);
    assertThat(reply.header("Content-Type")).startsWith("application/json");
    assertThat(reply.textAt("/errors/0/extensions/code")).isEqualTo("ANSWER_TOO_LARGE");
    assertThat(reply.at("/errors/0/extensions/limit").intValue()).isEqualTo(LIMIT);
    assertThat(reply.at("/data").isMissingNode()).isTrue();
  }

  @Test
  void beginsOneByteBeyondTheLimit() {
    var less = ask(named(400));
    assertThat(less.status()).as(less.text()).isEqualTo(200);
    var most = named(400 + LIMIT - less.text().length() - beside(less));
    assertThat(ask(most).text()).hasSize(LIMIT);
    assertTooLarge(ask(most.replaceFirst("aa", "aaa")));
  }

  /** Each hundred characters are a field, which has a value too. */
  private static int beside(Reply less) {
    var aField = less.at("/data/viewer").properties().iterator().next();
    var field = aField.getValue().asString().length() + "\"\":\"\",".length();
    return field * ((LIMIT - less.text().length()) / (100 + field) + 1);
  }

  @Test
  void saysNothingAgainstThatWhichWasDone() {
    PhoneWrite.warmUp(gateway, sandbox, token);
    var fields = new StringBuilder();
    for (int number = 10; number < 30; number++) {
      fields.append("a".repeat(98)).append(number).append(": phoneNumber ");
    }
    var reply = ask(
      "mutation { addPhoneMethod(input: { user: { userPrincipalName: \"kim@contoso.com\" }, phoneNumber: \"+1 2065550123\", phoneType: MOBILE }) { phoneMethod { " +
        fields +
        "} errors { __typename } } }"
    );
    assertTooLarge(reply);
    assertThat(reply.textAt("/errors/0/message")).contains("A mutation was carried out all the same.");
    assertThat(reply.text()).doesNotContain("2065550123");
    assertThat(sandbox.phones("kim@contoso.com")).hasSize(1);
  }

  @Test
  void leavesRoomForOthers() {
    for (int time = 0; time < 20; time++) {
      assertTooLarge(ask(named(1_000)));
    }
    assertThat(ask("{ viewer { objectId } }").status()).isEqualTo(200);
  }
}
