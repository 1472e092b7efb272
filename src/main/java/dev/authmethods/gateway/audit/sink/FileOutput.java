package dev.authmethods.gateway.audit.sink;

import dev.authmethods.gateway.audit.chain.LineHash;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A file that lines are appended to by this process alone. A tool may move it away at any time: within a second the lines go on in a
 * new file of the same name.
 */
final class FileOutput implements LineOutput {

  private static final long LOOK_AFTER_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Path path;
  private final LineHash hash;

  /** Held while the file is synced or closed, so that it is not closed under a thread that syncs it. */
  private final ReentrantLock syncing = new ReentrantLock();

  private @Nullable FileOutputStream out;
  private @Nullable Object identity;
  private long looked;

  FileOutput(Path path, LineHash hash) {
    this.path = path;
    this.hash = hash;
  }

  @Override
  public @Nullable End open() throws IOException {
    if (out != null && !isMoved()) {
      return null;
    }
    close();
    // Not a channel: an interrupted thread would close that for all.
    var opened = new FileOutputStream(path.toFile(), true);
    try {
      lock(opened);
      var end = FileEnd.of(path, hash);
      if (end.isTorn()) {
        opened.write('\n');
      }
      identity = identity();
      looked = System.nanoTime();
      out = opened;
      return end;
    } catch (IOException | RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  /** Two processes that append to one file would make two ends of one chain. */
  private void lock(FileOutputStream opened) throws IOException {
    try {
      if (opened.getChannel().tryLock() == null) {
        throw new IOException(path + " (another process writes to it)");
      }
    } catch (OverlappingFileLockException e) {
      throw new IOException(path + " (this process writes to it already)", e);
    }
  }

  private boolean isMoved() throws IOException {
    long now = System.nanoTime();
    if (now - looked < LOOK_AFTER_NANOS) {
      return false;
    }
    looked = now;
    try {
      var found = identity();
      return found != null && !found.equals(identity);
    } catch (NoSuchFileException e) {
      return true;
    }
  }

  /** Tells two files apart; null where the file system cannot. */
  private @Nullable Object identity() throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
  }

  @Override
  public void write(byte[] line) throws IOException {
    opened().write(line);
  }

  @Override
  public void sync() throws IOException {
    syncing.lock();
    try {
      // A file that is closed was synced before.
      if (out != null) {
        out.getFD().sync();
      }
    } finally {
      syncing.unlock();
    }
  }

  @Override
  public void close() {
    syncing.lock();
    try (var closing = out) {
      if (closing != null) {
        closing.getFD().sync();
      }
    } catch (IOException e) {
      // The failure that led here is told, or the next one will be.
    } finally {
      out = null;
      syncing.unlock();
    }
  }

  private FileOutputStream opened() throws IOException {
    if (out == null) {
      throw new IOException(path + " (not open)");
    }
    return out;
  }
}
