package dev.authmethods.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A small request does not keep a core busy for long, whatever it says. */
@GatewayTest
class ExpensiveRequestsTests {

  /** Ten times what the dearest takes, and a fifth of what each of these took without bounds. */
  private static final Duration SHORT = Duration.ofSeconds(2);

  private static final String VIEWER = "fragment F0 on Viewer { objectId }";

  private final Gateway gateway;
  private final String token;

  ExpensiveRequestsTests(Gateway gateway, SandboxControl sandbox) {
    this.gateway = gateway;
    this.token = sandbox.token("auth-admin");
  }

  private static String chain(int fragments, int spreads) {
    return IntStream.range(1, fragments)
      .mapToObj(f -> "fragment F%d on Viewer { %s }".formatted(f, ("...F" + (f - 1) + " ").repeat(spreads)))
      .collect(Collectors.joining(" ", "{ viewer { ...F" + (fragments - 1) + " } } " + VIEWER + " ", ""));
  }

  /** Each fragment spreads all those before it. */
  private static String all(int fragments) {
    return IntStream.range(1, fragments)
      .mapToObj(f ->
        "fragment F%d on Viewer { %s }".formatted(
          f,
          IntStream.range(0, f).mapToObj("...F%d"::formatted).collect(Collectors.joining(" "))
        )
      )
      .collect(Collectors.joining(" ", "{ viewer { ...F" + (fragments - 1) + " } } " + VIEWER + " ", ""));
  }

  private static Stream<Arguments> documents() {
    return Stream.of(
      arguments(chain(600, 1), "TOO_MANY_FRAGMENTS"),
      arguments(chain(21, 1), "TOO_DEEP"),
      arguments(chain(20, 3), "TOO_MANY_FIELDS"),
      arguments(all(21), "TOO_DEEP"),
      arguments(all(20), "TOO_MANY_FIELDS"),
      arguments("{ node(id: " + "9".repeat(90_000) + ") { id } }", "TOKEN_TOO_LONG"),
      arguments("{ node(id: -1." + "9".repeat(90_000) + ") { id } }", "TOKEN_TOO_LONG"),
      arguments("{ node(id: \"" + "9".repeat(90_000) + "\") { id } }", "TOKEN_TOO_LONG"),
      arguments("{ node(id: \"\"\"" + "9".repeat(90_000) + "\"\"\") { id } }", "TOKEN_TOO_LONG"),
      arguments("{ " + "a".repeat(90_000) + " }", "TOKEN_TOO_LONG"),
      arguments("{ viewer { " + "a".repeat(1_000) + ": objectId } }", "TOKEN_TOO_LONG"),
      arguments("#" + "a".repeat(90_000) + "\n{ viewer { objectId } }", "TOKEN_TOO_LONG"),
      arguments("{ node(id: " + "9".repeat(240_000) + ") { id } }", "TOO_MANY_CHARACTERS"),
      arguments("{ viewer { objectId } }" + " ".repeat(200_000), "TOO_MANY_CHARACTERS"),
      arguments("{ node(id: " + "[".repeat(4_000) + "]".repeat(4_000) + ") { id } }", "TOO_DEEP"),
      arguments("{ " + "... { ".repeat(1_500) + "viewer { objectId } " + "}".repeat(1_501), "TOO_DEEP")
    );
  }

  @ParameterizedTest
  @MethodSource("documents")
  void isRefusedBeforeItTakesLong(String document, String code) {
    var began = System.nanoTime();
    var reply = gateway.execute(token, document, Map.of());
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SHORT);
    assertThat(reply.textAt("/errors/0/extensions/code")).isEqualTo(code);
  }

  private static Stream<String> bodies() {
    return Stream.of(
      "9".repeat(240_000),
      "-0." + "9".repeat(240_000),
      "1e" + "9".repeat(240_000),
      "[".repeat(100_000) + "]".repeat(100_000),
      "{\"a\":".repeat(40_000) + "1" + "}".repeat(40_000),
      "[" + "{},".repeat(80_000) + "{}]",
      "{\"" + "a".repeat(240_000) + "\": 1}"
    );
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void inItsVariablesIsRefusedBeforeItTakesLong(String value) {
    var began = System.nanoTime();
    var query = "query ($id: ID!) { node(id: $id) { id } }";
    var reply = gateway.post(token, "{\"query\": \"%s\", \"variables\": {\"id\": %s}}".formatted(query, value));
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SHORT);
    assertThat(reply.status()).isIn(400, 503);
  }

  @Test
  void aLongTextInItsVariablesTakesNoLonger() {
    var began = System.nanoTime();
    var variables = new HashMap<String, Object>();
    variables.put("id", "9".repeat(240_000));
    gateway.execute(token, "query ($id: ID!) { node(id: $id) { id } }", variables);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SHORT);
  }

  /** Thirty names that are as long as they may be, for each of a hundred users: it is sent, and less than it may be. */
  @Test
  void anAnswerIsNoLongerThanItMayBe() {
    var name = "a".repeat(120);
    var aliases = IntStream.range(0, 29)
      .mapToObj(number -> "%s%d: displayName".formatted(name, number))
      .collect(Collectors.joining(" "));
    var by = IntStream.range(0, 100)
      .mapToObj("{ userPrincipalName: \"nobody%d@contoso.com\" }"::formatted)
      .collect(Collectors.joining(", "));
    var reply = gateway.execute(token, "{ users(by: [" + by + "]) { user { " + aliases + " } } }", Map.of());
    assertThat(reply.text().length()).isLessThan(2 * 1024 * 1024);
  }
}
