package dev.authmethods.gateway.audit.verify;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads lines as bytes. */
final class LineReader {

  /** Much more than the longest line of an audit trail. */
  private static final int MAX_BYTES = 1024 * 1024;

  private final InputStream in;
  private boolean isWhole;

  LineReader(InputStream in) {
    this.in = new BufferedInputStream(in, 64 * 1024);
  }

  /** The next line without its line feed; null at the end. */
  byte @Nullable [] next() throws IOException {
    int next = in.read();
    if (next < 0) {
      return null;
    }
    var bytes = new ByteArrayOutputStream(1024);
    while (next >= 0 && next != '\n' && bytes.size() < MAX_BYTES) {
      bytes.write(next);
      next = in.read();
    }
    isWhole = next == '\n';
    return bytes.toByteArray();
  }

  /** Whether the last line had a line feed. */
  boolean isWhole() {
    return isWhole;
  }
}
