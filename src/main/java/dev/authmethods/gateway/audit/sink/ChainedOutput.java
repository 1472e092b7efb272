package dev.authmethods.gateway.audit.sink;

import dev.authmethods.gateway.audit.chain.ChainLine;
import dev.authmethods.gateway.audit.chain.ChainPosition;
import dev.authmethods.gateway.audit.chain.LineHash;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Appends the lines of one process to an output, as a chain. Any thread may append: a lock is held while a line is hashed and
 * written, and never for anything else. Lines that wait for the disk wait together.
 */
public final class ChainedOutput {

  /** An output that takes longer for a line counts as failing. */
  private static final long PATIENCE_MILLIS = 2_000;

  private final LineOutput output;
  private final LineHash hash;
  private final String instance = UUID.randomUUID().toString();
  private final ReentrantLock appending = new ReentrantLock();
  private final ReentrantLock syncing = new ReentrantLock();
  private final AtomicLong lost = new AtomicLong();
  private final AtomicLong written = new AtomicLong();
  private @Nullable ChainPosition last;
  private volatile boolean isStuck;
  private long synced;

  ChainedOutput(LineOutput output, LineHash hash) {
    this.output = output;
    this.hash = hash;
  }

  /** To the standard output of the process. */
  public static ChainedOutput toStandardOutput(LineHash hash) {
    return new ChainedOutput(new StandardOutput(), hash);
  }

  /** To a file, at its end. */
  public static ChainedOutput toFile(Path path, LineHash hash) {
    return new ChainedOutput(new FileOutput(path, hash), hash);
  }

  /** Opens the output, if it is not yet open, as a trial. */
  public void open() throws IOException {
    enter();
    try {
      prepare();
    } catch (IOException | RuntimeException e) {
      output.close();
      throw e;
    } finally {
      appending.unlock();
    }
  }

  /** Ends the output, with all lines that were written. */
  public void close() {
    appending.lock();
    try {
      output.close();
    } finally {
      appending.unlock();
    }
  }

  /**
   * Appends a line.
   *
   * @param members   its content: JSON without the braces
   * @param isDurable whether to wait until the disk has it
   * @throws IOException when the line may not be there; a line before the next one tells how many may be missing
   */
  public void append(String members, boolean isDurable) throws IOException {
    try {
      long own = written(members);
      if (isDurable) {
        sync(own);
      }
    } catch (IOException | RuntimeException e) {
      lost.incrementAndGet();
      throw e;
    }
  }

  private long written(String members) throws IOException {
    enter();
    try {
      prepare();
      write(members);
      return written.get();
    } catch (IOException | RuntimeException e) {
      output.close();
      throw e;
    } finally {
      isStuck = false;
      appending.unlock();
    }
  }

  /** A thread that hangs in the output holds the lock: nobody else waits for it twice. */
  private void enter() throws IOException {
    try {
      var isFree = isStuck ? appending.tryLock() : appending.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      isStuck = !isFree;
      if (!isFree) {
        throw new IOException("The output does not take a line in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  private void prepare() throws IOException {
    var end = output.open();
    if (end != null) {
      goOn(end);
    }
    long missing = lost.get();
    if (missing > 0) {
      write("\"event\":\"gap\",\"lost\":%d".formatted(missing));
      lost.addAndGet(-missing);
    }
  }

  /** The chain goes on from the last line of the output, or from the last line before it. */
  private void goOn(LineOutput.End end) throws IOException {
    var before = end.isUntrusted() ? null : end.last() == null ? last : end.last();
    if (before == null) {
      last = ChainPosition.ofNewChain();
      write("\"event\":\"start\",\"hashes\":\"%s\",\"torn\":%b".formatted(hash.algorithm(), end.isTorn()));
      return;
    }
    last = before;
    if (end.isTorn()) {
      write("\"event\":\"gap\",\"torn\":true");
    }
  }

  private void write(String members) throws IOException {
    var line = ChainLine.after(last == null ? ChainPosition.ofNewChain() : last, head() + members, hash);
    output.write(line.text().getBytes(StandardCharsets.UTF_8));
    last = line.position();
    written.incrementAndGet();
  }

  private String head() {
    return "\"time\":\"" + Instant.now().truncatedTo(ChronoUnit.MILLIS) + "\",\"instance\":\"" + instance + "\",";
  }

  /** One sync serves all lines that were written before it began. */
  private void sync(long own) throws IOException {
    syncing.lock();
    try {
      if (synced < own) {
        long until = written.get();
        output.sync();
        synced = until;
      }
    } finally {
      syncing.unlock();
    }
  }
}
