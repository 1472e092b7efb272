package dev.authmethods.gateway.entra.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.authmethods.gateway.entra.Entra;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.entra.Json;
import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.entra.Resource;
import dev.authmethods.gateway.entra.Service;
import dev.authmethods.gateway.entra.guard.ThrottlePressure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

class BatchTests {

  private static final Resource<String, String> NAME = new Resource<>(
    "names",
    Service.DIRECTORY,
    _ -> Entra.USERS,
    key -> "/users/" + key + "?$select=name",
    (key, in) -> key + " is " + name(in)
  );

  private final ThrottlePressure pressure = new ThrottlePressure(() -> 0);
  private final Batch<String, String> batch = new Batch<>(List.of("a", "b", "c"), NAME, pressure);

  private static String name(JsonParser in) {
    String found = null;
    Json.enterObject(in);
    for (var name = Json.nextProperty(in); name != null; name = Json.nextProperty(in)) {
      if (name.equals("name")) {
        found = Json.text(in);
      } else {
        in.skipChildren();
      }
    }
    return Json.understood(found);
  }

  private Map<String, LookupResult<String>> read(String... items) {
    return readAll("{\"responses\": [" + String.join(",", items) + "]}");
  }

  private Map<String, LookupResult<String>> readAll(String json) {
    return Json.read(json.getBytes(StandardCharsets.UTF_8), batch::read);
  }

  private static String named(int id, String name) {
    return "{\"id\": \"%d\", \"status\": 200, \"headers\": {}, \"body\": {\"name\": \"%s\"}}".formatted(id, name);
  }

  private static EntraFailure failure(Map<String, LookupResult<String>> answers, String key) {
    return ((LookupResult.Failed<String>) Objects.requireNonNull(answers.get(key))).failure();
  }

  private static void assertNoAnswer(Map<String, LookupResult<String>> answers, String key) {
    assertThat(failure(answers, key)).isInstanceOf(EntraFailure.Unavailable.class);
  }

  @Test
  void isWrittenInOneObject() {
    var request = batch.request();
    var sent = StandardCharsets.UTF_8.decode(Objects.requireNonNull(request.body())).toString();
    var items = new JsonMapper().readTree(sent).path("requests");
    assertThat(request.path()).isEqualTo("/$batch");
    assertThat(request.cost().units()).isEqualTo(3);
    assertThat(items).hasSize(3);
    assertThat(items.get(1).toString()).isEqualTo(
      "{\"id\":\"1\",\"method\":\"GET\",\"url\":\"/users/b?$select=name\"}"
    );
  }

  @Nested
  class Answers {

    @Test
    void mayComeInAnyOrder() {
      var answers = read(named(2, "C"), named(0, "A"), named(1, "B"));
      assertThat(answers.keySet()).containsExactly("a", "b", "c");
      assertThat(answers.values()).extracting(LookupResult::orThrow).containsExactly("a is A", "b is B", "c is C");
    }

    @Test
    void mayHaveTheirPropertiesInAnyOrder() {
      var answers = read(
        "{\"body\": {\"name\": \"A\", \"more\": [{}]}, \"status\": 200, \"id\": \"0\"}",
        "{\"status\": 404, \"body\": {\"error\": {\"code\": \"gone\"}}, \"extra\": {\"a\": [1]}, \"id\": \"1\"}",
        named(2, "C")
      );
      assertThat(answers.get("a")).isEqualTo(new LookupResult.Found<>("a is A"));
      assertThat(((EntraFailure.Refused) failure(answers, "b")).code()).isEqualTo("gone");
      assertThat(answers.get("c")).isEqualTo(new LookupResult.Found<>("c is C"));
    }

    @Test
    void mayCarryTheirIdsAsNumbers() {
      var answers = read("{\"id\": 1, \"status\": \"200\", \"body\": {\"name\": \"B\"}}");
      assertThat(answers.get("b")).isEqualTo(new LookupResult.Found<>("b is B"));
    }

