package dev.authmethods.gateway.entra.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.PhoneWrite;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The gateway's own tokens for Microsoft Graph: kept for each caller, and what becomes of a request when there is none. */
@GatewayTest({ "gateway.entra.call-timeout=1s", "gateway.entra.breaker.enabled=false" })
class SignInTests {

  private static final String MEGAN =
    "{ user(by: { objectId: \"10000000-0000-4000-8000-000000000011\" }) { displayName phoneMethods { phoneType } } }";

  private final Gateway gateway;
  private final SandboxControl sandbox;
  private final String token;

  SignInTests(Gateway gateway, SandboxControl sandbox) {
    this.gateway = gateway;
    this.sandbox = sandbox;
    this.token = sandbox.token("auth-admin");
  }

  private void fault(String json) {
    sandbox.fault("{\"target\": \"login\", \"times\": 20, %s}".formatted(json));
  }

  private Reply readMegan(String callersToken) {
    return gateway.execute(callersToken, MEGAN, Map.of());
  }

  @Nested
  class ALoginThatIsDown {

    @ParameterizedTest
    @ValueSource(
      strings = { "\"status\": 500", "\"status\": 503", "\"drop\": true", "\"truncate\": true, \"status\": 502" }
    )
    void isUnavailableToAWrite(String fault) {
      fault(fault);
      var reply = PhoneWrite.ADD.send(gateway, token);
      assertThat(reply.typesAt(PhoneWrite.ADD.errors())).as(reply.text()).containsExactly("UpstreamUnavailableError");
      assertThat(sandbox.requests()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(PhoneWrite.class)
    void isUnavailableToEveryWrite(PhoneWrite write) {
      fault("\"status\": 503");
      assertThat(write.send(gateway, token).typesAt(write.errors())).containsExactly("UpstreamUnavailableError");
      assertThat(write.seenBy(sandbox)).isZero();
    }

    @Test
    void isUnavailableToARead() {
      sandbox.fault("{\"target\": \"login\", \"times\": 20, \"status\": 503}");
      assertThat(readMegan(token).textAt("/errors/0/extensions/code")).isEqualTo("UPSTREAM_UNAVAILABLE");
      assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void isAskedAgainByTheNextRequest() {
      fault("\"status\": 503");
      assertThat(PhoneWrite.ADD.send(gateway, token).typesAt(PhoneWrite.ADD.errors())).isNotEmpty();
      sandbox.call("DELETE", "/faults", "");
      assertThat(PhoneWrite.ADD.send(gateway, token).typesAt(PhoneWrite.ADD.errors())).isEmpty();
    }
  }

  @Nested
  @GatewayTest("gateway.api.request-timeout=1s")
  class ALoginThatIsSlow {

    private final Gateway impatient;

    ALoginThatIsSlow(Gateway impatient) {
      this.impatient = impatient;
    }

    @Test
    void isNotWaitedForBeyondTheDeadline() {
      fault("\"delayMs\": 5000");
      var before = Instant.now();
      var reply = PhoneWrite.ADD.send(impatient, token);
      assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(4));
      assertThat(reply.typesAt(PhoneWrite.ADD.errors())).containsExactly("UpstreamUnavailableError");
      assertThat(sandbox.requests()).isEmpty();
    }
  }

  @Nested
  class ALoginThatRefuses {

    @Test
    void thatIsBusyIsThrottled() {
      fault("\"status\": 429");
      var reply = PhoneWrite.ADD.send(gateway, token);
      assertThat(reply.typesAt(PhoneWrite.ADD.errors())).as(reply.text()).containsExactly("UpstreamThrottledError");
      assertThat(sandbox.requests()).isEmpty();
    }
  }

  @Nested
  class TheToken {

    @Test
    void isExchangedOnceForManyCallsOfOneCaller() {
      for (int call = 0; call < 10; call++) {
        assertThat(readMegan(token).textAt("/data/user/displayName")).isEqualTo("Megan Bowen");
      }
      assertThat(PhoneWrite.ADD.send(gateway, token).typesAt(PhoneWrite.ADD.errors())).isEmpty();
      assertThat(sandbox.logins()).hasSize(1);
    }

    @Test
    void isExchangedOnceForManyCallsAtTheSameTime() throws Exception {
      try (var threads = Executors.newFixedThreadPool(16)) {
        var calls = new ArrayList<Callable<Reply>>();
        for (int call = 0; call < 32; call++) {
          calls.add(() -> readMegan(token));
        }
        for (var reply : threads.invokeAll(calls)) {
          assertThat(reply.get().textAt("/data/user/displayName")).isEqualTo("Megan Bowen");
        }
      }
      assertThat(sandbox.logins()).hasSize(1);
    }

    @Test
    void isExchangedForEachTokenOfACaller() {
      readMegan(token);
      readMegan(sandbox.token("auth-admin"));
      readMegan(sandbox.token("user"));
      assertThat(sandbox.logins()).hasSize(3);
    }

    @Test
    void isExchangedOnBehalfOfTheCaller() {
      readMegan(token);
      assertThat(sandbox.logins().getFirst().path("grant_type").asString("")).isEqualTo(
        "urn:ietf:params:oauth:grant-type:jwt-bearer"
      );
    }

    @Test
    void isNotExchangedForWhatNeedsNone() {
      gateway.execute(token, "{ viewer { objectId } __typename }", Map.of());
      assertThat(sandbox.logins()).isEmpty();
    }
  }
}
