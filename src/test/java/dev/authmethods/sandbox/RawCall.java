package dev.authmethods.sandbox;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;

/** A call without a body, written line by line. */
final class RawCall {

  private static final int PATIENCE_MILLIS = 20_000;

  private RawCall() {}

  /** Sends a request line and headers, and gives the status of the answer. */
  static int status(int port, String request, String... headers) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      var head = request + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(US_ASCII));
      var line = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII)).readLine();
      return Integer.parseInt(line.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }
}
