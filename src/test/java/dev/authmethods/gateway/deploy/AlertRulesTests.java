package dev.authmethods.gateway.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.PhoneWrite;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.Environment;

/** The alert rules: `promtool` tests how they decide, and these tests that they are about something. */
@GatewayTest({
  "management.server.port=0",
  "management.server.address=localhost",
  "management.endpoints.web.exposure.include=health,prometheus",
})
class AlertRulesTests {

  private static final Path RULES = Path.of("src/main/deploy/monitoring/alerts.yaml");
  private static final Path OPERATING = Path.of("src/docs/operating.md");
  private static final Pattern METRIC = Pattern.compile("\\b(?:gateway|graphql)_[a-z_]+\\b");

  /** Registered with the first failure of a host, and only where the gateway signs in with a certificate. */
  private static final Set<String> LATER = Set.of(
    "gateway_upstream_failures_total",
    "gateway_credential_expiry_seconds",
    "gateway_sign_in_errors_total"
  );

  private final Gateway gateway;
  private final SandboxControl sandbox;

  AlertRulesTests(Gateway gateway, SandboxControl sandbox) {
    this.gateway = gateway;
    this.sandbox = sandbox;
  }

  private String page() {
    var port = gateway.bean(Environment.class).getRequiredProperty("local.management.port");
    return gateway.send(gateway.to("http://localhost:" + port + "/actuator/prometheus").GET()).text();
  }

  private Set<String> scraped() {
    return page()
      .lines()
      .filter(line -> !line.startsWith("#"))
      .map(line -> line.split("[{ ]", 2)[0])
      .collect(Collectors.toSet());
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyRuleAsksForMetricsThatTheGatewayHas() throws IOException {
    PhoneWrite.ADD.send(gateway, sandbox.token("auth-admin"));
    PhoneWrite.ADD.send(gateway, sandbox.token("auth-admin"));
    var asked = found(METRIC, Files.readString(RULES));
    asked.removeAll(LATER);
    assertThat(scraped()).containsAll(asked);
  }

  @ParameterizedTest
  @CsvSource({ "7000222, gateway", "50076, caller", "90033, entra" })
  void anErrorOfEntraTellsWhomItConcerns(int number, String concerned) {
    sandbox.fault("{\"target\": \"login\", \"times\": 20, \"aadsts\": %d}".formatted(number));
    PhoneWrite.ADD.send(gateway, sandbox.token("auth-admin"));
    assertThat(page()).contains(
      "gateway_sign_in_errors_total{concerns=\"%s\",error=\"AADSTS%d\"}".formatted(concerned, number)
    );
  }

  @Test
  void everyRuleLeadsToASectionOfTheOperatorsGuide() throws IOException {
    var sections = Files.readAllLines(OPERATING)
      .stream()
      .filter(line -> line.startsWith("##"))
      .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT).replace(' ', '-'))
      .collect(Collectors.toSet());
    var links = found(Pattern.compile("(?<=operating\\.md#)[a-z-]+"), Files.readString(RULES));
    assertThat(links).isNotEmpty();
    assertThat(sections).containsAll(links);
  }
}
