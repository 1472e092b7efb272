package dev.authmethods.sandbox.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.sandbox.fixtures.Answer;
import dev.authmethods.sandbox.fixtures.LocalEntra;
import dev.authmethods.sandbox.fixtures.Phones;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Microsoft Graph: Combine multiple HTTP requests using JSON batching. */
class BatchTests {

  @RegisterExtension
  static final LocalEntra entra = new LocalEntra();

  static final String GET_KIM = "{\"id\":\"1\",\"method\":\"GET\",\"url\":\"/users/kim@contoso.com\"}";

  static Answer batch(String... requests) {
    var body = "{\"requests\":[" + String.join(",", requests) + "]}";
    return entra.post("privileged-auth-admin", "/%24batch", body);
  }

  static JsonNode response(Answer answer, String id) {
    return answer
      .json()
      .path("responses")
      .valueStream()
      .filter(response -> response.path("id").asString().equals(id))
      .findFirst()
      .orElseThrow();
  }

  @Test
  void answersEachItemByItself() {
    var missing = "{\"id\":\"2\",\"method\":\"GET\",\"url\":\"users/nobody/authentication/phoneMethods\"}";

    var answer = batch(GET_KIM, missing);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(response(answer, "1").at("/body/userPrincipalName").asString()).isEqualTo("kim@contoso.com");
    assertThat(response(answer, "2").path("status").asInt()).isEqualTo(404);
    assertThat(response(answer, "2").at("/body/error/code").asString()).isEqualTo("resourceNotFound");
  }

  @Test
  void answersInAnotherOrder() {
    var second = GET_KIM.replace("\"1\"", "\"2\"");

    assertThat(batch(GET_KIM, second).json().at("/responses/0/id").asString()).isEqualTo("2");
  }

  @Test
  void authorizesEachItem() {
    var body =
      "{\"requests\":[" + GET_KIM + ",{\"id\":\"2\",\"method\":\"GET\",\"url\":\"" + Phones.of("megan") + "\"}]}";

    var answer = entra.post("user", "/$batch", body);

    assertThat(response(answer, "1").path("status").asInt()).isEqualTo(200);
    assertThat(response(answer, "2").path("status").asInt()).isEqualTo(403);
  }

  @Test
  void carriesWrites() {
    var write =
      "{\"id\":\"w\",\"method\":\"POST\",\"url\":\"" +
      Phones.of("adele") +
      "\",\"headers\":{\"content-type\":\"application/json\"},\"body\":" +
      Phones.phone("mobile", "+1 2065550199") +
      "}";

    assertThat(response(batch(write), "w").path("status").asInt()).isEqualTo(201);
  }

  @Test
  void takesIdsThatAreNumbers() {
    var first = GET_KIM.replace("\"1\"", "1");
    var second = "{\"Id\":2,\"Method\":\"get\",\"Url\":\"/me\",\"DependsOn\":[1]}";

    var answer = batch(first, second);

    assertThat(response(answer, "1").path("status").asInt()).isEqualTo(200);
    assertThat(response(answer, "2").path("status").asInt()).isEqualTo(200);
  }

