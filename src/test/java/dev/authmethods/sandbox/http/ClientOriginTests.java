package dev.authmethods.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.sandbox.fixtures.Answer;
import dev.authmethods.sandbox.fixtures.LocalEntra;
import dev.authmethods.sandbox.fixtures.Phones;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Microsoft Graph is there over TLS and over plain http at one port, and every address it gives is one the client can use. */
class ClientOriginTests {

  @RegisterExtension
  static final LocalEntra entra = new LocalEntra();

  static final String ADMIN = "privileged-auth-admin";

  private static String root(String origin) {
    return origin + ":" + entra.sandbox().graphEndpoint().getPort() + "/v1.0";
  }

  private static Answer call(String method, String address, String body) {
    return entra.call(method, address, body, Map.of("Authorization", "Bearer " + entra.graphToken(ADMIN)));
  }

  @ParameterizedTest
  @ValueSource(strings = { "http://localhost", "https://localhost", "http://127.0.0.1", "https://127.0.0.1" })
  void isKeptInTheLinkToTheNextPage(String origin) {
    var first = call("GET", root(origin) + "/users?$top=5", "").json();
    var link = first.path("@odata.nextLink").asString();

    assertThat(first.path("@odata.context").asString()).isEqualTo(root(origin) + "/$metadata#users");
    assertThat(link).startsWith(root(origin) + "/users?");
    assertThat(call("GET", link.replace("$", "%24"), "").values("id")).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(strings = { "http://localhost", "https://localhost", "https://127.0.0.1" })
  void isKeptInTheAddressOfWhatWasCreated(String origin) {
    var users = root(origin) + "/users";
    var created = call(
      "POST",
      users + "/kim@contoso.com/authentication/phoneMethods",
      Phones.phone("mobile", "+1 2065550199")
    );

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.json().path("@odata.context").asString()).isEqualTo(
      root(origin) + "/$metadata#users('10000000-0000-4000-8000-000000000001')/authentication/phoneMethods/$entity"
    );
    assertThat(created.header("Location")).startsWith(users + "('10000000-0000-4000-8000-000000000001')");
    var followed = URI.create(created.header("Location").replace("'", "%27"));
    assertThat(call("GET", followed.toString(), "").json().path("phoneNumber").asString()).isEqualTo("+1 2065550199");
  }

  @ParameterizedTest
  @ValueSource(strings = { "http://localhost", "https://localhost" })
  void isKeptInsideABatch(String origin) {
    var batch = "{\"requests\":[{\"id\":\"1\",\"method\":\"GET\",\"url\":\"/users?$top=1\"}]}";

    var answer = call("POST", root(origin) + "/$batch", batch);

    assertThat(answer.json().at("/responses/0/body/@odata.nextLink").asString()).startsWith(root(origin) + "/users?");
  }
}
