package dev.authmethods.gateway.api.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.PhoneMutation;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.Environment;

@GatewayTest({
  "management.server.port=0",
  "management.server.address=localhost",
  "management.endpoints.web.exposure.include=health,prometheus",
})
class RequestMetricsTests {

  private static final String VIEWER = "{ viewer { objectId } }";
  private static final String MEGAN =
    "{ user(by: { objectId: \"10000000-0000-4000-8000-000000000011\" }) { displayName phoneMethods { phoneType } } }";

  private final Gateway gateway;
  private final SandboxControl sandbox;
  private final String scraped;

  RequestMetricsTests(Gateway gateway, SandboxControl sandbox) {
    this.gateway = gateway;
    this.sandbox = sandbox;
    this.scraped =
      "http://localhost:" +
      gateway.bean(Environment.class).getRequiredProperty("local.management.port") +
      "/actuator/prometheus";
  }

  /** The value of a series as a scraper reads it; 0 when it is not there. */
  private double value(String series) {
    var reply = gateway.send(gateway.to(scraped).GET());
    assertThat(reply.status()).isEqualTo(200);
    return reply
      .text()
      .lines()
      .filter(line -> line.startsWith(series + " "))
      .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
      .sum();
  }

  private void assertCounted(String series, int more, Runnable requests) {
    var before = value(series);
    requests.run();
    assertThat(value(series))
      .as(series)
      .isEqualTo(before + more);
  }

  private static String requests(String operation, String outcome) {
    return "graphql_requests_seconds_count{operation=\"%s\",outcome=\"%s\"}".formatted(operation, outcome);
  }

  private static String errors(String code, String mutation) {
    return "graphql_payload_errors_total{code=\"%s\",mutation=\"%s\"}".formatted(code, mutation);
  }

  @Test
  void countQueries() {
    assertCounted(requests("query", "success"), 2, () -> {
      gateway.as("auth-admin", VIEWER);
      gateway.as("auth-admin", MEGAN);
    });
  }

  @Test
  void timeQueries() {
    var sum = "graphql_requests_seconds_sum{operation=\"query\",outcome=\"success\"}";
    var before = value(sum);
    sandbox.fault("{\"match\": {\"path\": \"getByIds\"}, \"delayMs\": 300}");
    gateway.as("auth-admin", MEGAN);
    assertThat(value(sum) - before).isBetween(0.3, 15.0);
  }

  @Test
  void countQueriesWithErrors() {
    sandbox.fault("{\"match\": {\"path\": \"getByIds\"}, \"status\": 400}");
    assertCounted(requests("query", "errors"), 1, () -> gateway.as("auth-admin", MEGAN));
  }

  @Test
  void countMutationsThatARuleRefusesAsSuccessful() {
    var add = PhoneMutation.add("kim@contoso.com", "MOBILE", "12065550123");
    assertCounted(requests("mutation", "success"), 1, () -> gateway.as("auth-admin", add));
  }

  @ParameterizedTest
  @ValueSource(
    strings = { "{", "{ nothing }", "query ($a: Int!) { viewer { objectId } users(by: $a) { __typename } }" }
  )
  void countRefusedDocuments(String document) {
    assertCounted(requests("none", "refused"), 1, () -> gateway.as("auth-admin", document));
  }

  @Test
  void countRefusedVariables() {
    var document = "query ($by: UserRef!) { user(by: $by) { id } }";
    assertCounted(requests("none", "refused"), 1, () -> gateway.as("auth-admin", document, Map.of("by", 7)));
  }

  @Test
  void countMalformedBodies() {
    assertCounted(requests("none", "refused"), 1, () -> gateway.post(sandbox.token("auth-admin"), "{"));
  }

  @Test
  void countTheErrorsInPayloadsByMutationAndCode() {
    var add = PhoneMutation.add("kim@contoso.com", "MOBILE", "12065550123");
    assertCounted(errors("INVALID_PHONE_NUMBER", "addPhoneMethod"), 2, () -> {
      gateway.as("auth-admin", add);
      gateway.as("auth-admin", add);
    });
    assertCounted(errors("PHONE_TYPE_REQUIRED", "addPhoneMethod"), 1, () ->
      gateway.as("auth-admin", add.without("phoneType"))
    );
    var delete = PhoneMutation.delete("kim@contoso.com", "OFFICE");
    assertCounted(errors("PHONE_METHOD_NOT_FOUND", "deletePhoneMethod"), 1, () -> gateway.as("auth-admin", delete));
  }

  @Test
  void countNoErrorWhereThereIsNone() {
    var add = PhoneMutation.add("kim@contoso.com", "MOBILE", "+1 2065550123");
    var before = gateway.send(gateway.to(scraped).GET()).text();
    gateway.as("auth-admin", add);
    var after = gateway.send(gateway.to(scraped).GET()).text();
    assertThat(after.lines().filter(line -> line.startsWith("graphql_payload_errors"))).containsExactlyElementsOf(
      before
        .lines()
        .filter(line -> line.startsWith("graphql_payload_errors"))
        .toList()
    );
  }

  @Test
  void standBesideThoseOfTheUpstream() {
    assertCounted("gateway_upstream_calls_seconds_count{kind=\"batch\",outcome=\"success\"}", 1, () ->
      gateway.as("auth-admin", MEGAN)
    );
  }
}
