package dev.authmethods.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What has come in on one connection, cut into messages: by their length, or by the lengths of their chunks. */
final class Inbox {

  private static final byte[] BLANK_LINE = "\r\n\r\n".getBytes(ISO_8859_1);
  private static final byte[] LENGTH = "\ncontent-length:".getBytes(ISO_8859_1);
  private static final byte[] CHUNKED = "\ntransfer-encoding: chunked".getBytes(ISO_8859_1);

  private ByteBuffer held = ByteBuffer.allocate(8 * 1024);

  /** Reads what there is; false when nothing more will come. */
  boolean fill(ReadableByteChannel channel) throws IOException {
    if (!held.hasRemaining()) {
      held = ByteBuffer.allocate(2 * held.capacity()).put(held.flip());
    }
    return channel.read(held) >= 0;
  }

  /** Takes out the first message; null when it is not there as a whole. */
  @Nullable
  Message take() {
    var end = find(BLANK_LINE, 0, held.position());
    if (end < 0) {
      return null;
    }
    return find(CHUNKED, 0, end) < 0 ? sized(end + 4, length(end)) : chunked(end + 4);
  }

  private @Nullable Message sized(int body, int length) {
    return held.position() < body + length
      ? null
      : taken(Arrays.copyOfRange(held.array(), body, body + length), body + length);
  }

  private @Nullable Message chunked(int body) {
    var content = new ByteArrayOutputStream();
    var at = body;
    while (true) {
      var lineEnd = find(BLANK_LINE, 2, at, held.position());
      if (lineEnd < 0) {
        return null;
      }
      var size = Integer.parseInt(text(at, lineEnd).split(";", 2)[0].strip(), 16);
      var next = lineEnd + 2 + size + 2;
      if (held.position() < next) {
        return null;
      }
      if (size == 0) {
        return taken(content.toByteArray(), next);
      }
      content.write(held.array(), lineEnd + 2, size);
      at = next;
    }
  }

  private Message taken(byte[] body, int end) {
    var message = new Message(text(0, find(BLANK_LINE, 2, 0, end)), body);
    held.flip().position(end);
    held.compact();
    return message;
  }

  private int length(int end) {
    var at = find(LENGTH, 0, end);
    if (at < 0) {
      return 0;
    }
    var value = at + LENGTH.length;
    return Integer.parseInt(text(value, find(BLANK_LINE, 2, value, end + 2)).strip());
  }

  private String text(int from, int to) {
    return new String(held.array(), from, to - from, ISO_8859_1);
  }

  private int find(byte[] wanted, int from, int to) {
    return find(wanted, wanted.length, from, to);
  }

  /** Where so many first bytes of what is wanted, in small letters, stand in either case; -1 when nowhere. */
  private int find(byte[] wanted, int count, int from, int to) {
    var bytes = held.array();
    for (var at = from; at <= to - count; at++) {
      if (bytes[at] == wanted[0] && follows(bytes, at, wanted, count)) {
        return at;
      }
    }
    return -1;
  }

  private static boolean follows(byte[] bytes, int at, byte[] wanted, int count) {
    for (var i = 1; i < count; i++) {
      if (small(bytes[at + i]) != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  private static int small(byte letter) {
    return letter >= 'A' && letter <= 'Z' ? letter + 'a' - 'A' : letter;
  }
}