    @Test
    void countOnce() {
      var answers = read(named(0, "A"), named(0, "somebody else"));
      assertThat(answers.get("a")).isEqualTo(new LookupResult.Found<>("a is A"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "\"7\"", "\"\"", "null", "\"a\"", "{}", "-1", "\"00\"" })
    void toNobodyAreIgnored(String id) {
      var answers = read("{\"id\": %s, \"status\": 200, \"body\": {\"name\": \"X\"}}".formatted(id), named(2, "C"));
      assertNoAnswer(answers, "a");
      assertNoAnswer(answers, "b");
      assertThat(answers.get("c")).isEqualTo(new LookupResult.Found<>("c is C"));
    }

    @Test
    void mayBeMissing() {
      assertThat(read().keySet()).containsExactly("a", "b", "c");
      assertNoAnswer(read(named(0, "A")), "b");
    }
  }

  @Nested
  class AnItemThatMakesNoSense {

    @ParameterizedTest
    @ValueSource(
      strings = {
        "\"body\": {}",
        "\"body\": null",
        "\"body\": [[{\"name\": \"B\"}]]",
        "\"body\": \"<html></html>\"",
        "\"body\": {\"name\": {\"name\": [\"B\", {}]}, \"more\": {}}",
        "\"headers\": [], \"body\": 7",
        "\"headers\": \"none\"",
      }
    )
    void leavesTheOthersAlone(String rest) {
      var answers = read(named(0, "A"), "{\"id\": \"1\", \"status\": 200, %s}".formatted(rest), named(2, "C"));
      assertThat(answers.get("a")).isEqualTo(new LookupResult.Found<>("a is A"));
      assertNoAnswer(answers, "b");
      assertThat(answers.get("c")).isEqualTo(new LookupResult.Found<>("c is C"));
    }

    @ParameterizedTest
    @ValueSource(
      strings = {
        "{\"id\": \"1\"}",
        "{\"id\": \"1\", \"status\": {}, \"body\": {\"name\": \"B\"}}",
        "{\"id\": \"1\", \"status\": 302}",
      }
    )
    void isNotASuccess(String item) {
      assertNoAnswer(read(item), "b");
    }
  }

  @Nested
  class GraphFailures {

    @Test
    void carryTheCodeAndTheIdOfTheRequest() {
      var item = """
      {"id": "0", "status": 403, "headers": {"REQUEST-ID": "r1", "x": ["y"]},
       "body": {"error": {"innerError": {"code": "inner"}, "code": "accessDenied", "message": "kim@contoso.com"}}}
      """;
      var refused = (EntraFailure.Refused) failure(read(item), "a");
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.code()).isEqualTo("accessDenied");
      assertThat(refused.requestId()).isEqualTo("r1");
    }

    @ParameterizedTest
    @ValueSource(strings = { "\"retry-after\": \"2.128\"", "\"Retry-After\": 2.128" })
    void sayHowLongToWait(String header) {
      var throttled = failure(read("{\"id\": \"0\", \"status\": 429, \"headers\": {%s}}".formatted(header)), "a");
      assertThat(throttled).isInstanceOf(EntraFailure.Throttled.class);
      assertThat(throttled.retryAfter()).isEqualTo(Duration.ofMillis(2_128));
    }

    @Test
    void mayReportHowNearTheLimitIs() {
      read("{\"id\": \"0\", \"status\": 404, \"headers\": {\"x-ms-throttle-limit-percentage\": \"1.3\"}}");
      assertThat(pressure.hold()).isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = { "{}", "[]", "7", "{\"responses\": {}}", "{\"responses\": [7]}" })
  void isNotUnderstoodWithoutItsAnswers(String json) {
    assertThatThrownBy(() -> readAll(json)).isInstanceOf(Json.NotUnderstood.class);
  }

  @ParameterizedTest
  @ValueSource(strings = { "", "{\"responses\": [{\"id\": \"0\", \"status\": 200, \"body\": {\"name\": \"A\"" })
  void isNotUnderstoodInPart(String json) {
    assertThatThrownBy(() -> readAll(json)).isInstanceOfAny(Json.NotUnderstood.class, JacksonException.class);
  }
}
