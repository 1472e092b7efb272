package dev.authmethods.sandbox.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.authmethods.sandbox.fixtures.Answer;
import dev.authmethods.sandbox.fixtures.LocalEntra;
import dev.authmethods.sandbox.fixtures.Phones;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A second administrator who acts just before or just after a call. */
class SecondAdminTests {

  @RegisterExtension
  static final LocalEntra entra = new LocalEntra();

  static final String ADMIN = "privileged-auth-admin";
  static final String MINE = "+1 2065550199";
  static final String THEIRS = "+1 2065550198";

  /** A fault that befalls the next call of a method; more of its JSON, and what the other does meanwhile. */
  static void meanwhile(String befalls, String more, String when, String method, String path, String body) {
    entra.fault(
      "{\"match\":{\"method\":\"%s\"}%s,\"meanwhile\":{\"when\":\"%s\",\"method\":\"%s\",\"path\":\"%s\"%s}}".formatted(
        befalls,
        more,
        when,
        method,
        path,
        body.isEmpty() ? "" : ",\"body\":" + body
      )
    );
  }

  static Answer add(String name) {
    return entra.post(ADMIN, Phones.of(name), Phones.phone("mobile", MINE));
  }

  @Test
  void mayBeFirst() {
    meanwhile("POST", "", "before", "POST", Phones.of("adele"), Phones.phone("mobile", THEIRS));

    assertThat(add("adele").status()).isEqualTo(400);
    assertThat(entra.phones("adele")).containsExactly("mobile " + THEIRS);
  }

  @Test
  void mayUndoWhatWasDone() {
    meanwhile("POST", "", "after", "DELETE", Phones.of("adele") + Phones.MOBILE, "");

    assertThat(add("adele").status()).isEqualTo(201);
    assertThat(entra.phones("adele")).isEmpty();
    assertThat(entra.writes("operation")).containsExactly("create", "delete");
  }

  @Test
  void mayChangeWhatWasJustRead() {
    meanwhile("GET", "", "after", "PATCH", Phones.of("megan") + Phones.MOBILE, Phones.number(THEIRS));

    assertThat(entra.get(ADMIN, Phones.of("megan")).values("phoneNumber")).containsExactly("+1 2065550101");
    assertThat(entra.get(ADMIN, Phones.of("megan")).values("phoneNumber")).containsExactly(THEIRS);
  }

  @Test
  void isSomebodyElseInTheLedger() {
    meanwhile("POST", "", "after", "PATCH", Phones.of("adele") + Phones.MOBILE, Phones.number(THEIRS));

    entra.graph("POST", Phones.of("adele"), entra.graphToken(ADMIN), Phones.phone("mobile", MINE), "mine");

    assertThat(entra.writes("by")).containsExactly("a0000000-0000-4000-8000-000000000002", "second-admin");
    assertThat(entra.writes("clientRequestId")).containsExactly("mine", "");
    assertThat(entra.writes("phoneNumber")).containsExactly(MINE, THEIRS);
  }

  @ParameterizedTest
  @ValueSource(strings = { "before", "after" })
  void actsAlsoWhenTheCallFails(String when) {
    meanwhile("POST", ",\"status\":503", when, "POST", Phones.of("adele"), Phones.phone("mobile", THEIRS));

    assertThat(add("adele").status()).isEqualTo(503);
    assertThat(entra.phones("adele")).containsExactly("mobile " + THEIRS);
  }

  @Test
  void actsAlsoWhenTheCallSeemsToFail() {
    var failing = ",\"status\":503,\"apply\":true";
    meanwhile("POST", failing, "after", "PATCH", Phones.of("adele") + Phones.MOBILE, Phones.number(THEIRS));

    assertThat(add("adele").status()).isEqualTo(503);
    assertThat(entra.writes("phoneNumber")).containsExactly(MINE, THEIRS);
  }

  @Test
  void actsAroundLateWorkWhenThatIsDone() {
    var late = ",\"status\":504,\"lateMs\":50";
    meanwhile("POST", late, "after", "PATCH", Phones.of("adele") + Phones.MOBILE, Phones.number(THEIRS));

    assertThat(add("adele").status()).isEqualTo(504);
    await().until(() -> entra.writes("phoneNumber").size() == 2);
    assertThat(entra.writes("phoneNumber")).containsExactly(MINE, THEIRS);
  }

  @Test
  void obeysTheRulesOfTheService() {
    meanwhile("GET", "", "before", "DELETE", Phones.of("alex") + Phones.MOBILE, "");

    assertThat(entra.get(ADMIN, Phones.of("alex")).values("phoneType")).containsExactly("mobile", "alternateMobile");
    assertThat(entra.writes("seq")).isEmpty();
  }

  @Test
  void isBefallenByNoFault() {
    meanwhile("GET", "", "before", "POST", Phones.of("adele"), Phones.phone("mobile", THEIRS));
    entra.fault("{\"match\":{\"path\":\"/phoneMethods\"},\"status\":503,\"skip\":1}");

    assertThat(entra.get(ADMIN, Phones.of("adele")).values("phoneNumber")).containsExactly(THEIRS);
    assertThat(entra.control("GET", "/requests", "").json().size()).isEqualTo(1);
    assertThat(entra.get(ADMIN, Phones.of("adele")).status()).isEqualTo(503);
  }

  @Test
  void actsAmidAnItemOfABatch() {
    meanwhile("DELETE", "", "before", "DELETE", Phones.of("megan") + Phones.MOBILE, "");
    var item = "{\"id\":\"1\",\"method\":\"DELETE\",\"url\":\"" + Phones.of("megan") + Phones.MOBILE + "\"}";

    var answer = entra.post(ADMIN, "/$batch", "{\"requests\":[" + item + "]}");

    assertThat(answer.json().at("/responses/0/status").asInt()).isEqualTo(404);
    assertThat(entra.writes("by")).containsExactly("second-admin");
  }
}
