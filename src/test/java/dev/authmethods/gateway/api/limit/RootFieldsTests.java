package dev.authmethods.gateway.api.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A request carries out one mutation; only what is executed counts as one. */
@GatewayTest
class RootFieldsTests {

  /** The group is the directives of the field. */
  private static final Pattern FIELD = Pattern.compile("ADD((?: @\\w+\\([^)]*\\))?)");
  private static final String ADD =
    "addPhoneMethod(input: {user: {userPrincipalName: \"kim@contoso.com\"}, phoneNumber: \"+1 2065550120\", phoneType: MOBILE, validateOnly: true})$1 { errors { __typename } }";

  private final Gateway gateway;
  private final String token;

  RootFieldsTests(Gateway gateway, SandboxControl sandbox) {
    this.gateway = gateway;
    this.token = sandbox.token("auth-admin");
  }

  private static String mutation(String root) {
    return "mutation { " + FIELD.matcher(root).replaceAll(ADD) + " }";
  }

  @ParameterizedTest
  @ValueSource(
    strings = {
      "__typename ADD",
      "ADD __typename",
      "__typename ADD type: __typename __typename",
      "...F ADD } fragment F on Mutation { __typename",
      "... on Mutation { __typename } ADD",
      "... { kind: __typename } ADD",
      "__typename @skip(if: true) ADD",
      "__typename @include(if: true) ADD",
      "ADD other: ADD @skip(if: true)",
      "ADD other: ADD @include(if: false)",
      "ADD ... @skip(if: true) { other: ADD }",
      "ADD ...F @include(if: false) } fragment F on Mutation { other: ADD",
      "ADD ADD",
      "ADD ...F ...F } fragment F on Mutation { ADD",
    }
  )
  void onlyWhatIsExecutedCounts(String root) {
    var reply = gateway.execute(token, mutation(root), Map.of());
    assertThat(reply.at("/data/addPhoneMethod/errors").isArray()).as(reply.text()).isTrue();
    assertThat(reply.at("/errors").isMissingNode()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
    strings = {
      "ADD other: ADD",
      "__typename ADD other: ADD",
      "ADD other: ADD @skip(if: false)",
      "ADD ...F @skip(if: true) ...F } fragment F on Mutation { other: ADD",
      "ADD ... on Mutation @include(if: true) { other: ADD }",
    }
  )
  void aSecondOneIsRefused(String root) {
    var reply = gateway.execute(token, mutation(root), Map.of());
    assertThat(reply.textAt("/errors/0/extensions/code")).as(reply.text()).isEqualTo("TOO_MANY_ROOT_FIELDS");
    assertThat(reply.at("/data").isMissingNode()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({ "true, true, false", "false, false, false", "true, false, true", "false, true, false" })
  void variablesDecideWhichOnesAreExecuted(boolean first, boolean second, boolean isRefused) {
    var document = mutation("a: ADD @include(if: $a) b: ADD @skip(if: $b)");
    var declared = document.replaceFirst("mutation", "mutation (\\$a: Boolean!, \\$b: Boolean!)");
    var reply = gateway.execute(token, declared, Map.of("a", first, "b", second));
    assertThat(reply.textAt("/errors/0/extensions/code"))
      .as(reply.text())
      .isEqualTo(isRefused ? "TOO_MANY_ROOT_FIELDS" : "");
  }

  @Test
  void withoutAnyTheTypeIsToldAlone() {
    var reply = gateway.execute(token, "mutation { __typename }", Map.of());
    assertThat(reply.text()).isEqualTo("{\"data\":{\"__typename\":\"Mutation\"}}");
  }
}
