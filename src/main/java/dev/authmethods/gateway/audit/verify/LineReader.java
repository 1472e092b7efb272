package dev.authmethods.gateway.audit.verify;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads lines as bytes, and tells whether the last one ended. */
final class LineReader {

  /** Much more than the longest line of an audit trail. */
  private static final int MAX_BYTES = 1024 * 1024;

  private final InputStream in;

  LineReader(InputStream in) {
    this.in = new BufferedInputStream(in, 64 * 1024);
  }

  /** A line without its line feed, and whether it had one. */
  record Line(byte[] bytes, boolean isWhole) {}

  /** The next line; null at the end. */
  @Nullable
  Line next() throws IOException {
    var bytes = new ByteArrayOutputStream(1024);
    int next = in.read();
    if (next < 0) {
      return null;
    }
    while (next >= 0 && next != '\n' && bytes.size() < MAX_BYTES) {
      bytes.write(next);
      next = in.read();
    }
    return new Line(bytes.toByteArray(), next == '\n');
  }
}
