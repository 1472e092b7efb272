package dev.authmethods.gateway.methods;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The device of a method is read with the method, only if it is selected, and the devices of all methods together. */
@GatewayTest
class DeviceTests {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String ADMIN = "privileged-auth-admin";
  private static final String DELIA = "delia@contoso.com";
  private static final List<String> KINDS = List.of(
    "microsoftAuthenticator",
    "platformCredential",
    "windowsHelloForBusiness"
  );
  private static final String QUERY = """
  query ($by: [UserRef!]!) {
    users(by: $by) {
      user {
        authenticationMethods {
          __typename
          ... on MicrosoftAuthenticatorMethod { device { ...Everything } }
          ... on PlatformCredentialMethod { device { ...Everything } }
          ... on WindowsHelloForBusinessMethod { device { ...Everything } }
        }
      }
    }
  }
  fragment Everything on RegisteredDevice {
    objectId deviceId displayName operatingSystem operatingSystemVersion trustType isEnabled isCompliant isManaged
    registrationDateTime approximateLastSignInDateTime
  }
  """;

  @Nested
  class OfEachKind {

    @ParameterizedTest
    @CsvSource({
      "MicrosoftAuthenticatorMethod, Phone, IPhone, 17.2, Workplace",
      "PlatformCredentialMethod, MacBook, MacMDM, 14.3, AzureAd",
      "WindowsHelloForBusinessMethod, Laptop, Windows, 10.0.26100.1742, AzureAd",
    })
    void isShown(String type, String name, String system, String version, String trust, Gateway gateway) {
      var device = device(type, ask(gateway, Map.of("userPrincipalName", DELIA)));
      assertThat(device.path("displayName").stringValue()).isEqualTo(name);
      assertThat(device.path("operatingSystem").stringValue()).isEqualTo(system);
      assertThat(device.path("operatingSystemVersion").stringValue()).isEqualTo(version);
      assertThat(device.path("trustType").stringValue()).isEqualTo(trust);
      assertThat(device.path("objectId").stringValue()).isNotEqualTo(device.path("deviceId").stringValue());
      assertThat(device.path("registrationDateTime").stringValue()).startsWith("2024-02-01T09:30");
      assertThat(device.path("approximateLastSignInDateTime").stringValue()).startsWith("2024-06-03T07:45");
      assertThat(Stream.of("isEnabled", "isCompliant", "isManaged").map(device::path)).allMatch(JsonNode::booleanValue);
    }

    @Test
    void isReadTogetherWithTheOthers(Gateway gateway, SandboxControl sandbox) {
      ask(gateway, Map.of("userPrincipalName", DELIA));
      assertThat(sandbox.asked())
        .filteredOn(call -> call.contains("expand=device"))
        .hasSize(3);
      assertThat(sandbox.requests("POST", "/$batch")).isEqualTo(3);
      assertThat(sandbox.requests()).hasSize(3);
    }

    @Test
    void isNotReadUnlessItIsSelected(Gateway gateway, SandboxControl sandbox) {
      var query = "query ($by: [UserRef!]!) { users(by: $by) { user { authenticationMethods { id } } } }";
      gateway.as(ADMIN, query, Map.of("by", List.of(Map.of("userPrincipalName", DELIA))));
      assertThat(sandbox.asked()).noneMatch(call -> call.contains("expand"));
    }

    @Test
    void isFoundThroughTheGlobalIdOfItsMethod(Gateway gateway) {
      var ids = gateway.as(
        ADMIN,
        "{ user(by: { userPrincipalName: \"delia@contoso.com\" }) { authenticationMethods(kinds: [PLATFORM_CREDENTIAL]) { id } } }"
      );
      var node = gateway.as(
        ADMIN,
        "query ($id: ID!) { node(id: $id) { ... on PlatformCredentialMethod { device { displayName } } } }",
        Map.of("id", ids.textAt("/data/user/authenticationMethods/0/id"))
      );
      assertThat(node.textAt("/data/node/device/displayName")).isEqualTo("MacBook");
    }
  }

  @Nested
  class OfManyUsers {

    private static final int USERS = 20;

