package dev.authmethods.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.authmethods.sandbox.Sandbox;
import dev.authmethods.sandbox.SandboxSettings;
import dev.authmethods.sandbox.fixtures.LocalEntra;
import dev.authmethods.sandbox.fixtures.Phones;
import dev.authmethods.sandbox.fixtures.WaitingCall;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls that are never answered. */
class HangingTests {

  @RegisterExtension
  static final LocalEntra entra = new LocalEntra();

  static final String ADMIN = "privileged-auth-admin";
  static final String BODY = Phones.phone("mobile", "+1 2065550199");

  static int requests() {
    return entra.control("GET", "/requests", "").json().size();
  }

  @ParameterizedTest
  @CsvSource({ "true, 1", "false, 0" })
  void mayHaveDoneTheirWork(boolean apply, int phones) {
    entra.fault("{\"match\":{\"method\":\"POST\"},\"hang\":true,\"apply\":" + apply + "}");

    try (var call = WaitingCall.start(entra, Phones.of("adele"), BODY)) {
      await().until(() -> requests() == 1);
      assertThat(call.isUnanswered()).isTrue();
      assertThat(entra.phones("adele")).hasSize(phones);
    }
  }

  @Test
  void holdUpNobodyElse() {
    entra.fault("{\"match\":{\"method\":\"POST\"},\"hang\":true}");

    try (var call = WaitingCall.start(entra, Phones.of("adele"), BODY)) {
      await().until(() -> requests() == 1);
      assertThat(entra.post(ADMIN, Phones.of("adele"), BODY).status()).isEqualTo(201);
      assertThat(call.isUnanswered()).isTrue();
    }
  }

  @Test
  void hangAsABatchWhenOneItemDoes() {
    entra.fault("{\"match\":{\"method\":\"DELETE\"},\"hang\":true,\"apply\":true}");
    var item = "{\"id\":\"1\",\"method\":\"DELETE\",\"url\":\"" + Phones.of("megan") + Phones.MOBILE + "\"}";

    try (var call = WaitingCall.start(entra, "/$batch", "{\"requests\":[" + item + "]}")) {
      await().until(() -> entra.phones("megan").isEmpty());
      assertThat(call.isUnanswered()).isTrue();
    }
  }

  @Test
  void endWithTheSandbox() {
    var sandbox = Sandbox.start(SandboxSettings.onFreePorts());
    entra.call("POST", sandbox.control() + "/faults", "{\"hang\":true}", Map.of());
    try (var call = WaitingCall.start(sandbox, "none", "/me", "{}")) {
      assertThat(call.isUnanswered()).isTrue();
      sandbox.close();
      assertThat(call.isUnanswered()).isFalse();
    }
  }
}
