package dev.authmethods.gateway.entra.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.PhoneWrite;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Reads, writes and tokens do not wait for each other. */
@GatewayTest({
  "gateway.entra.max-concurrent-reads=1",
  "gateway.entra.max-concurrent-writes=1",
  "gateway.entra.max-concurrent-tokens=1",
  "gateway.api.request-timeout=4s",
})
class BulkheadTests {

  private static final String QUERY = "{ user(by: { userPrincipalName: \"megan@contoso.com\" }) { displayName } }";

  private final Gateway gateway;
  private final SandboxControl sandbox;
  private final String token;

  BulkheadTests(Gateway gateway, SandboxControl sandbox) {
    this.gateway = gateway;
    this.sandbox = sandbox;
    this.token = sandbox.token("auth-admin");
    PhoneWrite.warmUp(gateway, sandbox, token);
  }

  private CompletableFuture<String> codeOf(String by) {
    return CompletableFuture.supplyAsync(() ->
      gateway.execute(by, QUERY, Map.of()).textAt("/errors/0/extensions/code")
    );
  }

  @Test
  void aWriteDoesNotWaitForReads() {
    sandbox.fault("{\"match\": {\"path\": \"batch\"}, \"delayMs\": 3000}");
    var reading = codeOf(token);
    await().until(() -> sandbox.requests("POST", "batch") == 1);
    assertThat(PhoneWrite.ADD.send(gateway, token).typesAt(PhoneWrite.ADD.errors())).isEmpty();
    assertThat(reading).isNotDone();
    assertThat(reading.join()).isEmpty();
  }

  @Test
  void aReadDoesNotWaitForWrites() {
    sandbox.fault(PhoneWrite.ADD.fault("\"delayMs\": 1500"));
    var writing = CompletableFuture.supplyAsync(() -> PhoneWrite.ADD.send(gateway, token));
    await().until(() -> PhoneWrite.ADD.seenBy(sandbox) == 1);
    assertThat(codeOf(token).join()).isEmpty();
    assertThat(writing).isNotDone();
    assertThat(writing.join().typesAt(PhoneWrite.ADD.errors())).isEmpty();
  }

  @Test
  void aWriteWhoseTurnDoesNotComeIsThrottledAndNotSent() {
    sandbox.fault(PhoneWrite.UPDATE.fault("\"delayMs\": 2500"));
    var first = CompletableFuture.supplyAsync(() -> PhoneWrite.UPDATE.send(gateway, token));
    await().until(() -> PhoneWrite.UPDATE.seenBy(sandbox) == 1);
    var second = PhoneWrite.ADD.send(gateway, token);
    assertThat(second.typesAt(PhoneWrite.ADD.errors())).containsExactly("UpstreamThrottledError");
    assertThat(PhoneWrite.ADD.seenBy(sandbox)).isZero();
    first.join();
  }

  @Test
  void aTokenWhoseTurnDoesNotComeIsThrottled() {
    sandbox.fault("{\"target\": \"login\", \"delayMs\": 5000}");
    var logins = sandbox.logins().size();
    var first = codeOf(sandbox.token("auth-admin", Map.of("n", "1")));
    await().until(() -> sandbox.logins().size() > logins || first.isDone());
    assertThat(codeOf(sandbox.token("auth-admin", Map.of("n", "2"))).join()).isEqualTo("UPSTREAM_THROTTLED");
    // What is known already takes no turn.
    assertThat(codeOf(token).join()).isEmpty();
    first.join();
    await()
      .atMost(Duration.ofSeconds(10))
      .until(() ->
        codeOf(sandbox.token("auth-admin", Map.of("n", "3")))
          .join()
          .isEmpty()
      );
  }
}