    /** One call for the users, one for their methods, and one for each 20 of the 60 devices. */
    @Test
    void areReadInOneWave(Gateway gateway, SandboxControl sandbox) {
      for (int user = 1; user <= USERS; user++) {
        for (var kind : KINDS) {
          register(kind, generated(user), sandbox);
        }
      }
      var reply = ask(
        gateway,
        IntStream.rangeClosed(1, USERS)
          .mapToObj(user -> Map.of("objectId", generated(user)))
          .toList()
      );
      assertThat(reply.at("/errors").isMissingNode()).isTrue();
      assertThat(names(reply))
        .hasSize(USERS * KINDS.size())
        .doesNotHaveDuplicates();
      assertThat(sandbox.requests("POST", "getByIds")).isEqualTo(1);
      assertThat(sandbox.requests("POST", "/$batch")).isEqualTo(1 + (USERS * KINDS.size()) / 20);
      assertThat(sandbox.requests()).hasSize(5);
    }

    private static void register(String kind, String user, SandboxControl sandbox) {
      var body = Map.of(
        "@odata.type",
        "#microsoft.graph." + kind + "AuthenticationMethod",
        "device",
        Map.of("id", "device-of-" + user, "displayName", kind + " of " + user)
      );
      sandbox.call("POST", "/users/" + user + "/methods", JSON.writeValueAsString(body));
    }

    private static List<String> names(Reply reply) {
      return reply
        .at("/data/users")
        .findValues("device")
        .stream()
        .map(device -> device.path("displayName").stringValue())
        .toList();
    }

    private static String generated(int user) {
      return "b0000000-0000-4000-8000-%012d".formatted(user);
    }
  }

  @Nested
  class IsNull {

    @Test
    void ifTheMethodHasNone(Gateway gateway) {
      var reply = ask(gateway, Map.of("userPrincipalName", "isaiah@contoso.com"));
      assertThat(device("MicrosoftAuthenticatorMethod", reply).isNull()).isTrue();
      assertThat(reply.at("/errors").isMissingNode()).isTrue();
    }

    @Test
    void withoutThePermissionThatMicrosoftMayAskFor(Gateway gateway, SandboxControl sandbox) {
      sandbox.call("POST", "/settings", "{\"devicePermission\":true}");
      var reply = ask(gateway, Map.of("userPrincipalName", DELIA));
      assertThat(device("WindowsHelloForBusinessMethod", reply).isNull()).isTrue();
      assertThat(reply.at("/errors").isMissingNode()).isTrue();
    }

    @Test
    void withAnErrorIfItCannotBeRead(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault("{\"match\":{\"path\":\"/windowsHelloForBusinessMethods/\"},\"status\":403}");
      var reply = ask(gateway, Map.of("userPrincipalName", DELIA));
      assertThat(device("WindowsHelloForBusinessMethod", reply).isNull()).isTrue();
      assertThat(device("PlatformCredentialMethod", reply).path("displayName").stringValue()).isEqualTo("MacBook");
      assertThat(reply.listAt("/errors")).hasSize(1);
      assertThat(reply.textAt("/errors/0/extensions/code")).isEqualTo("PERMISSION_DENIED");
      assertThat(reply.textAt("/errors/0/path/5")).isEqualTo("device");
    }

    @Test
    void withAnErrorIfTheAnswerIsNoMethod(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault(
        "{\"match\":{\"path\":\"/platformCredentialMethods/\"},\"times\":9,\"status\":200,\"body\":\"{}\"}"
      );
      var reply = ask(gateway, Map.of("userPrincipalName", DELIA));
      assertThat(device("PlatformCredentialMethod", reply).isNull()).isTrue();
      assertThat(reply.textAt("/errors/0/extensions/code")).isEqualTo("UPSTREAM_UNAVAILABLE");
    }
  }

  private static Reply ask(Gateway gateway, Map<String, String> user) {
    return ask(gateway, List.of(user));
  }

  private static Reply ask(Gateway gateway, List<Map<String, String>> users) {
    return gateway.as(ADMIN, QUERY, Map.of("by", users));
  }

  private static JsonNode device(String type, Reply reply) {
    return reply
      .listAt("/data/users/0/user/authenticationMethods")
      .stream()
      .filter(method -> method.path("__typename").stringValue().equals(type))
      .findFirst()
      .orElseThrow()
      .path("device");
  }
}
