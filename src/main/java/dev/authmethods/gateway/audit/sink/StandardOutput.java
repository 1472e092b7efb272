package dev.authmethods.gateway.audit.sink;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** The standard output of the process, past {@code System.out}, which hides that a write has failed. */
final class StandardOutput implements LineOutput {

  private static final byte[] LINE_FEED = { '\n' };

  private final OutputStream out;
  private boolean isOpen;
  private boolean hasFailed;

  StandardOutput() {
    this(new FileOutputStream(FileDescriptor.out));
  }

  StandardOutput(OutputStream out) {
    this.out = out;
  }

  /** After a failure nobody knows how much of the last line was written. */
  @Override
  public @Nullable End open() throws IOException {
    if (isOpen) {
      return null;
    }
    if (hasFailed) {
      out.write(LINE_FEED);
    }
    isOpen = true;
    return new End(null, hasFailed, false);
  }

  @Override
  public void write(byte[] line) throws IOException {
    out.write(line);
  }

  @Override
  public void sync() {}

  @Override
  public void close() {
    isOpen = false;
    hasFailed = true;
  }
}
