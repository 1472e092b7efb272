package dev.authmethods.gateway.entra.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.PhoneWrite;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Entra wants the caller to sign in with more. Source: Microsoft Entra, claims challenges and claims requests. */
@GatewayTest
class ClaimsChallengeTests {

  private static final String READ =
    "{ user(by: { objectId: \"10000000-0000-4000-8000-000000000011\" }) { phoneMethods { phoneType } } }";
  private static final String CLAIMS = "{\"access_token\":{\"acrs\":{\"essential\":true,\"value\":\"c1\"}}}";
  private static final Pattern CHALLENGE = Pattern.compile(
    "Bearer error=\"insufficient_claims\", claims=\"([A-Za-z0-9+/=_-]+)\""
  );

  private final Gateway gateway;
  private final SandboxControl sandbox;
  private final String token;

  ClaimsChallengeTests(Gateway gateway, SandboxControl sandbox) {
    this.gateway = gateway;
    this.sandbox = sandbox;
    this.token = sandbox.token("auth-admin");
  }

  private static void assertChallenged(Reply reply) {
    assertThat(reply.status()).isEqualTo(401);
    var challenge = CHALLENGE.matcher(reply.header("WWW-Authenticate"));
    assertThat(challenge.matches()).as(reply.header("WWW-Authenticate")).isTrue();
    assertThat(Base64.getDecoder().decode(challenge.group(1)))
      .asString(StandardCharsets.UTF_8)
      .isEqualTo(CLAIMS);
    assertThat(reply.at("/data").isMissingNode()).isTrue();
    assertThat(reply.textAt("/errors/0/extensions/code")).isEqualTo("UNAUTHENTICATED");
  }

  @Nested
  class OfMicrosoftGraph {

    @ParameterizedTest
    @EnumSource(PhoneWrite.class)
    void reachesTheClientThatAskedForAWrite(PhoneWrite write) {
      PhoneWrite.warmUp(gateway, sandbox, token);
      sandbox.fault(write.fault("\"claims\": true"));
      assertChallenged(write.send(gateway, token));
      assertThat(write.seenBy(sandbox)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = { 401, 403 })
    void reachesTheClientThatAskedForARead(int status) {
      sandbox.fault("{\"match\": {\"path\": \"$batch\"}, \"claims\": true, \"status\": %d}".formatted(status));
      assertChallenged(gateway.execute(token, READ, Map.of()));
      assertThat(sandbox.requests("POST", "$batch")).isEqualTo(1);
    }

    @Test
    void isTheAnswerToTheWholeRequest() {
      sandbox.fault("{\"match\": {\"path\": \"getByIds\"}, \"claims\": true}");
      assertChallenged(gateway.execute(token, "{ viewer { objectId } " + READ.substring(1), Map.of()));
    }

    @Test
    void makesTheTokenOneThatIsNotUsedAgain() {
      sandbox.fault("{\"match\": {\"path\": \"$batch\"}, \"claims\": true}");
      assertChallenged(gateway.execute(token, READ, Map.of()));
      assertThat(gateway.execute(token, READ, Map.of()).status()).isEqualTo(200);
      assertThat(sandbox.logins()).hasSize(2);
    }
  }

  /** Microsoft Graph challenges what stands in a batch, and answers the batch itself with 200. */
  @Nested
  class OfOneInABatch {

    private static final String PHONES = "/users/10000000-0000-4000-8000-000000000011/authentication/phoneMethods";
    private static final String NAMED = "/users/megan";

    private void challenge(String path, int status) {
      sandbox.fault("{\"match\": {\"path\": \"%s\"}, \"claims\": true, \"status\": %d}".formatted(path, status));
    }

