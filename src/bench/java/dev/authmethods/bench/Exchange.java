package dev.authmethods.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** One request and its answer, on a connection of their own. */
final class Exchange {

  private Exchange() {}

  static Message of(SocketAddress address, byte[] request) throws IOException {
    try (var channel = SocketChannel.open(address)) {
      channel.write(ByteBuffer.wrap(request));
      var inbox = new Inbox();
      while (inbox.fill(channel)) {
        var answer = inbox.take();
        if (answer != null) {
          return answer;
        }
      }
      throw new EOFException("The connection was closed before the answer was there");
    }
  }
}
