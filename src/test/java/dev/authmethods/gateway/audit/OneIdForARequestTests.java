package dev.authmethods.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.PhoneMutation;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One id leads from the trace of a client to its answer, to the audit trail and to Microsoft Graph. */
@GatewayTest({
  "gateway.audit.sink=file",
  "gateway.audit.file=target/one-id.audit",
  "gateway.api.allowed-origins=https://desk.contoso.com",
})
class OneIdForARequestTests {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String TRACE_PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
  private static final String ID = "4bf92f35-77b3-4da6-a3ce-929d0e0e4736";

  private final AuditFile audit = AuditFile.fromNow(Path.of("target/one-id.audit"));
  private final Gateway gateway;
  private final SandboxControl sandbox;

  OneIdForARequestTests(Gateway gateway, SandboxControl sandbox) {
    this.gateway = gateway;
    this.sandbox = sandbox;
  }

  @Test
  void isThatOfTheTraceInAnswerAuditTrailAndEveryCall() {
    sandbox.clearLedger();
    var reply = add(TRACE_PARENT);
    assertThat(reply.header("request-id")).isEqualTo(ID);
    assertThat(audit.events("attempt").getFirst().path("request").asString()).isEqualTo(ID);
    assertThat(audit.events("outcome").getFirst().path("request").asString()).isEqualTo(ID);
    assertThat(sandbox.ledger())
      .isNotEmpty()
      .allSatisfy(call -> assertThat(idOf(call)).isEqualTo(ID));
  }

  @Test
  void isNewWhenTheTraceIsNotRight() {
    sandbox.clearLedger();
    var reply = add("00-not-a-trace");
    var id = UUID.fromString(reply.header("request-id"));
    assertThat(id.version()).isEqualTo(4);
    assertThat(sandbox.ledger())
      .isNotEmpty()
      .allSatisfy(call -> assertThat(idOf(call)).isEqualTo(id.toString()));
  }

  @Test
  void isInARefusalOfTheTokenToo() {
    var request = gateway.to("/graphql").header("Content-Type", "application/json").header("traceparent", TRACE_PARENT);
    var reply = gateway.send(request.POST(BodyPublishers.ofString("{\"query\": \"{ viewer { objectId } }\"}")));
    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.header("request-id")).isEqualTo(ID);
  }

  @Test
  void canBeReadByPagesOfAllowedOrigins() {
    var request = gateway.to("/graphql").header("Origin", "https://desk.contoso.com");
    assertThat(gateway.send(request.GET()).header("access-control-expose-headers")).contains("Request-Id");
  }

  private Reply add(String traceParent) {
    var adding = PhoneMutation.add("kim@contoso.com", "MOBILE", "+1 2065550123");
    var request = gateway
      .to("/graphql")
      .header("Authorization", "Bearer " + sandbox.token("auth-admin"))
      .header("Content-Type", "application/json")
      .header("traceparent", traceParent);
    return gateway.send(
      request.POST(
        BodyPublishers.ofString(
          JSON.writeValueAsString(Map.of("query", adding.document(), "variables", Map.of("input", adding.input())))
        )
      )
    );
  }

  private static String idOf(JsonNode call) {
    return call.path("clientRequestId").asString();
  }
}
