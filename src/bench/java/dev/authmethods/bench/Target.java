package dev.authmethods.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * A GraphQL endpoint that is measured.
 *
 * @param documents the bodies of requests where they differ from ours, by the names of scenarios
 */
record Target(String name, URI endpoint, String token, Map<String, String> documents) {
  private static final JsonMapper JSON = new JsonMapper();

  InetSocketAddress address() {
    return new InetSocketAddress(endpoint.getHost(), endpoint.getPort() < 0 ? 80 : endpoint.getPort());
  }

  byte[] request(Scenario scenario) {
    var own = documents.get(scenario.name());
    return own == null ? request(scenario.document()) : request(own);
  }

  byte[] request(Map<String, Object> document) {
    return request(JSON.writeValueAsString(document));
  }

  private byte[] request(String body) {
    var head = """
    POST %s HTTP/1.1\r
    Host: %s\r
    Authorization: Bearer %s\r
    Content-Type: application/json\r
    Accept: application/json\r
    Content-Length: %d\r
    \r
    """.formatted(endpoint.getRawPath(), endpoint.getAuthority(), token, body.getBytes(UTF_8).length);
    return (head + body).getBytes(UTF_8);
  }
}
