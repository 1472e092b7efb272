package dev.authmethods.gateway.audit.sink;

import dev.authmethods.gateway.audit.chain.ChainPosition;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A place that lines are appended to. One thread at a time opens, writes and closes it; any thread may sync it meanwhile. */
interface LineOutput {
  /**
   * The end of an output at its opening.
   *
   * @param last         the place of its last whole line; null when there is none, or it cannot be trusted
   * @param isTorn       whether a line at the end is incomplete; it is ended by now
   * @param isUntrusted  whether it has a last line whose hash is wrong
   */
  record End(@Nullable ChainPosition last, boolean isTorn, boolean isUntrusted) {
    static final End EMPTY = new End(null, false, false);
  }

  /** Makes it ready for lines; null when it has been ready since the last call. */
  @Nullable
  End open() throws IOException;

  /** Appends a line with its line feed. */
  void write(byte[] line) throws IOException;

  /** Waits until the lines that were written are on the disk, if it is a disk. */
  void sync() throws IOException;

  /** Ends it, after a failure or before it is opened again. */
  void close();
}
