package dev.authmethods.gateway.entra.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.PhoneMutation;
import dev.authmethods.gateway.fixtures.PhoneWrite;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How fast Microsoft Graph is asked, and by how many at once. Source: Microsoft Graph, throttling limits. */
class QuotaTests {

  private static final String USERS = """
  query ($by: [UserRef!]!) {
    users(by: $by) {
      user { userPrincipalName }
      errors { __typename ... on UpstreamThrottledError { retryAfterSeconds } }
    }
  }
  """;

  private static Reply users(Gateway gateway, int count) {
    var names = IntStream.rangeClosed(1, count).mapToObj("user%04d@contoso.com"::formatted);
    return gateway.as("auth-admin", USERS, Map.of("by", names.map(PhoneMutation::ref).toList()));
  }

  private static List<Instant> moments(SandboxControl sandbox) {
    return sandbox.requests().stream().map(QuotaTests::moment).sorted().toList();
  }

  private static Instant moment(JsonNode request) {
    return Instant.parse(request.path("at").asString(""));
  }

  /** 5 requests in 10 seconds for authentication methods. */
  @Nested
  @GatewayTest({
    "gateway.entra.quota.profile=reports",
    "gateway.entra.quota.share=0.4",
    "gateway.api.request-timeout=2s",
  })
  class OfReports {

    @Test
    void refusesMoreThanItsShareAndSendsNothing(Gateway gateway, SandboxControl sandbox) {
      var three = IntStream.rangeClosed(1, 3).mapToObj(
        "u%1$d: user(by: { userPrincipalName: \"user%1$04d@contoso.com\" }) { phoneMethods { phoneType } }"::formatted
      );
      var reply = gateway.as("auth-admin", "{ " + String.join(" ", three.toList()) + " }");
      assertThat(reply.textAt("/errors/0/extensions/code")).as(reply.text()).isEqualTo("UPSTREAM_THROTTLED");
      assertThat(sandbox.asked())
        .filteredOn(call -> call.contains("phoneMethods"))
        .isEmpty();
    }

    @Test
    void leavesTheDirectoryAlone(Gateway gateway) {
      assertThat(users(gateway, 41).listAt("/data/users")).allMatch(lookup -> lookup.at("/errors").isEmpty());
    }
  }

  /** Units for all, and writes besides: of 3,000 in 150 seconds a share of 0.0004 is one. */
  @Nested
  @GatewayTest({
    "gateway.entra.quota.profile=identity-and-access",
    "gateway.entra.quota.share=0.0004",
    "gateway.api.request-timeout=2s",
  })
  class OfIdentityAndAccess {

    @Test
    void refusesMoreThanItsShareAndSendsNothing(Gateway gateway, SandboxControl sandbox) {
      var reply = users(gateway, 3);
      assertThat(reply.typesAt("/data/users/0/errors")).containsExactly("UpstreamThrottledError");
      assertThat(reply.at("/data/users/0/errors/0/retryAfterSeconds").asDouble(0)).isGreaterThanOrEqualTo(10);
      assertThat(sandbox.requests()).isEmpty();
    }
  }

  @Nested
  @GatewayTest({ "gateway.api.request-timeout=4s", "gateway.entra.call-timeout=3s" })
  class AReportOfPressure {

    private static final String REPORT =
      "{\"match\": {\"path\": \"%s\"}, \"headers\": {\"x-ms-throttle-limit-percentage\": \"1.8\"}}";

    @Test
    void holdsReadsBack(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault(REPORT.formatted("batch"));
      users(gateway, 1);
      users(gateway, 1);
      var asked = moments(sandbox);
      assertThat(Duration.between(asked.get(0), asked.get(1))).isGreaterThanOrEqualTo(Duration.ofMillis(450));
    }

    @Test
    void mayBeThatOfAnItem(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault(REPORT.formatted("/users/user0001"));
      users(gateway, 1);
      users(gateway, 1);
      var asked = moments(sandbox);
      assertThat(Duration.between(asked.get(0), asked.get(1))).isGreaterThanOrEqualTo(Duration.ofMillis(450));
    }

    @Test
    void refusesNoWrite(Gateway gateway, SandboxControl sandbox) {
      var token = sandbox.token("auth-admin");
      PhoneWrite.warmUp(gateway, sandbox, token);
      sandbox.fault(REPORT.formatted("batch"));
      users(gateway, 1);
      assertThat(PhoneWrite.ADD.send(gateway, token).typesAt(PhoneWrite.ADD.errors())).isEmpty();
    }
  }

  @Nested
  @GatewayTest({
    "gateway.entra.max-concurrent-reads=1",
    "gateway.api.request-timeout=3s",
    "gateway.entra.call-timeout=2s",
    "gateway.entra.read-attempts=1",
  })
  class ManyCallsAtOnce {

    @Test
    void waitForTheirTurn(Gateway gateway, SandboxControl sandbox) {
      users(gateway, 1);
      sandbox.call("DELETE", "/requests", "");
      sandbox.fault("{\"match\": {\"path\": \"batch\"}, \"times\": 3, \"delayMs\": 300}");
      assertThat(users(gateway, 60).listAt("/data/users")).allMatch(lookup -> lookup.at("/errors").isEmpty());
      var asked = moments(sandbox);
      assertThat(asked).hasSize(3);
      assertThat(Duration.between(asked.get(0), asked.get(2))).isGreaterThanOrEqualTo(Duration.ofMillis(600));
    }

    @Test
    void areThrottledWhenTheirTurnDoesNotCome(Gateway gateway, SandboxControl sandbox) {
      users(gateway, 1);
      sandbox.call("DELETE", "/requests", "");
      sandbox.fault("{\"match\": {\"path\": \"batch\"}, \"times\": 2, \"delayMs\": 1900}");
      var errors = users(gateway, 80).json().toString();
      assertThat(errors).contains("UpstreamThrottledError");
      assertThat(sandbox.requests("POST", "batch")).isLessThan(4);
    }
  }
}