    @ParameterizedTest
    @ValueSource(ints = { 401, 403 })
    void isTheAnswerToTheWholeRequest(int status) {
      challenge(PHONES, status);
      assertChallenged(gateway.execute(token, READ, Map.of()));
      assertThat(sandbox.requests("POST", "$batch")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = { 401, 403 })
    void isSoAlsoWhereOthersWereAnswered(int status) {
      challenge(NAMED, status);
      assertChallenged(
        gateway.execute(
          token,
          """
          {
            viewer { objectId }
            users(by: [{ userPrincipalName: "kim@contoso.com" }, { userPrincipalName: "megan@contoso.com" }]) {
              user { displayName phoneMethods { phoneType } }
              errors { __typename }
            }
          }
          """,
          Map.of()
        )
      );
    }

    @ParameterizedTest
    @ValueSource(ints = { 401, 403 })
    void isSoForEligibilityToo(int status) {
      challenge(PHONES, status);
      assertChallenged(
        gateway.execute(token, READ.replace("phoneMethods { phoneType }", "phoneEligibility { canAdd }"), Map.of())
      );
    }

    @Test
    void isSoBeforeAnyOfManyPhonesIsAdded() {
      challenge("/phoneMethods", 401);
      assertChallenged(gateway.execute(token, MANY, Map.of()));
      assertThat(sandbox.writes()).isEmpty();
    }

    private static final String MANY = """
    mutation {
      addPhoneMethods(
        input: {
          items: [
            { user: { userPrincipalName: "kim@contoso.com" }, phoneNumber: "+1 2065550123", phoneType: MOBILE }
            { user: { userPrincipalName: "adele@contoso.com" }, phoneNumber: "+1 2065550124", phoneType: MOBILE }
          ]
        }
      ) { results { errors { __typename } } }
    }
    """;

    @Test
    void hidesNothingThatWasWritten() {
      sandbox.fault("{\"match\": {\"method\": \"GET\", \"path\": \"/users/kim\"}, \"claims\": true}");
      var reply = gateway.execute(
        token,
        """
        mutation {
          addPhoneMethod(
            input: { user: { userPrincipalName: "kim@contoso.com" }, phoneNumber: "+1 2065550123", phoneType: MOBILE }
          ) { phoneMethod { phoneType } user { displayName } errors { __typename } }
        }
        """,
        Map.of()
      );
      assertThat(reply.status()).as(reply.text()).isEqualTo(200);
      assertThat(reply.textAt("/data/addPhoneMethod/phoneMethod/phoneType")).isEqualTo("MOBILE");
      assertThat(reply.textAt("/errors/0/extensions/code")).isEqualTo("CLAIMS_REQUIRED");
    }

    @Test
    void makesTheTokenOneThatIsNotUsedAgain() {
      challenge(PHONES, 401);
      assertChallenged(gateway.execute(token, READ, Map.of()));
      assertThat(gateway.execute(token, READ, Map.of()).status()).isEqualTo(200);
      assertThat(sandbox.logins()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
      strings = { "not base64!", "e30=\r\nX-Injected: yes", "bm90IGpzb24=", "WyJhIGxpc3QiXQ==", "e30=e30=", "" }
    )
    void isNotRepeatedWhenItIsNone(String claims) {
      var headers = Map.of("WWW-Authenticate", "Bearer error=\"insufficient_claims\", claims=\"" + claims + "\"");
      sandbox.fault(
        "{\"match\": {\"path\": \"%s\"}, \"status\": 403, \"headers\": %s}".formatted(
          PHONES,
          new JsonMapper().writeValueAsString(headers)
        )
      );
      var reply = gateway.execute(token, READ, Map.of());
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.textAt("/errors/0/extensions/code")).isEqualTo("PERMISSION_DENIED");
      assertThat(reply.headers().firstValue("WWW-Authenticate")).isEmpty();
      assertThat(reply.headers().firstValue("X-Injected")).isEmpty();
    }
  }

  @Nested
  class OfTheLogin {

    @ParameterizedTest
    @EnumSource(PhoneWrite.class)
    void reachesTheClientAndNothingIsWritten(PhoneWrite write) {
      sandbox.fault("{\"target\": \"login\", \"claims\": true, \"status\": 400}");
      assertChallenged(write.send(gateway, token));
      assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void reachesTheClientThatAskedForARead() {
      sandbox.fault("{\"target\": \"login\", \"claims\": true, \"status\": 400}");
      assertChallenged(gateway.execute(token, READ, Map.of()));
    }
  }

  /** Whoever can speak for Microsoft Graph must not be able to write into our headers. */
  @Nested
  class ThatIsNone {

    @ParameterizedTest
    @ValueSource(
      strings = {
        "not base64!",
        "e30=%0d%0aX-Injected: yes",
        "bm90IGpzb24=",
        "WyJhIGxpc3QiXQ==",
        "e30=e30=e30=",
        "eyJ1bmZpbmlzaGVkIjo=",
        "",
      }
    )
    void isNotRepeated(String claims) {
      var header = "Bearer error=\"insufficient_claims\", claims=\"" + claims + "\"";
      fault(Map.of("WWW-Authenticate", header));
      var reply = PhoneWrite.ADD.send(gateway, token);
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.typesAt(PhoneWrite.ADD.errors())).containsExactly("UpstreamUnavailableError");
      assertThat(reply.headers().firstValue("WWW-Authenticate")).isEmpty();
      assertThat(reply.headers().firstValue("X-Injected")).isEmpty();
      assertThat(PhoneWrite.ADD.seenBy(sandbox)).isEqualTo(2);
    }

    @Test
    void isNotRepeatedWhenItIsTooLong() {
      var json = "{\"access_token\":{\"acrs\":{\"value\":\"%s\"}}}".formatted("c".repeat(4_000));
      var claims = Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
      fault(Map.of("WWW-Authenticate", "Bearer error=\"insufficient_claims\", claims=\"" + claims + "\""));
      assertThat(PhoneWrite.ADD.send(gateway, token).status()).isEqualTo(200);
    }

    private void fault(Map<String, String> headers) {
      sandbox.fault(
        PhoneWrite.ADD.fault(
          "\"status\": 401, \"times\": 2, \"headers\": " + new JsonMapper().writeValueAsString(headers)
        )
      );
    }
  }
}
