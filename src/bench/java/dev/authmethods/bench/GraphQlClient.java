package dev.authmethods.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** A client as front ends are: it keeps its connections, gives each request five seconds, and repeats nothing by itself. */
final class GraphQlClient implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(35);

  private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI endpoint;
  private final String token;
  private final Consumer<String> complaints;

  /** Takes also somebody who is told of every answer that is no result. */
  GraphQlClient(URI endpoint, String token, Consumer<String> complaints) {
    this.endpoint = endpoint;
    this.token = token;
    this.complaints = complaints;
  }

  Reply change(PhoneChange change, String key) {
    try {
      var answer = send(change.document(key));
      var reply = Reply.of(answer.status(), answer.body());
      if (reply == Reply.WRONG || reply == Reply.REFUSED) {
        complaints.accept(change + ": " + answer);
      }
      return reply;
    } catch (IOException _) {
      return Reply.CUT;
    }
  }

  /** Whether the user has the number that a change gives. */
  boolean isMade(PhoneChange change) throws IOException {
    var answer = send(change.look());
    if (answer.status() != 200 || answer.body().has("errors")) {
      throw new IOException(answer.toString());
    }
    return answer
      .body()
      .path("data")
      .path("user")
      .path("phoneMethods")
      .findValuesAsString("phoneNumber")
      .stream()
      .anyMatch(number -> number.endsWith(change.end()));
  }

  private record Answer(int status, JsonNode body) {}

  private Answer send(Map<String, Object> document) throws IOException {
    var request = HttpRequest.newBuilder(endpoint)
      .timeout(PATIENCE)
      .header("Authorization", "Bearer " + token)
      .header("Content-Type", "application/json")
      .header("Accept", "application/json")
      .header("Request-Timeout", "5")
      .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(document)))
      .build();
    try {
      var answer = http.send(request, BodyHandlers.ofString());
      return new Answer(answer.statusCode(), json(answer.body()));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** HAProxy's own answers are none. */
  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (JacksonException _) {
      return MissingNode.getInstance();
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
