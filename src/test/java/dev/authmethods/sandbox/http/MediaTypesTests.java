package dev.authmethods.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.sandbox.fixtures.Answer;
import dev.authmethods.sandbox.fixtures.LocalEntra;
import dev.authmethods.sandbox.fixtures.Phones;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Microsoft Graph reads and writes JSON, of the type that the address has. */
class MediaTypesTests {

  @RegisterExtension
  static final LocalEntra entra = new LocalEntra();

  static final String ADMIN = "privileged-auth-admin";

  private static Answer add(String contentType) {
    var token = Map.of("Authorization", "Bearer " + entra.graphToken(ADMIN));
    var address = URI.create(entra.sandbox().graphEndpoint() + Phones.of("kim"));
    var body = Phones.phone("mobile", "+1 2065550199").getBytes(StandardCharsets.UTF_8);
    var headers = contentType.isEmpty() ? token : LocalEntra.with(token, Map.of("Content-Type", contentType));
    return entra.send("POST", address, body, headers);
  }

  @ParameterizedTest
  @ValueSource(
    strings = { "application/json", "application/json; charset=utf-8", "Application/JSON;odata.metadata=minimal" }
  )
  void takeJson(String type) {
    assertThat(add(type).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource({
    "'', must contain the Content-Type",
    "text/plain, only allows writes with a JSON",
    "application/x-www-form-urlencoded, only allows writes with a JSON",
    "application/xml, only allows writes with a JSON",
  })
  void refuseOtherBodies(String type, String reason) {
    var answer = add(type);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains(reason);
    assertThat(entra.phones("kim")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
    delimiter = '|',
    value = {
      "application/json | 200",
      "application/json;odata.metadata=none | 200",
      "*/* | 200",
      "text/html, application/*;q=0.5 | 200",
      "application/xml | 406",
      "text/plain | 406",
      "application/json;q=0, text/html | 406",
    }
  )
  void answerInJson(String accept, int status) {
    var headers = Map.of("Authorization", "Bearer " + entra.graphToken(ADMIN), "Accept", accept);

    assertThat(entra.call("GET", entra.sandbox().graphEndpoint() + "/me", "", headers).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({ "application/json;odata.metadata=none, none", "application/json; odata.metadata=minimal, minimal" })
  void carryAsMuchControlInformationAsIsAccepted(String accept, String level) {
    var headers = Map.of("Authorization", "Bearer " + entra.graphToken(ADMIN), "Accept", accept);
    var methods = entra.sandbox().graphEndpoint() + "/users/miriam@contoso.com/authentication/methods";
    var users = entra.sandbox().graphEndpoint() + "/users?%24top=1";

    var answer = entra.call("GET", methods, "", headers);
    var page = entra.call("GET", users, "", headers);

    assertThat(answer.header("Content-Type")).contains("odata.metadata=" + level);
    assertThat(answer.json().has("@odata.context")).isEqualTo(level.equals("minimal"));
    assertThat(answer.json().at("/value/0").has("@odata.type")).isEqualTo(level.equals("minimal"));
    assertThat(page.json().has("@odata.nextLink")).isTrue();
  }

  @Test
  void takeATypeThatIsNull() {
    var body = "{\"@odata.type\":null,\"phoneType\":\"mobile\",\"phoneNumber\":\"+1 2065550199\"}";

    assertThat(entra.post(ADMIN, Phones.of("kim"), body).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(
    strings = {
      "{\"@odata.type\":\"#microsoft.graph.emailAuthenticationMethod\",\"phoneType\":\"mobile\",\"phoneNumber\":\"+1 2065550199\"}",
      "{\"@odata.type\":\"#bogus\",\"phoneType\":\"mobile\",\"phoneNumber\":\"+1 2065550199\"}",
      "{\"phoneType\":\"mobile\",\"phoneNumber\":\"+1 2065550199\",\"shoeSize\":44}",
    }
  )
  void refuseWhatIsOfAnotherType(String body) {
    assertThat(entra.post(ADMIN, Phones.of("kim"), body).status()).isEqualTo(400);
    assertThat(entra.phones("kim")).isEmpty();
  }

  @Test
  void areTheSameAtTheTokenEndpoint() {
    var type = Map.of("Content-Type", "application/json");

    assertThat(entra.clientCredentials(Map.of()).header("Content-Type")).startsWith("application/json");
    assertThat(entra.clientCredentials(Map.of("client_secret", "x")).header("Content-Type")).startsWith(
      "application/json"
    );
    assertThat(entra.token(entra.sandbox().tenantId(), entra.client(), type).number()).isEqualTo(900144);
  }
}
