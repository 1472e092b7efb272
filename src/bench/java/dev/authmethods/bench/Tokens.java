package dev.authmethods.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.authmethods.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import tools.jackson.databind.json.JsonMapper;

/** Access tokens of the sandbox's login. */
public final class Tokens {

  private Tokens() {}

  /** One of an Authentication Administrator. */
  public static String of(Sandbox login) {
    var control = login.control();
    try {
      var answer = Exchange.of(new InetSocketAddress(control.getHost(), control.getPort()), request(control));
      return new JsonMapper().readTree(answer.body()).path("access_token").stringValue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] request(URI control) {
    return """
    POST %s/personas/auth-admin/token HTTP/1.1\r
    Host: %s\r
    Content-Length: 0\r
    \r
    """
      .formatted(control.getPath(), control.getAuthority())
      .getBytes(US_ASCII);
  }
}
