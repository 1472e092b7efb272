package dev.authmethods.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Everything at its limit at once fits into the heap that ships, and the documentation says what that is. */
class MemoryBoundsTests {

  private static final String API = "dev.authmethods.gateway.api.";
  private static final String ENTRA = "dev.authmethods.gateway.entra.";
  private static final long MEGABYTE = 1024L * 1024;

  /** What a full collection leaves of a gateway that has been started and has answered. Measured: 35 to 44. */
  private static final long STARTED = 44 * MEGABYTE;

  /**
   * A channel, its handlers and its codec, without TLS. Measured, as the heap after a full collection with 700 connections and
   * without: 2.8 KB each before the first request, 7.4 to 7.7 KB after it.
   */
  private static final long CONNECTION = 8 * 1024;

  /**
   * A key, what became of it, and the entry. Measured, as the heap after a full collection with 2,500 to 4,000 keys more: 860 to 930
   * bytes each. Not measured: a name of a user may have 96 characters more, and is there twice.
   */
  private static final long IDEMPOTENCY_KEY = 1_152;

  /** Of a copy of what is usual. */
  private static final int COPIES = 3;

  private static long constant(String type, String name) {
    try {
      var field = Class.forName(type).getDeclaredField(name);
      field.setAccessible(true);
      return ((Number) field.get(null)).longValue();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  /** Of the settings as they are when nobody sets them. */
  private static long setting(String type, String name) {
    var metadata = source(type);
    var value = Pattern.compile("@DefaultValue\\(\"(\\d+)\"\\) int " + name + "\\b").matcher(metadata);
    assertThat(value.find()).as("%s.%s", type, name).isTrue();
    return Long.parseLong(value.group(1));
  }

  private static String source(String type) {
    try {
      return Files.readString(Path.of("src/main/java/" + type.replace('.', '/') + ".java"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Map<String, Long> bounds() {
    var connections = setting(API + "connection.ConnectionSettings", "max");
    var requests = setting(API + "ApiSettings", "maxRequestsInFlight");
    var calls =
      setting(ENTRA + "EntraSettings", "maxConcurrentReads") + setting(ENTRA + "EntraSettings", "maxConcurrentWrites");
    var bounds = new LinkedHashMap<String, Long>();
    bounds.put("The gateway itself", STARTED);
    bounds.put("Connections", connections * (CONNECTION + constant(API + "connection.ConnectionMemory", "FREE_BYTES")));
    bounds.put("Heads of requests", constant(API + "connection.ConnectionPipeline", "HEADS_BYTES"));
    bounds.put("Usual requests", requests * constant(API + "request.RequestMemory", "FREE_BYTES"));
    bounds.put("Larger requests", constant(API + "http.GraphQlEndpoint", "REQUESTS_BYTES"));
    bounds.put(
      "Usual answers of Microsoft Graph",
      calls * COPIES * constant(ENTRA + "http.ResponseMemory", "FREE_BYTES")
    );
    bounds.put("Larger answers of Microsoft Graph", constant(ENTRA + "http.ResponseMemory", "ALL_BYTES"));
    bounds.put(
      "Answers of the login",
      setting(ENTRA + "EntraSettings", "maxConcurrentTokens") *
        constant(ENTRA + "call.EntraConfiguration", "LOGIN_BYTES")
    );
    bounds.put("Callers", constant("dev.authmethods.gateway.access.security.CallerCache", "MAX_BYTES"));
    bounds.put("Tokens for Microsoft Graph", constant(ENTRA + "token.UpstreamTokens", "MAX_BYTES"));
    bounds.put("Documents", constant(API + "document.DocumentCache", "MAX_BYTES"));
    bounds.put(
      "Idempotency keys",
      setting("dev.authmethods.gateway.idempotency.IdempotencySettings", "maxEntries") * IDEMPOTENCY_KEY
    );
    return bounds;
  }

  private static long heap() throws IOException {
    var size = Pattern.compile("-Xmx(\\d+)m").matcher(Files.readString(Path.of("src/main/launch/gateway.args")));
    assertThat(size.find()).isTrue();
    return Long.parseLong(size.group(1)) * MEGABYTE;
  }

  @Test
  void togetherFitIntoTheHeap() throws IOException {
    var sum = bounds().values().stream().mapToLong(Long::longValue).sum();
    // One of the two survivor spaces is always empty: a fifteenth of the heap, with SurvivorRatio=3.
    assertThat(sum).isLessThan(heap() - heap() / 15);
  }

  @Test
  void areInTheDocumentation() throws IOException {
    var documentation = Files.readString(Path.of("src/docs/operating.md"));
    bounds().forEach((name, bytes) -> {
      var row = Pattern.compile("\\| " + Pattern.quote(name) + " +\\|.*\\| +" + bytes / MEGABYTE + " MB +\\|");
      assertThat(row.matcher(documentation).find())
        .as("%s: %d MB", name, bytes / MEGABYTE)
        .isTrue();
    });
  }
}
