package dev.authmethods.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.CapturesLog;
import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.PhoneMutation;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.graphql.execution.GraphQlSource;

/** No number, address, password, code, key or token of any mutation is in the audit trail, nor in the log. */
@GatewayTest({ "gateway.audit.sink=file", "gateway.audit.file=target/secrets.audit", "gateway.audit.sync=none" })
@CapturesLog
class AuditHoldsNoSecretTests {

  private static final String ADMIN = "privileged-auth-admin";
  private static final String NUMBER = "+1 2065557391";
  private static final String ADDRESS = "telltale.address@fabrikam.com";
  private static final String PASSWORD = "Telltale-7391-Word";
  private static final String REASON = "Ticket of " + AuditHoldsNoSecretTests.class.getSimpleName();
  private static final String KEY = "telltale-key-7391";

  /** Spellings of the same, too. */
  private static final List<String> TELLTALES = List.of("7391", "telltale", "Telltale", "fabrikam");

  private final AuditFile audit = AuditFile.fromNow(Path.of("target/secrets.audit"));

  /** An input for each mutation of the schema that gets as far as a write. */
  private static Map<String, Map<String, Object>> inputs() {
    var number = Map.of("phoneNumber", NUMBER, "phoneType", "MOBILE");
    var kim = user("kim@contoso.com");
    var megan = user("megan@contoso.com");
    var delia = user("delia@contoso.com");
    var lee = user("lee@contoso.com");
    var inputs = new HashMap<String, Map<String, Object>>();
    inputs.put("addPhoneMethod", with(kim, number));
    inputs.put("addPhoneMethods", Map.of("items", List.of(with(kim, number), with(user("adele@contoso.com"), number))));
    inputs.put("setPhoneMethod", with(kim, number));
    inputs.put("updatePhoneMethod", with(megan, number));
    inputs.put("deletePhoneMethod", with(megan, Map.of("phoneType", "MOBILE")));
    inputs.put("enableSmsSignIn", user("patti@contoso.com"));
    inputs.put("disableSmsSignIn", lee);
    inputs.put("addEmailMethod", with(kim, Map.of("emailAddress", ADDRESS)));
    inputs.put("setEmailMethod", with(kim, Map.of("emailAddress", ADDRESS)));
    inputs.put("updateEmailMethod", with(delia, Map.of("emailAddress", ADDRESS)));
    inputs.put("deleteEmailMethod", delia);
    inputs.put("createTemporaryAccessPass", kim);
    inputs.put("createTemporaryAccessPasses", Map.of("items", List.of(kim, user("adele@contoso.com"))));
    inputs.put("deleteTemporaryAccessPass", delia);
    inputs.put("resetPassword", with(megan, Map.of("newPassword", PASSWORD, "waitSeconds", 0)));
    inputs.put("deleteAuthenticationMethod", deletion());
    inputs.put("revokeSignInSessions", megan);
    inputs.put("resetMfa", delia);
    return inputs;
  }

  private static Map<String, Object> user(String name) {
    return Map.of("user", PhoneMutation.ref(name));
  }

  private static Map<String, Object> deletion() {
    return Map.of(
      "method",
      Map.of("ofUser", with(user("delia@contoso.com"), Map.of("kind", "EMAIL", "methodId", EMAIL)))
    );
  }

  /** The id that Microsoft gives every email method. */
  private static final String EMAIL = "3ddfcfc8-9383-446f-83cc-3ab9be4be18f";

  private static Map<String, Object> with(Map<String, ?> first, Map<String, ?> second) {
    var all = new HashMap<String, Object>(first);
    all.putAll(second);
    return all;
  }

  private static Reply send(Gateway gateway, String token, String mutation, Map<String, ?> input) {
    var type = mutation.substring(0, 1).toUpperCase(Locale.ROOT) + mutation.substring(1) + "Input";
    var secrets = switch (mutation) {
      case "createTemporaryAccessPass" -> "passCode";
      case "createTemporaryAccessPasses" -> "results { passCode }";
      case "resetPassword" -> "generatedPassword";
      default -> "";
    };
    var document =
      "mutation ($input: %s!) { payload: %s(input: $input) { clientMutationId %s errors { __typename } } }".formatted(
        type,
        mutation,
        secrets
      );
    return gateway.execute(token, document, Map.of("input", input));
  }

  @Test
  void thereIsAnInputForEveryMutation(Gateway gateway) {
    var type = Objects.requireNonNull(gateway.bean(GraphQlSource.class).schema().getMutationType());
    var mutations = type
      .getFieldDefinitions()
      .stream()
      .map(field -> field.getName())
      .toList();
    assertThat(inputs()).containsOnlyKeys(mutations);
  }

  @ParameterizedTest
  @ValueSource(
    strings = {
      "",
      "\"status\":504,\"apply\":true",
      "\"status\":400,\"code\":\"badRequest\",\"times\":9",
      "\"drop\":true",
    }
  )
  void noneIsThere(String fault, Gateway gateway, SandboxControl sandbox, CapturedOutput log) {
    var token = sandbox.token(ADMIN);
    var shown = new ArrayList<>(List.of(token, token.substring(token.lastIndexOf('.') + 1)));
    inputs().forEach((mutation, input) -> {
      sandbox.reset();
      if (!fault.isEmpty()) {
        for (var method : List.of("POST", "PATCH", "DELETE")) {
          sandbox.fault("{\"match\":{\"method\":\"%s\",\"path\":\"/users/\"},%s}".formatted(method, fault));
        }
      }
      var key = KEY + UUID.randomUUID();
      var reply = send(gateway, token, mutation, with(input, Map.of("idempotencyKey", key, "reason", REASON)));
      assertThat(reply.at("/data/payload").isObject()).as("%s: %s", mutation, reply.text()).isTrue();
      shown.addAll(secrets(reply));
    });

    assertThat(
      audit
        .events("attempt")
        .stream()
        .map(line -> line.path("mutation").asString())
        .distinct()
    ).containsAll(inputs().keySet());
    assertThat(audit.events()).allSatisfy(line -> assertThat(line.path("reason").asString("")).isEqualTo(REASON));
    for (var secret : shown) {
      assertThat(audit.text()).doesNotContain(secret);
      assertThat(log.getAll()).doesNotContain(secret);
    }
    for (var telltale : TELLTALES) {
      assertThat(withoutHashes(audit.text())).doesNotContain(telltale);
      assertThat(log.getAll()).doesNotContain(telltale);
    }
  }

  /** Digits of hashes, ids and times are no numbers. */
  private static String withoutHashes(String text) {
    return text
      .replaceAll("\"(hash|previous|value|idempotencyKey|write|chain|instance|request|time)\":\"[^\"]*\"", "")
      .replaceAll("\"(clientRequestIds|requestIds)\":\\[[^]]*]", "");
  }

  private static List<String> secrets(Reply reply) {
    var secrets = new ArrayList<String>();
    secrets.add(reply.textAt("/data/payload/passCode"));
    secrets.add(reply.textAt("/data/payload/generatedPassword"));
    reply.listAt("/data/payload/results").forEach(result -> secrets.add(result.path("passCode").asString("")));
    return secrets
      .stream()
      .filter(secret -> !secret.isEmpty())
      .toList();
  }
}
