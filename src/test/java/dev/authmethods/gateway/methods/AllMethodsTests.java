package dev.authmethods.gateway.methods;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import dev.authmethods.gateway.method.AuthenticationMethodKind;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A user's methods of every kind are read in one call, and a kind that nobody knows survives. */
@GatewayTest
class AllMethodsTests {

  private static final String ADMIN = "privileged-auth-admin";
  private static final String DELIA = "delia@contoso.com";
  private static final String MIRIAM = "miriam@contoso.com";
  private static final String QUERY = """
  query ($name: String!, $kinds: [AuthenticationMethodKind!]) {
    user(by: { userPrincipalName: $name }) {
      authenticationMethods(kinds: $kinds) {
        __typename id methodId kind uses isPhishingResistant createdDateTime
        ... on PhoneMethod { phoneNumber phoneType }
        ... on EmailMethod { emailAddress }
        ... on PasskeyMethod { displayName model aaguid attestationLevel passkeyType attestationCertificates }
        ... on MicrosoftAuthenticatorMethod { displayName deviceTag phoneAppVersion }
        ... on WindowsHelloForBusinessMethod { displayName keyStrength }
        ... on PlatformCredentialMethod { displayName platform keyStrength }
        ... on ExternalMfaMethod { displayName configurationId }
        ... on UnknownAuthenticationMethod { odataType }
      }
    }
  }
  """;
  private static final String NODE = "query ($id: ID!) { node(id: $id) { __typename id } }";

  @Nested
  class AreListed {

    @ParameterizedTest
    @CsvSource(
      delimiter = '|',
      textBlock = """
      PhoneMethod                   | PHONE                      | SIGN_IN,SECOND_FACTOR,PASSWORD_RESET | false
      EmailMethod                   | EMAIL                      | PASSWORD_RESET                       | false
      MicrosoftAuthenticatorMethod  | MICROSOFT_AUTHENTICATOR    | SIGN_IN,SECOND_FACTOR,PASSWORD_RESET | false
      PasskeyMethod                 | PASSKEY                    | SIGN_IN,SECOND_FACTOR                | true
      SoftwareOathMethod            | SOFTWARE_OATH              | SECOND_FACTOR,PASSWORD_RESET         | false
      WindowsHelloForBusinessMethod | WINDOWS_HELLO_FOR_BUSINESS | SIGN_IN,SECOND_FACTOR                | true
      PasswordMethod                | PASSWORD                   | SIGN_IN                              | false
      """
    )
    void withWhatTheirKindIsFor(String type, String kind, String uses, boolean isPhishingResistant, Gateway gateway) {
      var method = ofType(type, ask(gateway, MIRIAM, null));
      assertThat(method.path("kind").stringValue()).isEqualTo(kind);
      assertThat(texts(method.path("uses"))).containsExactly(uses.split(","));
      assertThat(method.path("isPhishingResistant").booleanValue()).isEqualTo(isPhishingResistant);
    }

    @Test
    void onlyThoseOfTheKindsThatWereAskedFor(Gateway gateway) {
      var reply = ask(gateway, MIRIAM, List.of("EMAIL", "PASSKEY", "UNKNOWN"));
      assertThat(types(reply)).containsExactlyInAnyOrder("EmailMethod", "PasskeyMethod");
    }

    @Test
    void onlyWhereKindsAreAskedForAtAll(Gateway gateway) {
      var reply = ask(gateway, MIRIAM, List.of());
      assertThat(reply.at(methodsAt()).isNull()).isTrue();
      assertThat(reply.textAt("/errors/0/extensions/code")).isEqualTo("INVALID_INPUT");
    }

    @Test
    void withoutSignInForPhonesThatNobodySignsInWith(Gateway gateway) {
      var phones = methods(ask(gateway, "diego@contoso.com", List.of("PHONE")));
      assertThat(phones).hasSize(3);
      assertThat(phones)
        .filteredOn(phone -> texts(phone.path("uses")).contains("SIGN_IN"))
        .extracting(phone -> phone.path("phoneType").stringValue())
        .containsExactly("MOBILE");
    }
  }

  @Nested
  class OfAUserWhoHasOneOfEveryKind {

    @Test
    void areAllThere(Gateway gateway) {
      var kinds = methods(ask(gateway, DELIA, null))
        .stream()
        .map(method -> method.path("kind").stringValue());
      var all = Stream.of(AuthenticationMethodKind.values())
        .filter(kind -> kind != AuthenticationMethodKind.UNKNOWN)
        .map(AuthenticationMethodKind::name);
      assertThat(kinds.collect(Collectors.toSet())).isEqualTo(all.collect(Collectors.toSet()));
    }

    @Test
    void haveTheirProperties(Gateway gateway) {
      var all = ask(gateway, DELIA, null);
      assertThat(ofType("PlatformCredentialMethod", all).path("platform").stringValue()).isEqualTo("MAC_OS");
      assertThat(ofType("WindowsHelloForBusinessMethod", all).path("keyStrength").stringValue()).isEqualTo("NORMAL");
      assertThat(ofType("PasskeyMethod", all).path("passkeyType").stringValue()).isEqualTo("DEVICE_BOUND");
      assertThat(ofType("ExternalMfaMethod", all).path("displayName").stringValue()).isEqualTo("Adatum MFA");
      assertThat(ofType("ExternalMfaMethod", all).path("isPhishingResistant").isNull()).isTrue();
    }
  }

  @Nested
  class OfAKindThatNobodyKnows {

