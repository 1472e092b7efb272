package dev.authmethods.gateway.audit.sink;

import dev.authmethods.gateway.audit.chain.ChainLine;
import dev.authmethods.gateway.audit.chain.LineHash;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads the end of a file: its last line, and whether one after it is incomplete. */
final class FileEnd {

  /** More than two of the longest lines. */
  private static final int TAIL_BYTES = 64 * 1024;

  private FileEnd() {}

  static LineOutput.End of(Path path, LineHash hash) throws IOException {
    var tail = tail(path);
    if (tail.length == 0) {
      return LineOutput.End.EMPTY;
    }
    int end = lastLineFeed(tail, tail.length);
    int begin = lastLineFeed(tail, end) + 1;
    var isTorn = end != tail.length - 1;
    var line = end < 0 ? null : ChainLine.read(Arrays.copyOfRange(tail, begin, end), hash);
    var last = line != null && line.isIntact() ? line.position() : null;
    return new LineOutput.End(last, isTorn, end >= 0 && last == null);
  }

  private static byte[] tail(Path path) throws IOException {
    try (var file = new RandomAccessFile(path.toFile(), "r")) {
      var bytes = new byte[(int) Math.min(file.length(), TAIL_BYTES)];
      file.seek(file.length() - bytes.length);
      file.readFully(bytes);
      return bytes;
    }
  }

  /** Before the index; -1 when there is none. */
  private static int lastLineFeed(byte[] bytes, int before) {
    int at = before - 1;
    while (at >= 0 && bytes[at] != '\n') {
      at--;
    }
    return at;
  }
}
