package dev.authmethods.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Who the gateway takes a caller for, and in whose name it then calls Microsoft. */
@GatewayTest
class CallersTests {

  private static final String VIEWER = "{ viewer { objectId tenantId username roles } }";

  private final Gateway gateway;
  private final SandboxControl sandbox;

  CallersTests(Gateway gateway, SandboxControl sandbox) {
    this.gateway = gateway;
    this.sandbox = sandbox;
  }

  @Nested
  class TheViewer {

    @Test
    void isWhatTheTokenSays() {
      var viewer = gateway.as("auth-admin", VIEWER).at("/data/viewer");
      assertThat(viewer.path("objectId").asString("")).isEqualTo("a0000000-0000-4000-8000-000000000001");
      assertThat(viewer.path("tenantId").asString("")).isEqualTo(sandbox.running().tenantId());
      assertThat(viewer.path("username").asString("")).endsWith("@contoso.com");
      assertThat(viewer.path("roles").get(0).asString("")).isEqualTo("Authentication Administrator");
    }

    @Test
    void costsNoCallOfMicrosoft() {
      gateway.as("auth-admin", VIEWER);
      assertThat(sandbox.requests()).isEmpty();
      assertThat(sandbox.logins()).isEmpty();
    }

    @Test
    void hasNoRolesWhenTheTokenLeavesThemOut() {
      var claims = new HashMap<String, Object>();
      claims.put("wids", null);
      claims.put("preferred_username", null);
      var viewer = gateway.execute(sandbox.token("auth-admin", claims), VIEWER, Map.of()).at("/data/viewer");
      assertThat(viewer.path("roles").isEmpty()).isTrue();
      assertThat(viewer.path("username").isNull()).isTrue();
    }

    @Test
    void hasTheTemplateIdOfARoleThatIsNotKnownHere() {
      var token = sandbox.token("auth-admin", Map.of("wids", List.of("11111111-2222-4333-8444-555555555555")));
      assertThat(gateway.execute(token, VIEWER, Map.of()).textAt("/data/viewer/roles/0")).isEqualTo(
        "11111111-2222-4333-8444-555555555555"
      );
    }
  }

  /** What Microsoft shows tells who asked: one of them sees numbers whole, the other masked, the third is refused. */
  @Nested
  class ManyAtTheSameTime {

    private static final int CALLS = 300;
    private static final String WHO_SEES_WHAT = """
    { viewer { objectId } user(by: { objectId: "10000000-0000-4000-8000-000000000011" }) { phoneMethods { phoneNumber } } }
    """;

    @Test
    void areNeverTakenForEachOther() throws Exception {
      var admins = tokens("auth-admin");
      var privileged = tokens("privileged-auth-admin");
      var users = tokens("user");
      var calls = IntStream.range(0, CALLS)
        .<Callable<Seen>>mapToObj(
          call ->
            switch (call % 3) {
              case 0 -> () -> seen(admins.get(call % admins.size()));
              case 1 -> () -> seen(privileged.get(call % privileged.size()));
              default -> () -> seen(users.get(call % users.size()));
            }
        )
        .toList();
      var expected = List.of(
        new Seen("a0000000-0000-4000-8000-000000000001", "masked"),
        new Seen("a0000000-0000-4000-8000-000000000002", "+1 2065550101"),
        new Seen("a0000000-0000-4000-8000-000000000004", "PERMISSION_DENIED")
      );
      var answers = all(calls);
      for (int call = 0; call < CALLS; call++) {
        assertThat(answers.get(call)).isEqualTo(expected.get(call % 3));
      }
    }

    private List<String> tokens(String persona) {
      return IntStream.range(0, 7)
        .mapToObj(_ -> sandbox.token(persona))
        .toList();
    }

    private static List<Seen> all(List<Callable<Seen>> calls) throws Exception {
      try (var threads = Executors.newFixedThreadPool(32)) {
        var answers = new ArrayList<Seen>();
        for (Future<Seen> answer : threads.invokeAll(calls)) {
          answers.add(answer.get());
        }
        return answers;
      }
    }

    private Seen seen(String token) {
      var reply = gateway.execute(token, WHO_SEES_WHAT, Map.of());
      return new Seen(reply.textAt("/data/viewer/objectId"), number(reply));
    }

    private static String number(Reply reply) {
      var number = reply.textAt("/data/user/phoneMethods/0/phoneNumber");
      if (number.isEmpty()) {
        return reply.textAt("/errors/0/extensions/code");
      }
      return number.contains("206555") ? number : "masked";
    }

    /** The caller as the gateway sees them, and what Microsoft let them see. */
    private record Seen(String viewer, String number) {}
  }
}
