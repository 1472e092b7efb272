package dev.authmethods.sandbox.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.authmethods.sandbox.fixtures.LocalEntra;
import dev.authmethods.sandbox.fixtures.Phones;
import dev.authmethods.sandbox.http.JsonTree;
import dev.authmethods.sandbox.http.Tenant;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Microsoft Graph: throttling guidance and service-specific limits. */
class ThrottlingTests {

  @RegisterExtension
  static final LocalEntra entra = new LocalEntra();

  static final String ADMIN = "privileged-auth-admin";
  static final String LIMIT = "x-ms-throttle-limit-percentage";
  static final String SCOPE = "Tenant_Application/%s/" + Tenant.GATEWAY + "/" + Tenant.CONTOSO;

  static void throttle(String json) {
    assertThat(entra.control("POST", "/throttling", json).status()).isEqualTo(204);
  }

  static void units(int units, String more) {
    throttle("{\"profile\":\"identity-and-access\",\"units\":" + units + more + "}");
  }

  static int status() {
    return entra.get(ADMIN, "/me").status();
  }

  @Nested
  class OverTheLimit {

    @Test
    void isTooManyRequests() {
      units(1, "");
      var fine = entra.get(ADMIN, "/me");
      var refused = entra.get(ADMIN, "/me");

      assertThat(fine.status()).isEqualTo(200);
      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.code()).isEqualTo("TooManyRequests");
      assertThat(refused.json().at("/error/message").asString()).isEqualTo("Please retry again later.");
      assertThat(refused.json().at("/error/innerError/code").asString()).isEqualTo("429");
      assertThat(refused.json().at("/error/innerError/message").asString()).isEqualTo("Please retry after");
      assertThat(refused.header("x-ms-throttle-scope")).isEqualTo(SCOPE.formatted("ReadWrite"));
      assertThat(refused.header("x-ms-throttle-information")).isEqualTo("ResourceUnitLimitExceeded");
    }

    @Test
    void lastsAsLongAsRetryAfterSays() {
      var token = entra.graphToken(ADMIN);
      units(1, ",\"windowMs\":1500");
      entra.graph("GET", "/me", token, "");
      var refused = entra.graph("GET", "/me", token, "").header("Retry-After");

      assertThat(refused).matches("[01]\\.\\d{3}");
      assertThat(new BigDecimal(refused)).isLessThanOrEqualTo(new BigDecimal("1.501"));
      await().until(() -> status() == 200);
    }

    @Test
    void doesNoWork() {
      units(1, "");
      entra.get(ADMIN, "/me");

      assertThat(entra.delete(ADMIN, Phones.of("megan") + Phones.MOBILE).status()).isEqualTo(429);
      assertThat(entra.phones("megan")).hasSize(1);
      assertThat(entra.writes("seq")).isEmpty();
    }