  @Test
  void takesWhatIsNullAsNotSaid() {
    var item = GET_KIM.replace("}", ",\"headers\":null,\"body\":null,\"dependsOn\":null}");

    assertThat(response(batch(item), "1").path("status").asInt()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({ "true, 201", "false, 400" })
  void takesBodiesInBase64(boolean encoded, int status) {
    var phone = Phones.phone("mobile", "+1 2065550199");
    var body = encoded ? Base64.getUrlEncoder().encodeToString(phone.getBytes(StandardCharsets.UTF_8)) : "a phone";
    var write =
      "{\"id\":\"w\",\"method\":\"POST\",\"url\":\"" +
      Phones.of("adele") +
      "\",\"headers\":{\"Content-Type\":\"application/json\"},\"body\":\"" +
      body +
      "\"}";

    assertThat(response(batch(write), "w").path("status").asInt()).isEqualTo(status);
  }

  @Nested
  class Malformed {

    @ParameterizedTest
    @ValueSource(
      strings = {
        "{\"id\":\"1\",\"method\":\"GET\"}",
        "{\"method\":\"GET\",\"url\":\"/me\"}",
        "{\"id\":\"1\",\"url\":\"/me\"}",
        "{\"id\":\"1\",\"method\":\"POST\",\"url\":\"/me\"}",
        "{\"id\":\"1\",\"method\":\"POST\",\"url\":\"/me\",\"body\":{}}",
        "{\"id\":\"1\",\"method\":\"GET\",\"url\":\"/me\",\"dependsOn\":[\"9\"]}",
        "{\"id\":\"1\",\"method\":\"GET\",\"url\":\"/me\",\"dependsOn\":[\"1\"]}",
      }
    )
    void itemsSpoilTheBatch(String item) {
      assertThat(batch(item).status()).isEqualTo(400);
    }

    @Test
    void idsAreThoseThatDifferOnlyInCase() {
      assertThat(batch(GET_KIM.replace("\"1\"", "\"a\""), GET_KIM.replace("\"1\"", "\"A\"")).status()).isEqualTo(400);
    }

    @Test
    void batchesHoldNoneOrMoreThanTwenty() {
      var items = IntStream.rangeClosed(1, 21).mapToObj(id -> GET_KIM.replace("\"1\"", "\"" + id + "\""));

      assertThat(batch(items.toArray(String[]::new)).status()).isEqualTo(400);
      assertThat(batch().status()).isEqualTo(400);
      assertThat(entra.post("user", "/$batch", "{").status()).isEqualTo(400);
    }
  }

  @Nested
  class Dependencies {

    @Test
    void runFirst() {
      var dependent = "{\"id\":\"2\",\"method\":\"GET\",\"url\":\"/me\",\"dependsOn\":[\"1\"]}";

      assertThat(response(batch(dependent, GET_KIM), "2").path("status").asInt()).isEqualTo(200);
    }

    @Test
    void failWhatDependsOnThem() {
      var missing = "{\"id\":\"1\",\"method\":\"GET\",\"url\":\"/users/nobody\"}";
      var dependent = "{\"id\":\"2\",\"method\":\"GET\",\"url\":\"/me\",\"dependsOn\":[\"1\"]}";

      assertThat(response(batch(missing, dependent), "2").path("status").asInt()).isEqualTo(424);
    }
  }

  @Nested
  class Faults {

    @Test
    void befallSingleItems() {
      entra.control("POST", "/faults", "{\"match\":{\"path\":\"/users/kim\"},\"status\":429,\"retryAfter\":0.25}");

      var answer = batch(GET_KIM, GET_KIM.replace("\"1\"", "\"2\""));

      assertThat(answer.status()).isEqualTo(200);
      assertThat(response(answer, "1").path("status").asInt()).isEqualTo(429);
      assertThat(response(answer, "1").at("/headers/Retry-After").asString()).isEqualTo("0.25");
      assertThat(response(answer, "2").path("status").asInt()).isEqualTo(200);
    }

    @Test
    void befallTheWholeBatchByItsOwnPath() {
      entra.control("POST", "/faults", "{\"match\":{\"path\":\"batch\"},\"status\":503}");

      assertThat(batch(GET_KIM).status()).isEqualTo(503);
    }
  }

  @Test
  void isLoggedWithItsItems() {
    batch(GET_KIM);

    var entry = entra.control("GET", "/requests", "").json().path(0);
    assertThat(entry.path("path").asString()).isEqualTo("/v1.0/%24batch");
    assertThat(entry.at("/items/0/method").asString()).isEqualTo("GET");
    assertThat(entry.at("/items/0/path").asString()).isEqualTo("/users/kim@contoso.com");
    assertThat(entry.at("/items/0/status").asInt()).isEqualTo(200);
  }
}
