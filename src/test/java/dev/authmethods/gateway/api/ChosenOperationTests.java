package dev.authmethods.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** No operation is executed that nobody chose. Source: GraphQL over HTTP, request parameters; GraphQL, GetOperation. */
@GatewayTest
class ChosenOperationTests {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String DELETE =
    "mutation M { deletePhoneMethod(input: {user: {userPrincipalName: \"alex@contoso.com\"}, phoneType: OFFICE}) { confirmation } }";
  private static final String VIEWER = "query Q { viewer { objectId } }";

  private final Gateway gateway;
  private final SandboxControl sandbox;
  private final String token;

  ChosenOperationTests(Gateway gateway, SandboxControl sandbox) {
    this.gateway = gateway;
    this.sandbox = sandbox;
    this.token = sandbox.token("auth-admin");
  }

  private Reply post(String document, @Nullable Object operationName) {
    var body = new HashMap<String, Object>();
    body.put("query", document);
    body.put("operationName", operationName);
    return gateway.post(token, JSON.writeValueAsString(body));
  }

  private Reply get(String document, String operationName) {
    var uri = "/graphql?operationName=%s&query=%s".formatted(encoded(operationName), encoded(document));
    return gateway.send(
      gateway
        .to(uri)
        .header("Authorization", "Bearer " + token)
        .GET()
    );
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private void assertNotChosen(Reply reply) {
    assertThat(reply.textAt("/errors/0/extensions/code")).as(reply.text()).isEqualTo("OPERATION_RESOLUTION_FAILURE");
    assertThat(reply.at("/data").isMissingNode()).isTrue();
    assertThat(sandbox.requests()).isEmpty();
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = { " ", "\t", "N", "m", "M ", "null", "undefined" })
  void ofSeveralOperationsNoneIsExecutedWithoutTheNameOfOne(@Nullable String name) {
    assertNotChosen(post(DELETE + " " + VIEWER, name));
    assertNotChosen(post(VIEWER + " " + DELETE, name));
  }

  @ParameterizedTest
  @ValueSource(strings = { "", " ", "N" })
  void ofSeveralOperationsInAnAddressNeither(String name) {
    assertNotChosen(get(VIEWER + " query R { viewer { tenantId } }", name));
  }

  @Test
  void aNameIsText() {
    for (var name : new Object[] { 0, 1, true, Map.of(), new String[] { "M" } }) {
      var reply = post(DELETE + " " + VIEWER, name);
      assertThat(reply.textAt("/errors/0/extensions/code")).isEqualTo("WRONG_TYPE");
    }
    assertThat(sandbox.requests()).isEmpty();
  }

  @Test
  void theOneThatIsChosenIsExecuted() {
    var reply = post(DELETE + " " + VIEWER, "Q");
    assertThat(reply.at("/data/viewer/objectId").isString()).as(reply.text()).isTrue();
    assertThat(sandbox.requests()).isEmpty();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = "")
  void theOnlyOneNeedsNoName(@Nullable String name) {
    assertThat(post(VIEWER, name).at("/data/viewer/objectId").isString()).isTrue();
    assertThat(post("{ viewer { objectId } }", name).at("/data/viewer/objectId").isString()).isTrue();
    assertThat(get(VIEWER, "").at("/data/viewer/objectId").isString()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = { " ", "N" })
  void theOnlyOneIsNotExecutedByAnotherName(String name) {
    assertNotChosen(post(DELETE, name));
    assertNotChosen(post("{ viewer { objectId } }", name));
    assertNotChosen(get(VIEWER, name));
  }
}
