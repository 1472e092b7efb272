package dev.authmethods.bench;

import dev.authmethods.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The controls of the sandbox, and the changes that it really made. */
final class SandboxWrites {

  private static final JsonMapper JSON = new JsonMapper();
  private final Sandbox sandbox;
  private final HttpClient http = HttpClient.newHttpClient();

  SandboxWrites(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  /** Everybody has the phones of the seed, and writes are answered late. */
  void begin() {
    ask("POST", "/reset", "");
    for (var method : List.of("POST", "PATCH", "PUT")) {
      // Many writes are under way at each moment, which were made and are not answered yet.
      var slow = """
      {"match": {"method": "%s", "path": "/phoneMethods"}, "delayMs": 150, "times": 10000}""".formatted(method);
      ask("POST", "/faults", slow);
    }
  }

  /** The changes that were made, as the sandbox tells them, by user, in their order. */
  Map<String, List<String>> byUser() {
    var writes = new HashMap<String, List<String>>();
    JSON.readTree(ask("GET", "/writes", ""))
      .valueStream()
      .forEach(write ->
        writes.computeIfAbsent(write.path("user").stringValue(), _ -> new ArrayList<>()).add(write.toString())
      );
    return writes;
  }

  private String ask(String method, String path, String body) {
    var request = HttpRequest.newBuilder(URI.create(sandbox.control() + path))
      .method(method, HttpRequest.BodyPublishers.ofString(body))
      .build();
    try {
      var answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() / 100 != 2) {
        throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
