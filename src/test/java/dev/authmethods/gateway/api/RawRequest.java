package dev.authmethods.gateway.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.authmethods.gateway.fixtures.Gateway;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The bytes of a request, for a client that does not wait for its answer. */
public final class RawRequest {

  private RawRequest() {}

  public static byte[] of(Gateway gateway, String token, String document) {
    var body = new JsonMapper().writeValueAsString(Map.of("query", document));
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
