package dev.authmethods.truth;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.authmethods.gateway.fixtures.Gateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client that goes away, and when.
 *
 * @param part    how much of the request it sends, up to 1 for all of it
 * @param patience how long it then waits
 * @param abrupt  whether it resets the connection, as one that crashes
 */
record Hangup(double part, Duration patience, boolean abrupt) {
  private static final JsonMapper JSON = new JsonMapper();

  /**
   * One at random.
   *
   * @param usual how long a mutation usually takes: most moments are about then, some much later
   */
  static Hangup drawn(Random random, Duration usual) {
    var part = random.nextInt(10) == 0 ? random.nextDouble() : 1;
    var longest = List.of(0.5, 2.0, 3.0, 4.0, 6.0, 10.0, 20.0, 60.0).get(random.nextInt(8)) * usual.toNanos();
    return new Hangup(part, Duration.ofNanos(random.nextLong((long) longest)), random.nextBoolean());
  }

  /** One that has sent all of its request, and does not wait long. */
  static Hangup early(Random random, Duration usual) {
    return new Hangup(1, usual.plusNanos(random.nextLong(3 * usual.toNanos())), random.nextBoolean());
  }

  /** Sends a document with its input, and goes away; the moment of that. */
  Instant on(Gateway gateway, String token, String document, Map<String, ?> input) {
    var request = request(gateway, token, JSON.writeValueAsString(Map.of("query", document, "variables", input)));
    try (var client = new Socket("localhost", gateway.origin().getPort())) {
      client.getOutputStream().write(request, 0, (int) (request.length * part));
      client.getOutputStream().flush();
      // Precisely so long: whatever happens meanwhile, and that is the point.
      LockSupport.parkNanos(patience.toNanos());
      client.setSoLinger(abrupt, 0);
      return Instant.now();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] request(Gateway gateway, String token, String body) {
    var lines = List.of(
      "POST /graphql HTTP/1.1",
      "Host: " + gateway.origin().getAuthority(),
      "Authorization: Bearer " + token,
      "Content-Type: application/json",
      "Content-Length: " + body.getBytes(UTF_8).length,
      "",
      body
    );
    return String.join("\r\n", lines).getBytes(UTF_8);
  }
}
