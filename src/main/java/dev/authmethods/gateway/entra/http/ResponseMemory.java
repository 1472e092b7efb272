package dev.authmethods.gateway.entra.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much memory answers of Microsoft take while they are read: one no more than two megabytes, and all together no
 * more than eight. Every answer has {@value #FREE_BYTES} bytes for itself: a usual answer can always be read.
 */
final class ResponseMemory {

  static final int MAX_BYTES = 2 * 1024 * 1024;
  static final int FREE_BYTES = 4 * 1024;
  static final long ALL_BYTES = 8L * 1024 * 1024;

  /** The buffer, twice as large while it grows, and the whole at the end. */
  private static final int COPIES = 3;

  private final AtomicLong taken = new AtomicLong();

  /** An answer has more bytes than allowed, or there is no memory for them: as good as none. */
  static final class TooLarge extends RuntimeException {

    private TooLarge() {
      super("too large", null, false, false);
    }
  }

  /** An answer that begins, which has to be {@linkplain Answer#close closed} when it has been read. */
  Answer open() {
    return new Answer();
  }

  /** The bytes that all answers take now beyond those that each has for itself. */
  long taken() {
    return taken.get();
  }

  /** The bytes of one answer so far. */
  final class Answer {

    private static final int USUAL_BYTES = 1_024;

    private final ByteBuf bytes = Unpooled.buffer(USUAL_BYTES);
    private long mine;

    /** {@link TooLarge}, and nothing is added, when it becomes too much. */
    void add(ByteBuf piece) {
      int length = bytes.readableBytes() + piece.readableBytes();
      if (length > MAX_BYTES) {
        throw new TooLarge();
      }
      take((long) COPIES * (length - FREE_BYTES) - mine);
      bytes.writeBytes(piece, piece.readerIndex(), piece.readableBytes());
    }

    private void take(long more) {
      if (more <= 0) {
        return;
      }
      if (taken.addAndGet(more) > ALL_BYTES) {
        taken.addAndGet(-more);
        throw new TooLarge();
      }
      mine += more;
    }

    ByteBuffer bytes() {
      return ByteBuffer.wrap(ByteBufUtil.getBytes(bytes));
    }

    void close() {
      taken.addAndGet(-mine);
      mine = 0;
    }
  }
}
