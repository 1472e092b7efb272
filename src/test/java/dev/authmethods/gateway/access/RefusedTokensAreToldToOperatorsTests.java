package dev.authmethods.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.CapturesLog;
import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import dev.authmethods.gateway.fixtures.TokenForge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.system.CapturedOutput;

/** Callers are told next to nothing of why a token is refused; operators are told the reason, how often, and what to set. */
@GatewayTest
@CapturesLog
class RefusedTokensAreToldToOperatorsTests {

  private static final String VIEWER = "{ viewer { objectId } }";
  private static final String PLAYGROUND = "d2f8a6b3-94c1-4e57-a0d6-718b3c5e9f42";
  private static final String OTHER = "11111111-2222-4333-8444-555555555555";
  private static final int TIMES = 3;

  private final SandboxControl sandbox;

  RefusedTokensAreToldToOperatorsTests(SandboxControl sandbox) {
    this.sandbox = sandbox;
  }

  private String with(String claim, Object value) {
    return sandbox.token("auth-admin", Map.of(claim, value));
  }

  private String without(String claim) {
    var removed = new HashMap<String, Object>();
    removed.put(claim, null);
    return sandbox.token("auth-admin", removed);
  }

  private static long inSeconds(long seconds) {
    return Instant.now().getEpochSecond() + seconds;
  }

  /** A token for each reason, and the line that it leaves in the log. */
  private record Case(Supplier<String> token, String line) {}

  private Map<String, Case> cases() {
    var stranger = TokenForge.withKey("stranger");
    var cases = new LinkedHashMap<String, Case>();
    cases.put("malformed", new Case(() -> "e30.e30.e30", "the token is not a signed JWT"));
    cases.put(
      "unknown_key",
      new Case(() -> stranger.resigned(sandbox.token("auth-admin"), header -> header), "a key that the tenant does not")
    );
    cases.put("signature", new Case(this::tampered, "the signature does not fit the token"));
    cases.put("version_1", new Case(() -> with("ver", "1.0"), "set requestedAccessTokenVersion to 2"));
    cases.put("tenant", new Case(() -> with("tid", OTHER), "another tenant than gateway.entra.tenant-id"));
    cases.put("issuer", new Case(() -> with("iss", "https://example.com"), "the issuer is not that of"));
    cases.put("audience", new Case(() -> with("aud", "api://" + OTHER), "audience api://" + OTHER + " is not this"));
    cases.put("object_id", new Case(() -> without("oid"), "no object id"));
    cases.put(
      "client",
      new Case(() -> with("azp", OTHER), "client " + OTHER + " is not listed in gateway.access.clients")
    );
    cases.put("expired", new Case(this::expired, "the token has expired"));
    cases.put("not_yet_valid", new Case(() -> with("nbf", inSeconds(3_600)), "is not valid yet: check the clock"));
    cases.put("no_expiry", new Case(() -> without("exp"), "does not say when it ends"));
    cases.put("application", new Case(() -> without("scp"), "without a user: gateway.access.accept-applications is"));
    cases.put("contradictory", new Case(() -> with("idtyp", "app"), "an application's and a user's at once"));
    cases.put("scope", new Case(() -> with("scp", "User.Read"), "does not have the scope access_as_user"));
    return cases;
  }

  private String expired() {
    var begin = inSeconds(-7_200);
    return sandbox.token("auth-admin", Map.of("iat", begin, "nbf", begin, "exp", inSeconds(-3_600)));
  }

  private String tampered() {
    var parts = sandbox.token("auth-admin").split("\\.", -1);
    var others = sandbox.token("privileged-auth-admin").split("\\.", -1);
    return parts[0] + "." + others[1] + "." + parts[2];
  }

  private static double refusals(Gateway gateway, String reason) {
    return gateway.bean(MeterRegistry.class).get("gateway.access.refusals").tag("reason", reason).counter().count();
  }

  @Test
  void byACounterAndOneLineForEachReason(CapturedOutput log) {
    try (var gateway = Gateway.start(sandbox, "gateway.access.clients=" + PLAYGROUND)) {
      cases().forEach((reason, each) -> {
        for (int time = 0; time < TIMES; time++) {
          var token = each.token().get();
          var reply = gateway.execute(token, VIEWER, Map.of());
          assertThat(reply.status()).as(reason).isIn(401, 403);
          assertThat(log.getAll()).doesNotContain(token, token.split("\\.", -1)[1]);
        }
        assertThat(refusals(gateway, reason)).as(reason).isEqualTo(TIMES);
        assertThat(log.getAll()).as(reason).containsOnlyOnce(each.line());
      });
      assertThat(gateway.as("auth-admin", VIEWER).status()).isEqualTo(200);
    }
  }

  @Test
  void asAnIdTokenWhereAClientSendsOne(CapturedOutput log) {
    try (var gateway = Gateway.start(sandbox)) {
      var claims = new HashMap<String, Object>();
      List.of("scp", "azp", "azpacr", "wids").forEach(absent -> claims.put(absent, null));
      assertThat(gateway.execute(sandbox.token("auth-admin", claims), VIEWER, Map.of()).status()).isEqualTo(401);
      assertThat(refusals(gateway, "no_scopes")).isEqualTo(1);
      assertThat(log.getAll()).contains("has no scopes, as an ID token: clients must send an access token");
    }
  }

  @Test
  void withNothingOfTheTokenThatIsNotTheIdOfAnApplication(CapturedOutput log) {
    var hostile = List.of(
      "https://x\n2026-11-26 INFO forged line",
      "javascript:alert(1)",
      "api://" + "a".repeat(500),
      "\u001b[31mred",
      "${jndi:ldap://example.com/a}",
      "+1 2065550123"
    );
    for (var audience : hostile) {
      try (var gateway = Gateway.start(sandbox)) {
        assertThat(gateway.execute(with("aud", audience), VIEWER, Map.of()).status()).isEqualTo(401);
        assertThat(log.getAll()).contains("audience (not shown) is not this gateway's").doesNotContain(audience);
      }
    }
  }

  @Test
  void alsoWhatIsAskedOfAnythingButTheEndpoint(Gateway gateway) {
    var before = refusals(gateway, "scope");
    var reply = gateway.send(
      gateway
        .to("/actuator/env")
        .header("Authorization", "Bearer " + with("scp", "User.Read"))
        .GET()
    );
    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.header("WWW-Authenticate")).isEqualTo(
      "Bearer error=\"insufficient_scope\", scope=\"access_as_user\""
    );
    assertThat(refusals(gateway, "scope")).isEqualTo(before + 1);
  }

  @Test
  void whenThereIsNoTokenAndWhenThereAreTwo(Gateway gateway) {
    var missing = refusals(gateway, "missing");
    var several = refusals(gateway, "several_tokens");
    assertThat(gateway.send(gateway.to("/graphql?query=%7B__typename%7D").GET()).status()).isEqualTo(401);
    assertThat(two(gateway).status()).isEqualTo(401);
    assertThat(refusals(gateway, "missing")).isEqualTo(missing + 1);
    assertThat(refusals(gateway, "several_tokens")).isEqualTo(several + 1);
  }

  private Reply two(Gateway gateway) {
    var bearer = "Bearer " + sandbox.token("auth-admin");
    return gateway.send(
      gateway
        .to("/graphql?query=%7B__typename%7D")
        .header("Authorization", bearer)
        .header("Authorization", bearer)
        .GET()
    );
  }
}
