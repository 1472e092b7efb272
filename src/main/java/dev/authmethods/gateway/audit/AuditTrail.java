package dev.authmethods.gateway.audit;

import dev.authmethods.gateway.audit.AuditSettings.Sync;
import dev.authmethods.gateway.audit.sink.ChainedOutput;
import dev.authmethods.gateway.idempotency.KeyedDigest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The audit trail. Any thread but an event loop may write it. */
public final class AuditTrail implements AutoCloseable {

  private final @Nullable ChainedOutput output;
  private final KeyedDigest digests;
  private final Sync sync;
  private final boolean isRequired;
  private final AuditMonitor monitor;

  /**
   * A trail.
   *
   * @param output null when there is none
   */
  AuditTrail(@Nullable ChainedOutput output, KeyedDigest digests, Sync sync, boolean isRequired, AuditMonitor monitor) {
    this.output = output;
    this.digests = digests;
    this.sync = sync;
    this.isRequired = isRequired;
    this.monitor = monitor;
  }

  /** Whether there is one. */
  public boolean isOn() {
    return output != null;
  }

  /** A keyed hash of a text that must not be in the trail itself. */
  public String digest(String... parts) {
    return digests.of(List.of(parts));
  }

  /**
   * Writes what stands before a write.
   *
   * @throws AuditUnavailable when that fails, and nothing may be sent without it
   */
  public void before(AuditEvent attempt) {
    if (!write(attempt, sync != Sync.NONE) && isRequired) {
      throw new AuditUnavailable();
    }
  }

  /** Writes what has happened; a failure is told to operators only. */
  public void write(AuditEvent event) {
    var _ = write(event, sync == Sync.ALL);
  }

  /** Ends it; a line that comes after that opens it again. */
  @Override
  public void close() {
    if (output != null) {
      output.close();
    }
  }

  private boolean write(AuditEvent event, boolean isDurable) {
    if (output == null) {
      return true;
    }
    try {
      output.append(event.members(), isDurable);
      monitor.worked();
      return true;
    } catch (IOException e) {
      monitor.failed(e);
      return false;
    }
  }
}
