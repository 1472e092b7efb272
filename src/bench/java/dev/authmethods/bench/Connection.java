package dev.authmethods.bench;

import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** One end of a connection that a selector watches: nothing here waits. */
final class Connection implements AutoCloseable {

  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final SocketChannel channel;
  private final SelectionKey key;
  private final Inbox inbox = new Inbox();
  private ByteBuffer unsent = NOTHING;

  private Connection(SocketChannel channel, Selector selector) throws IOException {
    this.channel = channel;
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    this.key = channel.register(selector, SelectionKey.OP_READ, this);
  }

  static Connection to(SocketAddress address, Selector selector) throws IOException {
    return new Connection(SocketChannel.open(address), selector);
  }

  static Connection accepted(SocketChannel channel, Selector selector) throws IOException {
    return new Connection(channel, selector);
  }

  /** Sends what the network takes now, the rest when {@link #proceed} is called; one message at a time. */
  void send(ByteBuffer message) throws IOException {
    unsent = message;
    flush();
  }

  /** Goes on with sending and receiving; false when the other end has closed. */
  boolean proceed() throws IOException {
    if (key.isWritable()) {
      flush();
    }
    return !key.isReadable() || inbox.fill(channel);
  }

  private void flush() throws IOException {
    channel.write(unsent);
    var wanted = unsent.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ;
    if (key.interestOps() != wanted) {
      key.interestOps(wanted);
    }
  }

  /** The next message that has come in as a whole. */
  @Nullable
  Message take() {
    return inbox.take();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