    private static final String NEW_KIND = """
    { "@odata.type": "#microsoft.graph.palmPrintAuthenticationMethod", "id": "palm-1", "hand": "left" }
    """;

    @Test
    void areListedWithItsName(Gateway gateway, SandboxControl sandbox) {
      sandbox.call("POST", "/users/miriam@contoso.com/methods", NEW_KIND);
      var method = ofType("UnknownAuthenticationMethod", ask(gateway, MIRIAM, null));
      assertThat(method.path("methodId").stringValue()).isEqualTo("palm-1");
      assertThat(method.path("kind").stringValue()).isEqualTo("UNKNOWN");
      assertThat(method.path("odataType").stringValue()).isEqualTo("#microsoft.graph.palmPrintAuthenticationMethod");
      assertThat(texts(method.path("uses"))).isEmpty();
      var id = method.path("id").stringValue();
      assertThat(gateway.as(ADMIN, NODE, Map.of("id", id)).textAt("/data/node/id")).isEqualTo(id);
    }
  }

  @Nested
  @GatewayTest("gateway.entra.cloud=china-21vianet")
  class InChina {

    /** Microsoft Graph there has only these collections, and no list of all kinds. */
    @Test
    void areReadFromTheCollectionsThatExist(Gateway gateway) {
      assertThat(types(ask(gateway, DELIA, null))).containsExactlyInAnyOrder(
        "PhoneMethod",
        "PhoneMethod",
        "PhoneMethod",
        "MicrosoftAuthenticatorMethod",
        "PlatformCredentialMethod"
      );
    }

    @Test
    void costOneUserOneCall(Gateway gateway, SandboxControl sandbox) {
      ask(gateway, DELIA, null);
      assertThat(sandbox.asked())
        .filteredOn(call -> call.endsWith("Methods"))
        .hasSize(3);
      assertThat(sandbox.requests("POST", "/$batch")).isEqualTo(2);
    }

    @Test
    void areNotShownIfOneOfTheCollectionsCannotBeRead(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault("{\"match\":{\"path\":\"/platformCredentialMethods\"},\"status\":403}");
      var reply = ask(gateway, DELIA, null);
      assertThat(reply.at(methodsAt()).isNull()).isTrue();
      assertThat(reply.textAt("/errors/0/extensions/code")).isEqualTo("PERMISSION_DENIED");
    }
  }

  @Nested
  class AreReadTogether {

    @Test
    void inTheWaveOfTheUsers(Gateway gateway, SandboxControl sandbox) {
      gateway.as(
        ADMIN,
        """
        { users(by: [{ userPrincipalName: "miriam@contoso.com" }, { userPrincipalName: "diego@contoso.com" }]) {
            user { displayName authenticationMethods { id } } } }
        """
      );
      assertThat(sandbox.requests("POST", "/$batch")).isEqualTo(2);
    }
  }

  @Nested
  class HaveIds {

    @Test
    void thatLeadBackToEachOfThem(Gateway gateway) {
      var methods = methods(ask(gateway, MIRIAM, null));
      assertThat(methods).hasSizeGreaterThan(5);
      for (var method : methods) {
        var id = method.path("id").stringValue();
        var node = gateway.as(ADMIN, NODE, Map.of("id", id));
        assertThat(node.textAt("/data/node/__typename")).isEqualTo(method.path("__typename").stringValue());
        assertThat(node.textAt("/data/node/id")).isEqualTo(id);
      }
    }

    @Test
    void thatAreTheSameAsInTheFieldsOfTheirKind(Gateway gateway) {
      var all = ask(gateway, MIRIAM, List.of("PASSKEY"));
      var own = gateway.as(ADMIN, "{ user(by: { userPrincipalName: \"miriam@contoso.com\" }) { passkeys { id } } }");
      assertThat(own.textAt("/data/user/passkeys/0/id")).isEqualTo(all.textAt(methodsAt() + "/0/id"));
    }
  }

  @Nested
  class OfCallersWhoSeeMasked {

    @Test
    void areMaskedHereToo(Gateway gateway) {
      var phone = ofType("PhoneMethod", ask(gateway, "auth-admin", MIRIAM, null));
      assertThat(phone.path("phoneNumber").stringValue()).contains("X").endsWith("13");
    }
  }

  private static Reply ask(Gateway gateway, String name, @Nullable List<String> kinds) {
    return ask(gateway, ADMIN, name, kinds);
  }

  private static Reply ask(Gateway gateway, String persona, String name, @Nullable List<String> kinds) {
    return gateway.as(persona, QUERY, kinds == null ? Map.of("name", name) : Map.of("name", name, "kinds", kinds));
  }

  private static String methodsAt() {
    return "/data/user/authenticationMethods";
  }

  private static List<JsonNode> methods(Reply reply) {
    var methods = reply.at(methodsAt());
    return IntStream.range(0, methods.size()).mapToObj(methods::get).toList();
  }

  private static List<String> types(Reply reply) {
    return methods(reply)
      .stream()
      .map(method -> method.path("__typename").stringValue())
      .toList();
  }

  private static JsonNode ofType(String type, Reply reply) {
    return methods(reply)
      .stream()
      .filter(method -> method.path("__typename").stringValue().equals(type))
      .findFirst()
      .orElseThrow();
  }

  private static List<String> texts(JsonNode list) {
    return IntStream.range(0, list.size())
      .mapToObj(at -> list.get(at).stringValue())
      .toList();
  }
}
