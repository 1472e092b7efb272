package dev.authmethods.gateway.entra.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.access.Caller;
import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.entra.Entra;
import dev.authmethods.gateway.entra.Resource;
import dev.authmethods.gateway.entra.Service;
import dev.authmethods.gateway.entra.UserAddress;
import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.PhoneWrite;
import dev.authmethods.gateway.fixtures.SandboxControl;
import dev.authmethods.gateway.method.ObjectId;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.method.UserPrincipalName;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@GatewayTest("gateway.api.request-timeout=14s")
class UpstreamMetricsTests {

  private final Gateway gateway;
  private final SandboxControl sandbox;
  private final MeterRegistry meters;

  UpstreamMetricsTests(Gateway gateway, SandboxControl sandbox) {
    this.gateway = gateway;
    this.sandbox = sandbox;
    this.meters = gateway.bean(MeterRegistry.class);
  }

  private long calls(String kind, String outcome) {
    var timer = meters.find("gateway.upstream.calls").tags("kind", kind, "outcome", outcome).timer();
    return timer == null ? 0 : timer.count();
  }

  private double batchItems() {
    return Objects.requireNonNull(meters.find("gateway.upstream.batch.items").summary()).totalAmount();
  }

  @Test
  void countCallsByKindAndOutcome() {
    var users = calls("users", "success");
    var batches = calls("batch", "success");
    var throttled = calls("batch", "throttled");
    var items = batchItems();
    sandbox.fault("{\"match\": {\"path\": \"batch\"}, \"status\": 429, \"retryAfter\": 0}");
    gateway.as(
      "auth-admin",
      "{ user(by: { objectId: \"10000000-0000-4000-8000-000000000011\" }) { phoneMethods { phoneType } } }",
      Map.of()
    );
    assertThat(calls("users", "success")).isEqualTo(users + 1);
    assertThat(calls("batch", "throttled")).isEqualTo(throttled + 1);
    assertThat(calls("batch", "success")).isEqualTo(batches + 1);
    assertThat(batchItems()).isEqualTo(items + 2);
  }

  @Test
  void countWrites() {
    var done = calls("write", "success");
    var failed = calls("write", "unavailable");
    var token = sandbox.token("auth-admin");
    sandbox.fault(PhoneWrite.ADD.fault("\"status\": 504"));
    PhoneWrite.ADD.send(gateway, token);
    PhoneWrite.ADD.send(gateway, token);
    assertThat(calls("write", "unavailable")).isEqualTo(failed + 1);
    assertThat(calls("write", "success")).isEqualTo(done + 1);
  }

  @Test
  void standInTheCostOfTheRequest() {
    var call = new RequestContext(caller(), Instant.now().plusSeconds(14));
    var entra = gateway.bean(Entra.class);
    sandbox.fault("{\"match\": {\"path\": \"/users/user0001\"}, \"status\": 503, \"retryAfter\": 0}");
    entra.objectId(call, new UserPrincipalName("user0002@contoso.com"));
    entra.readAll(
      call,
      names(21),
      new Resource<>("names", Service.DIRECTORY, _ -> Entra.USERS, UserAddress::of, (key, in) -> key)
    );
    var cost = call.upstream().summary();
    assertThat(cost.calls()).isEqualTo(4);
    assertThat(cost.items()).isEqualTo(1 + 21 + 1);
    assertThat(cost.batchSizes()).containsExactlyInAnyOrder(20, 1, 1);
    assertThat(cost.waves()).isBetween(3, 4);
    assertThat(cost.time()).isPositive();
  }

  private Caller caller() {
    var id = new ObjectId("00000000-0000-4000-8000-000000000001");
    return new Caller(id, "tenant", null, List.of(), false, null, sandbox.token("auth-admin"), Instant.MAX);
  }

  private static List<UserKey> names(int count) {
    return IntStream.rangeClosed(1, count)
      .mapToObj("user%04d@contoso.com"::formatted)
      .map(UserPrincipalName::new)
      .collect(Collectors.toList());
  }
}
