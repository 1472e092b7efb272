package dev.authmethods.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** A POST whose caller waits, and goes away when this is closed. */
final class WaitingCall implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 200;

  private final Socket socket;

  private WaitingCall(Socket socket) {
    this.socket = socket;
  }

  static WaitingCall start(LocalEntra entra, String path, String body) {
    return start(entra.sandbox(), entra.graphToken("privileged-auth-admin"), path, body);
  }

  static WaitingCall start(Sandbox sandbox, String token, String path, String body) {
    try {
      var socket = new Socket(InetAddress.getLoopbackAddress(), sandbox.graphEndpoint().getPort());
      socket.setSoTimeout(PATIENCE_MILLIS);
      var head = "POST /v1.0" + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token;
      var request = head + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new WaitingCall(socket);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  /** Whether there is no answer yet, and the connection still open. */
  boolean isUnanswered() {
    try {
      var _ = socket.getInputStream().read();
      return false;
    } catch (SocketTimeoutException _) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }
}
