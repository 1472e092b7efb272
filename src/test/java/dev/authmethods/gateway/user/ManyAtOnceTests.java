package dev.authmethods.gateway.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import dev.authmethods.sandbox.SandboxSettings;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where getByIds takes a permission that the caller lacks, users are read one by one: learnt once for each caller. */
class ManyAtOnceTests {

  private static final String MEGAN =
    "{ user(by: { objectId: \"10000000-0000-4000-8000-000000000011\" }) { displayName } }";

  private final SandboxControl sandbox = SandboxControl.start(
    SandboxSettings.onFreePorts().withDirectoryPermissionForGetByIds()
  );
  private final Gateway gateway = Gateway.start(sandbox);

  @AfterEach
  void stop() {
    gateway.close();
    sandbox.close();
  }

  private void assertReadBy(String persona) {
    assertRead(gateway.as(persona, MEGAN));
  }

  private static void assertRead(Reply reply) {
    assertThat(reply.textAt("/data/user/displayName")).as(reply.text()).isEqualTo("Megan Bowen");
  }

  private void assertAsked(int getByIds, int batches) {
    assertThat(sandbox.requests("POST", "getByIds")).isEqualTo(getByIds);
    assertThat(sandbox.requests("POST", "$batch")).isEqualTo(batches);
  }

  @Test
  void isLearntOnceForEachCaller() {
    assertReadBy("auth-admin");
    assertReadBy("auth-admin");
    assertReadBy("auth-admin");
    assertAsked(1, 3);
    assertReadBy("global-reader");
    assertAsked(2, 4);
  }

  @Test
  void isLearntOnceByManyAtTheSameTime() {
    sandbox.fault("{\"match\": {\"path\": \"getByIds\"}, \"delayMs\": 300}");
    var token = sandbox.token("auth-admin");
    var replies = IntStream.range(0, 8)
      .mapToObj(_ -> CompletableFuture.supplyAsync(() -> gateway.execute(token, MEGAN, Map.of())))
      .toList();
    replies.forEach(reply -> assertRead(reply.join()));
    assertAsked(1, 8);
  }

  @ParameterizedTest
  @ValueSource(ints = { 401, 403 })
  void isLearntFromEitherStatus(int status) {
    sandbox.fault(
      "{\"match\": {\"path\": \"getByIds\"}, \"status\": %d, \"code\": \"Authorization_RequestDenied\"}".formatted(
        status
      )
    );
    assertReadBy("auth-admin");
    assertReadBy("auth-admin");
    assertAsked(1, 2);
  }

  @Test
  void isNotLearntFromWhatPasses() {
    sandbox.fault("{\"match\": {\"path\": \"getByIds\"}, \"times\": 3, \"status\": 503, \"retryAfter\": 0}");
    assertThat(gateway.as("auth-admin", MEGAN).at("/data/user").isNull()).isTrue();
    assertReadBy("auth-admin");
    assertAsked(4, 1);
  }
}
