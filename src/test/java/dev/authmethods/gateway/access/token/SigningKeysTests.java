package dev.authmethods.gateway.access.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import dev.authmethods.gateway.fixtures.StubServer;
import dev.authmethods.gateway.fixtures.TokenForge;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The keys that an issuer publishes, with a login of the test's own that counts how often it is asked for them. */
@GatewayTest
class SigningKeysTests {

  private static final String TENANT = "8a1c2f60-5d3e-4b7a-9c41-2f0e6d7b3a15";
  private static final String PERSONAL_ACCOUNTS = "9188040d-6c67-4c5b-b112-36a304b66dad";
  private static final String VIEWER = "{ viewer { objectId tenantId } }";

  private final SandboxControl sandbox;
  private final TokenForge forge = TokenForge.withKey("first");
  private final AtomicReference<String> keys = new AtomicReference<>(forge.publicKeys());
  private final AtomicReference<CountDownLatch> hangs = new AtomicReference<>(new CountDownLatch(0));
  private final StubServer login = StubServer.answering(path -> published());

  SigningKeysTests(SandboxControl sandbox) {
    this.sandbox = sandbox;
  }

  private String published() {
    try {
      var _ = hangs.get().await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return keys.get();
  }

  @AfterEach
  void stop() {
    hangs.get().countDown();
    login.close();
  }

  private Gateway gatewayOf(String tenant) {
    return Gateway.start(
      sandbox,
      "gateway.entra.authority-host=" + login.origin(),
      "gateway.entra.tenant-id=" + tenant
    );
  }

  private String tokenOf(String tenant, TokenForge issuer) {
    return issuer.issued(login.origin() + "/" + tenant + "/v2.0", tenant, sandbox.running().clientId());
  }

  private static Reply viewer(Gateway gateway, String token) {
    return gateway.execute(token, VIEWER, Map.of());
  }

  @Test
  void areFetchedBeforeAnybodyCalls() {
    try (var gateway = gatewayOf(TENANT)) {
      await().untilAsserted(() ->
        assertThat(login.requests())
          .as("%s", gateway.origin())
          .containsExactly("/" + TENANT + "/discovery/v2.0/keys")
      );
    }
  }

  @Test
  void areFetchedOnceForManyCalls() {
    try (var gateway = gatewayOf(TENANT)) {
      for (int call = 0; call < 20; call++) {
        assertThat(viewer(gateway, tokenOf(TENANT, forge)).textAt("/data/viewer/tenantId")).isEqualTo(TENANT);
      }
      assertThat(login.requests()).containsExactly("/" + TENANT + "/discovery/v2.0/keys");
    }
  }

  @Test
  void areFetchedAgainForAKeyThatIsNew() {
    try (var gateway = gatewayOf(TENANT)) {
      assertThat(viewer(gateway, tokenOf(TENANT, forge)).status()).isEqualTo(200);
      var next = TokenForge.withKey("second");
      keys.set(next.publicKeys());
      assertThat(viewer(gateway, tokenOf(TENANT, next)).status()).isEqualTo(200);
      assertThat(viewer(gateway, tokenOf(TENANT, forge)).status()).isEqualTo(401);
    }
  }

  @Test
  void thatAreWithdrawnEndWhatWasCheckedWithThem() {
    try (var gateway = gatewayOf(TENANT)) {
      var checked = tokenOf(TENANT, forge);
      assertThat(viewer(gateway, checked).status()).isEqualTo(200);
      var next = TokenForge.withKey("second");
      keys.set(next.publicKeys());
      assertThat(viewer(gateway, checked).status()).isEqualTo(200);
      assertThat(viewer(gateway, tokenOf(TENANT, next)).status()).isEqualTo(200);
      assertThat(viewer(gateway, checked).status()).isEqualTo(401);
    }
  }

  @Test
  void areNotFetchedForEveryKeyThatNobodyPublished() {
    try (var gateway = gatewayOf(TENANT)) {
      var stranger = TokenForge.withKey("stranger");
      var token = tokenOf(TENANT, forge);
      assertThat(viewer(gateway, token).status()).isEqualTo(200);
      for (int unknown = 0; unknown < 200; unknown++) {
        var kid = "unknown-" + unknown;
        assertThat(viewer(gateway, stranger.resigned(token, header -> header.keyID(kid))).status()).isEqualTo(401);
      }
      assertThat(viewer(gateway, token).status()).isEqualTo(200);
      assertThat(login.requests()).hasSizeLessThanOrEqualTo(3);
    }
  }

  @Test
  void thatCannotBeHadMakeTheGatewayUnavailableNotTheTokenBad() {
    keys.set("this is no key set");
    try (var gateway = gatewayOf(TENANT)) {
      var reply = viewer(gateway, tokenOf(TENANT, forge));
      assertThat(reply.status()).isEqualTo(503);
      assertThat(reply.header("Retry-After")).isEqualTo("5");
      assertThat(reply.textAt("/errors/0/extensions/code")).isEqualTo("UNAVAILABLE");
      assertThat(reply.at("/errors/0/extensions/retryAfterSeconds").intValue()).isEqualTo(5);
    }
  }

  /** More than any pool of threads has. */
  private static final int MANY = 60;

  @Test
  void thatHangKeepNobodyWaitingWhoseKeyIsKnown() throws Exception {
    var hanging = new CountDownLatch(1);
    try (var gateway = gatewayOf(TENANT); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      assertThat(viewer(gateway, tokenOf(TENANT, forge)).status()).isEqualTo(200);
      hangs.set(hanging);
      var unknown = tokenOf(TENANT, TokenForge.withKey("unknown"));
      var waiting = IntStream.range(0, MANY)
        .mapToObj(_ -> threads.submit(() -> viewer(gateway, unknown).status()))
        .toList();
      await().until(() -> login.requests().size() == 2);
      var began = System.nanoTime();
      for (var call = 0; call < 5; call++) {
        assertThat(viewer(gateway, tokenOf(TENANT, forge)).status()).isEqualTo(200);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
      assertThat(waiting).noneMatch(Future::isDone);
      hanging.countDown();
      for (var status : waiting) {
        assertThat(status.get()).isEqualTo(401);
      }
    }
  }

  @Test
  void ofPersonalAccountsLetNobodyIn() {
    try (var gateway = gatewayOf(PERSONAL_ACCOUNTS)) {
      assertThat(viewer(gateway, tokenOf(PERSONAL_ACCOUNTS, forge)).status()).isEqualTo(401);
    }
  }
}
