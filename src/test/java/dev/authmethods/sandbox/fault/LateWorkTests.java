package dev.authmethods.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.authmethods.sandbox.fixtures.Answer;
import dev.authmethods.sandbox.fixtures.LocalEntra;
import dev.authmethods.sandbox.fixtures.Phones;
import dev.authmethods.sandbox.fixtures.WaitingCall;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Work that is done after the answer. */
class LateWorkTests {

  @RegisterExtension
  static final LocalEntra entra = new LocalEntra();

  static final String ADMIN = "privileged-auth-admin";
  static final String NUMBER = "+1 2065550199";

  static void late(int milliseconds, String shown) {
    entra.fault("{\"match\":{\"method\":\"POST\"},\"lateMs\":" + milliseconds + "," + shown + "}");
  }

  static Answer add(String name) {
    return entra.post(ADMIN, Phones.of(name), Phones.phone("mobile", NUMBER));
  }

  static void awaitPhoneOf(String name) {
    await().untilAsserted(() -> assertThat(entra.phones(name)).containsExactly("mobile " + NUMBER));
  }

  @ParameterizedTest
  @ValueSource(
    strings = { "\"status\":504", "\"status\":429", "\"status\":200,\"body\":\"<html>\"", "\"code\":\"someCode\"" }
  )
  void followsAnAnswer(String shown) {
    late(1_500, shown);

    assertThat(add("adele").status()).isNotEqualTo(201);
    assertThat(entra.phones("adele")).isEmpty();
    awaitPhoneOf("adele");
  }

  @ParameterizedTest
  @ValueSource(strings = { "\"drop\":true", "\"status\":503,\"truncate\":true" })
  void followsACut(String shown) {
    late(1_500, shown);

    assertThatThrownBy(() -> add("adele")).isInstanceOf(UncheckedIOException.class);
    assertThat(entra.phones("adele")).isEmpty();
    awaitPhoneOf("adele");
  }

  @Test
  void isDoneWhileTheCallerStillWaits() {
    late(50, "\"hang\":true");
    try (var call = WaitingCall.start(entra, Phones.of("adele"), Phones.phone("mobile", NUMBER))) {
      awaitPhoneOf("adele");
      assertThat(call.isUnanswered()).isTrue();
    }
  }

  @Test
  void isDoneAlsoWhenTheCallerDoesNotWaitForTheAnswer() {
    late(50, "\"status\":504,\"delayMs\":600000");
    try (var call = WaitingCall.start(entra, Phones.of("adele"), Phones.phone("mobile", NUMBER))) {
      await().until(() -> entra.control("GET", "/requests", "").json().size() == 1);
      assertThat(call.isUnanswered()).isTrue();
      assertThat(entra.phones("adele")).isEmpty();
    }
    awaitPhoneOf("adele");
  }

  @Test
  void isThatOfItsCaller() {
    late(50, "\"status\":504");

    entra.graph("POST", Phones.of("adele"), entra.graphToken(ADMIN), Phones.phone("mobile", NUMBER), "mine");

    awaitPhoneOf("adele");
    assertThat(entra.writes("by")).containsExactly("a0000000-0000-4000-8000-000000000002");
    assertThat(entra.writes("clientRequestId")).containsExactly("mine");
    assertThat(entra.control("GET", "/requests", "").json().size()).isEqualTo(1);
  }

  @Test
  void isDoneOnce() {
    late(50, "\"status\":504");
    late(300, "\"status\":504");

    add("adele");
    add("kim");

    awaitPhoneOf("kim");
    assertThat(entra.writes("seq")).hasSize(2);
  }

  @Test
  void mayFailWithoutAWord() {
    late(1, "\"status\":504");
    late(300, "\"status\":504");

    assertThat(add("megan").status()).isEqualTo(504);
    assertThat(add("adele").status()).isEqualTo(504);

    awaitPhoneOf("adele");
    assertThat(entra.phones("megan")).containsExactly("mobile +1 2065550101");
    assertThat(entra.writes("seq")).hasSize(1);
  }

  @Test
  void isDroppedByAReset() {
    late(400, "\"status\":504");
    add("adele");
    entra.control("POST", "/reset", "");

    late(800, "\"status\":504");
    add("kim");

    awaitPhoneOf("kim");
    assertThat(entra.phones("adele")).isEmpty();
  }

  @Test
  void mayBeAnItemOfABatch() {
    entra.fault("{\"match\":{\"path\":\"/users/megan\"},\"status\":504,\"lateMs\":1500}");
    var item = "{\"id\":\"%s\",\"method\":\"DELETE\",\"url\":\"%s\"}";
    var items =
      item.formatted("1", Phones.of("megan") + Phones.MOBILE) +
      "," +
      item.formatted("2", Phones.of("joni") + Phones.MOBILE);

    entra.post(ADMIN, "/$batch", "{\"requests\":[" + items + "]}");

    assertThat(entra.phones("megan")).hasSize(1);
    assertThat(entra.phones("joni")).isEmpty();
    await().until(() -> entra.phones("megan").isEmpty());
  }
}
