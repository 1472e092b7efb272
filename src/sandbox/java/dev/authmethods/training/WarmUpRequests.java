package dev.authmethods.training;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests of every kind: the playground's examples, what succeeds, many users at once, and one without a token. */
final class WarmUpRequests {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int UNAUTHORIZED = 401;

  private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI gateway;
  private final URI control;
  private final List<WarmUpRequest> lessons;
  private final Map<String, String> tokens = new HashMap<>();

  WarmUpRequests(URI origin, URI control, Path examples) throws IOException {
    this.gateway = origin.resolve("/graphql");
    this.control = control;
    this.lessons = new ArrayList<>(examples(examples));
    this.lessons.addAll(WarmUpRequest.SUCCESSES);
    this.lessons.add(WarmUpRequest.manyUsers());
  }

  /** Asks everything once, of users as they were at first. */
  void teach() throws IOException {
    send(post("/reset"));
    for (var lesson : lessons) {
      expect(200, send(authorized(lesson)));
    }
    expect(UNAUTHORIZED, send(query(lessons.getFirst())));
  }

  private HttpRequest.Builder authorized(WarmUpRequest lesson) throws IOException {
    return query(lesson).header("Authorization", "Bearer " + token(lesson.persona()));
  }

  private HttpRequest.Builder query(WarmUpRequest lesson) {
    return HttpRequest.newBuilder(gateway)
      .header("Content-Type", "application/json")
      .POST(BodyPublishers.ofString(lesson.body()));
  }

  private String token(String persona) throws IOException {
    var known = tokens.get(persona);
    return known != null ? known : freshToken(persona);
  }

  private String freshToken(String persona) throws IOException {
    var answer = expect(200, send(post("/personas/" + persona + "/token")));
    var token = JSON.readTree(answer.body()).path("access_token").stringValue();
    tokens.put(persona, token);
    return token;
  }

  private HttpRequest.Builder post(String path) {
    return HttpRequest.newBuilder(URI.create(control + path)).POST(BodyPublishers.ofString("{}"));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** A gateway that refuses the requests would learn the wrong things. */
  private static HttpResponse<String> expect(int status, HttpResponse<String> answer) {
    if (answer.statusCode() != status) {
      throw new IllegalStateException(answer.uri() + " was answered with " + answer.statusCode());
    }
    return answer;
  }

  private static List<WarmUpRequest> examples(Path directory) throws IOException {
    var lessons = new ArrayList<WarmUpRequest>();
    for (var document : documents(directory)) {
      var about = JSON.readTree(Files.readString(beside(document)));
      lessons.add(lesson(about, Files.readString(document)));
    }
    return lessons;
  }

  private static List<Path> documents(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
        .filter(file -> file.toString().endsWith(".graphql"))
        .sorted()
        .toList();
    }
  }

  private static Path beside(Path document) {
    return document.resolveSibling(document.getFileName().toString().replace(".graphql", ".json"));
  }

  private static WarmUpRequest lesson(JsonNode about, String document) {
    return WarmUpRequest.of(about.path("persona").stringValue(), document, about.path("variables"));
  }
}
