package dev.authmethods.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.sandbox.fixtures.Answer;
import dev.authmethods.sandbox.fixtures.LocalEntra;
import dev.authmethods.sandbox.fixtures.Phones;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What the SDKs of the documentation send when they sign in, add a phone, change it, list and delete: headers, order and case
 * of names, annotations and compression. The Java SDK itself is tried in {@link GraphSdkTests}, the JavaScript ones in the
 * playground's {@code sdk} tests.
 */
class SdkRequestsTests {

  @RegisterExtension
  static final LocalEntra entra = new LocalEntra();

  static final String ADMIN = "privileged-auth-admin";
  static final String KIM = "/users/10000000-0000-4000-8000-000000000001/authentication/phoneMethods";
  static final String TYPE = "\"@odata.type\":\"#microsoft.graph.phoneAuthenticationMethod\"";

  /** The manner of one SDK: the headers on each call, and whether it compresses bodies. */
  private record Sdk(Map<String, String> headers, boolean compresses) {
    Answer send(String method, String path, String body) {
      var sent = LocalEntra.with(headers, Map.of("Authorization", "Bearer " + entra.graphToken(ADMIN)));
      if (!body.isEmpty()) {
        sent = LocalEntra.with(sent, Map.of("Content-Type", "application/json"));
      }
      if (body.isEmpty() || !compresses) {
        return send(method, path, body.getBytes(UTF_8), sent);
      }
      return send(method, path, compressed(body), LocalEntra.with(sent, Map.of("Content-Encoding", "gzip")));
    }

    private static Answer send(String method, String path, byte[] body, Map<String, String> headers) {
      return entra.send(method, URI.create(entra.sandbox().secureGraphEndpoint() + path), body, headers);
    }

    private static byte[] compressed(String body) {
      var bytes = new ByteArrayOutputStream();
      try (var gzip = new GZIPOutputStream(bytes)) {
        gzip.write(body.getBytes(UTF_8));
      } catch (IOException exception) {
        throw new UncheckedIOException(exception);
      }
      return bytes.toByteArray();
    }
  }

  /** Adds a phone, changes it, finds it with the query of the SDK, and deletes it. */
  private static void works(Sdk sdk, String added, String changed, String query) {
    assertThat(sdk.send("POST", KIM, added).status()).isEqualTo(201);
    assertThat(sdk.send("PATCH", KIM + Phones.MOBILE, changed).status()).isEqualTo(204);
    assertThat(sdk.send("GET", KIM + query, "").values("phoneNumber")).containsExactly("+1 2065555554");
    assertThat(sdk.send("DELETE", KIM + Phones.MOBILE, "").status()).isEqualTo(204);
    assertThat(entra.phones("kim")).isEmpty();
  }

  private static Answer signIn(Map<String, String> form, Map<String, String> headers) {
    var client = Map.of("client_id", entra.sandbox().developerClientId(), "grant_type", "client_credentials");
    var secret = Map.of("client_secret", entra.sandbox().developerClientSecret());
    return entra.token(entra.sandbox().tenantId(), LocalEntra.with(LocalEntra.with(client, secret), form), headers);
  }

  @Test
  void cSharp() {
    var headers = Map.of(
      "Accept",
      "application/json",
      "SdkVersion",
      "graph-dotnet-v1.0/5.90.0, graph-dotnet-core/3.2.4 (featureUsage=00000003; hostOS=Unix 6.8; hostArch=X64;" +
        " runtimeEnvironment=.NET 8.0.11;)",
      "client-request-id",
      "7c6e2a10-0c5b-4f4e-9a34-52f5b1f1d9a1",
      "User-Agent",
      "kiota-dotnet/1.17.2",
      "Accept-Encoding",
      "gzip, deflate, br"
    );
    works(
      new Sdk(headers, false),
      "{" + TYPE + ",\"phoneNumber\":\"\\u002B1 2065555555\",\"phoneType\":\"mobile\"}",
      "{" + TYPE + ",\"phoneNumber\":\"\\u002B1 2065555554\",\"phoneType\":\"mobile\"}",
      "?%24filter=phoneType%20eq%20%27mobile%27"
    );
  }