    @Test
    void isAlsoForWritesAlone() {
      throttle("{\"profile\":\"identity-and-access\",\"writes\":1}");
      entra.post(ADMIN, Phones.of("adele"), Phones.phone("mobile", "+1 2065550199"));
      var refused = entra.delete(ADMIN, Phones.of("adele") + Phones.MOBILE);

      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.header("x-ms-throttle-scope")).isEqualTo(SCOPE.formatted("Write"));
      assertThat(refused.header("x-ms-throttle-information")).isEqualTo("WriteLimitExceeded");
      assertThat(new BigDecimal(refused.header("Retry-After"))).isGreaterThan(BigDecimal.valueOf(100));
      assertThat(status()).isEqualTo(200);
    }

    @Test
    void isAlsoForAuthenticationMethodsAlone() {
      throttle("{\"profile\":\"reports\"}");
      var statuses = Stream.generate(() -> entra.get(ADMIN, Phones.of("megan")).status()).limit(6);

      assertThat(statuses).containsExactly(200, 200, 200, 200, 200, 429);
      assertThat(status()).isEqualTo(200);
    }

    @Test
    void isOnlyForThoseWhoAreAdmitted() {
      units(1, "");

      assertThat(entra.graph("GET", "/me", "nonsense", "").status()).isEqualTo(401);
      assertThat(status()).isEqualTo(200);
    }
  }

  @Nested
  class Headers {

    @ParameterizedTest
    @CsvSource({ "/me, 1", "/users, 2", "/users?$select=id, 1" })
    void sayWhatACallCost(String path, String units) {
      units(100, "");

      assertThat(entra.get(ADMIN, path).header("x-ms-resource-unit")).isEqualTo(units);
    }

    @Test
    void sayHowMuchIsUsedOnceThatIsMuch() {
      units(10, "");
      var shares = Stream.generate(() -> entra.get(ADMIN, "/me").header(LIMIT))
        .limit(20)
        .toList();

      assertThat(shares.subList(0, 8)).containsOnly("");
      assertThat(shares.subList(8, 12)).containsExactly("0.90", "1.00", "1.10", "1.20");
      assertThat(shares.getLast()).isEqualTo("1.80");
    }

    @Test
    void areAbsentWithoutAProfile() {
      assertThat(entra.get(ADMIN, "/me").header("x-ms-resource-unit")).isEmpty();
    }
  }

  @Nested
  class Batches {

    static Stream<JsonNode> responses(int items) {
      var requests = IntStream.range(0, items)
        .mapToObj("{\"id\":\"%d\",\"method\":\"GET\",\"url\":\"/me\"}"::formatted)
        .toList();
      var body = "{\"requests\":[" + String.join(",", requests) + "]}";
      return entra.post(ADMIN, "/$batch", body).json().path("responses").valueStream();
    }

    @Test
    void areChargedAndRefusedByItem() {
      units(3, "");

      var refused = responses(5)
        .filter(response -> response.path("status").asInt() == 429)
        .toList();

      assertThat(refused).hasSize(2);
      assertThat(refused.getFirst().at("/headers/Retry-After").asString()).matches("\\d+\\.\\d+");
      assertThat(refused.getFirst().at("/headers/x-ms-throttle-information").asString()).isNotEmpty();
      assertThat(refused.getFirst().at("/body/error/code").asString()).isEqualTo("TooManyRequests");
    }

    @Test
    void costNothingThemselves() {
      units(3, "");

      assertThat(responses(3).map(response -> response.path("status").asInt())).containsOnly(200);
    }
  }

  @Nested
  class Profiles {

    @ParameterizedTest
    @ValueSource(strings = { "POST /throttling {\"profile\":\"none\"}", "DELETE /throttling ", "POST /reset " })
    void canBeTakenBack(String control) {
      units(1, "");
      entra.get(ADMIN, "/me");
      var parts = control.split(" ", 3);

      assertThat(entra.control(parts[0], parts[1], parts[2]).status()).isEqualTo(204);
      assertThat(status()).isEqualTo(200);
    }

    @Test
    void startAfreshWhenTheyAreSet() {
      units(1, "");
      entra.get(ADMIN, "/me");
      units(1, "");

      assertThat(status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({ "small, 3500", "medium, 5000", "large, 8000" })
    void haveTheDocumentedUnitsInTenSeconds(String size, int units) {
      var quota = quota(
        "{\"profile\":\"identity-and-access\",\"tenantSize\":\"" + size + "\"}",
        ThrottleQuota.Kind.UNITS
      );

      assertLimit(quota, units, Duration.ofSeconds(10));
    }

    @Test
    void haveTheDocumentedWritesAndReports() {
      var json = "{\"profile\":\"reports\"}";

      assertLimit(quota(json, ThrottleQuota.Kind.UNITS), 3_500, Duration.ofSeconds(10));
      assertLimit(quota(json, ThrottleQuota.Kind.WRITES), 3_000, Duration.ofSeconds(150));
      assertLimit(quota(json, ThrottleQuota.Kind.REPORTS), 5, Duration.ofSeconds(10));
    }

    private static ThrottleQuota quota(String json, ThrottleQuota.Kind kind) {
      return JsonTree.read(json, ThrottleProfile.class)
        .quotas()
        .stream()
        .filter(quota -> quota.kind() == kind)
        .findFirst()
        .orElseThrow();
    }

    private static void assertLimit(ThrottleQuota quota, int limit, Duration window) {
      var now = Instant.now();
      quota.charge(limit, now);
      assertThat(quota.isExceeded()).isFalse();
      quota.charge(1, now.plus(window).minusMillis(1));
      assertThat(quota.isExceeded()).isTrue();
      assertThat(quota.left(now)).isEqualTo(window);
      quota.charge(1, now.plus(window));
      assertThat(quota.isExceeded()).isFalse();
    }
  }
}