  @Test
  void go() {
    var headers = Map.of(
      "Accept",
      "application/json",
      "SdkVersion",
      "graph-go-v1.0/1.63.0, graph-go-core/1.3.1 (hostOS=linux; hostArch=amd64; runtimeEnvironment=go1.23.4;)",
      "client-request-id",
      "0d0f9f83-9c42-4a05-8dbb-9a1e7be3f6b2",
      "User-Agent",
      "kiota-go/1.5.0",
      "Accept-Encoding",
      "gzip"
    );
    works(
      new Sdk(headers, true),
      "{" + TYPE + ",\"phoneNumber\":\"+1 2065555555\",\"phoneType\":\"mobile\"}",
      "{" + TYPE + ",\"phoneNumber\":\"+1 2065555554\",\"phoneType\":\"mobile\"}",
      "?$select=id,phoneNumber".replace("$", "%24").replace(",", "%2C")
    );
  }

  @Test
  void php() {
    var headers = Map.of(
      "Accept",
      "application/json",
      "SdkVersion",
      "graph-php/2.24.0, graph-php-core/2.3.1, (featureUsage=0x0; hostOS=Linux; runtimeEnvironment=PHP/8.3.14)",
      "client-request-id",
      "5a3a74f4-34ba-4ac2-8f19-1b1a74b6a94e",
      "User-Agent",
      "kiota-php/1.4.0"
    );
    var token = Map.of("Accept", "application/json", "User-Agent", "GuzzleHttp/7");

    assertThat(signIn(Map.of("scope", "https://graph.microsoft.com/.default"), token).status()).isEqualTo(200);
    works(
      new Sdk(headers, true),
      "{" + TYPE + ",\"phoneNumber\":\"+1 2065555555\",\"phoneType\":\"mobile\"}",
      "{\"phoneNumber\":\"+1 2065555554\"," + TYPE + ",\"phoneType\":\"mobile\"}",
      ""
    );
  }

  @Test
  void powerShell() {
    var headers = Map.of(
      "Accept",
      "application/json, application/problem+json",
      "SdkVersion",
      "graph-powershell/2.25.0, Graph-dotnet-1.25.1 (featureUsage=00000043)",
      "User-Agent",
      "Mozilla/5.0 (Windows NT 10.0; Microsoft Windows 10.0.22631; en-US) PowerShell/7.4.6 Get-MgUserAuthenticationPhoneMethod",
      "client-request-id",
      "f0f1f9e1-3a50-4f4a-8e84-8e59f0ab1cc4",
      "CommandName",
      "New-MgUserAuthenticationPhoneMethod",
      "Accept-Encoding",
      "gzip"
    );
    var asItsEnvironmentSays = Map.of("scope", "https://localhost:8090/.default offline_access openid profile");

    assertThat(signIn(asItsEnvironmentSays, Map.of("x-client-SKU", "MSAL.NetCore")).status()).isEqualTo(200);
    works(
      new Sdk(headers, false),
      "{\r\n  \"phoneNumber\": \"+1 2065555555\",\r\n  \"phoneType\": \"mobile\"\r\n}",
      "{\r\n  \"PhoneType\": \"Mobile\",\r\n  \"PhoneNumber\": \"+1 2065555554\"\r\n}",
      "?%24filter=phoneType+eq+'mobile'&%24select=Id%2CPhoneNumber".replace("'", "%27")
    );
  }

  @Test
  void python() {
    var headers = Map.of(
      "accept",
      "application/json",
      "sdkVersion",
      "graph-python/1.14.0, graph-python-core/1.1.8 (featureUsage=0x3; hostOS=Linux; runtimeEnvironment=Python/3.12.7;)",
      "client-request-id",
      "a8d4f1a9-1c3c-4b3d-b99a-40fdf1a4f1cb",
      "user-agent",
      "python-httpx/0.27.2 kiota-python/1.9.1",
      "accept-encoding",
      "gzip, deflate"
    );
    works(
      new Sdk(headers, false),
      "{\"phoneNumber\": \"+1 2065555555\", \"phoneType\": \"mobile\", " + TYPE + "}",
      "{\"phoneNumber\": \"+1 2065555554\", \"phoneType\": \"mobile\", " + TYPE + "}",
      ""
    );
  }

  @Test
  void askForAdvancedQueriesInTheirOwnCase() {
    var headers = Map.of("consistencylevel", "Eventual", "Prefer", "include-unknown-enum-members");
    var path = "/users?%24search=%22displayName%3Akim%22&%24count=true&%24orderby=displayName&%24select=id";

    assertThat(new Sdk(headers, false).send("GET", path, "").json().path("@odata.count").asInt()).isEqualTo(1);
  }
}
